"""Hygiene: characters that nobody typed, and those in the place of others."""
