"""Report: a result for people to read, one file a format."""
