"""cleantext: give back what the author wrote.

`clean(text)` repairs mangled text, strips boilerplate and normalises names;
`explain(text)` says what it did, edit by edit.
"""

from cleantext._foreign import warn_if_shared
from cleantext.api import clean, clean_many, explain
from cleantext.config import Config
from cleantext.core.edit import Edit
from cleantext.core.result import Result
from cleantext.errors import CleanTextError

__all__ = ["CleanTextError", "Config", "Edit", "Result", "clean", "clean_many", "explain"]
__version__ = "0.1.0"

warn_if_shared()
