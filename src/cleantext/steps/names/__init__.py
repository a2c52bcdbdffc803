"""Names: variants of known persons and organisations become one spelling."""

from cleantext.steps.names.find import Names
from cleantext.steps.names.gazetteer import Entity, entities, read

__all__ = ["Entity", "Names", "entities", "read"]
