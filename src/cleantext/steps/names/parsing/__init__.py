"""Parsing: a personal name split into its parts."""
