"""Characters: encoding damage, left-over escapes, invisible characters, normal form, decimal commas."""

from cleantext.steps.characters.escapes import Escapes
from cleantext.steps.characters.gate import ftfy_safe, surely_clean
from cleantext.steps.characters.invisible import Invisible
from cleantext.steps.characters.mojibake import Mojibake
from cleantext.steps.characters.normal import NormalForm
from cleantext.steps.characters.numbers import DecimalComma

__all__ = ["DecimalComma", "Escapes", "Invisible", "Mojibake", "NormalForm", "ftfy_safe", "surely_clean"]
