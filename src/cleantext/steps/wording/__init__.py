"""The wording step: synonym-spun phrases back to what was meant."""

from cleantext.steps.wording.stage import Wording

__all__ = ["Wording"]
