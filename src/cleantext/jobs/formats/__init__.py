"""Formats: how the documents of a file are read one by one, and written as the same kind of file."""
