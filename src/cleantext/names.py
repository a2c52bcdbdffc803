"""Names: comparing, splitting and reconciling the names of persons, apart from any text.

`compare` says how likely two names are one person's and why, `score` only how likely,
`cluster` puts spellings together, `parse` splits a name into its parts,
`NameIndex` finds the spellings that a corpus has of one name, `Gazetteer` reads a list of
names that `clean` and `Config` take as `names`.
"""

from cleantext.steps.names.comparing.cluster import cluster
from cleantext.steps.names.comparing.compare import Comparison, compare, score
from cleantext.steps.names.corpus.index import Merge, NameIndex
from cleantext.steps.names.gazetteer import Gazetteer
from cleantext.steps.names.parsing.parse import Name, parse

__all__ = ["Comparison", "Gazetteer", "Merge", "Name", "NameIndex", "cluster", "compare", "parse", "score"]
