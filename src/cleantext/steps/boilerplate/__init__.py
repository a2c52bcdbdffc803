"""Boilerplate: page chrome goes, whole lines at a time; the sentences of the story stay."""

from cleantext.steps.boilerplate.kinds import KINDS, TEMPLATE
from cleantext.steps.boilerplate.stage import Boilerplate

__all__ = ["KINDS", "TEMPLATE", "Boilerplate"]
