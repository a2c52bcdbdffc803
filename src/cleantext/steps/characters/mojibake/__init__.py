"""Mojibake: text that was decoded with the wrong table."""
