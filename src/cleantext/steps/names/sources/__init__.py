"""Sources: lists of names in the formats in which they exist, read into the rows of a gazetteer."""

from cleantext.steps.names.sources.formats import FORMATS, Listed, listed

__all__ = ["FORMATS", "Listed", "listed"]
