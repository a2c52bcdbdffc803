"""The command line: what is said, which records are read, what is written and where."""

from cleantext.cli.filter import main

__all__ = ["main"]
