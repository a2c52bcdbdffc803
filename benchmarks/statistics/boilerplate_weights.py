"""Fit the weights by which lines of a page are told from its story, on the pages of the evaluation kit.

    python benchmarks/statistics/boilerplate_weights.py                     cross-validate, fit, write weights.tsv
    python benchmarks/statistics/boilerplate_weights.py --check             cross-validate only
    python benchmarks/statistics/boilerplate_weights.py --left-out FILE     also write what each page becomes by
                                                        weights that never saw its site, for `evaluate.py --pred`

Needs the kit beside the checkout (../shared) and scikit-learn (`pip install scikit-learn`), which only this
script uses. Two logistic regressions: the first sees a line by itself and the rules' word on it, the second
also where it stands, which rests on what the first says of all lines. Each row of the table is what all
classes of lines have in common plus what a class has to itself. Five folds leave whole sites out; what
they say is printed beside what the fit says of the pages that it has seen.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "src"))

from cleantext.core.doc import Doc  # noqa: E402
from cleantext.core.edit import apply  # noqa: E402
from cleantext.language import detect  # noqa: E402
from cleantext.steps.boilerplate import strip, weights  # noqa: E402
from cleantext.steps.boilerplate.deletion import deletions  # noqa: E402
from cleantext.steps.boilerplate.lexicons import Lexicons, languages_of  # noqa: E402
from cleantext.steps.boilerplate.look import CLASSES, Look, glances, look_of  # noqa: E402
from cleantext.steps.boilerplate.place import FEATURES, LIKELY, Page  # noqa: E402
from cleantext.steps.boilerplate.verdict import Verdict  # noqa: E402

KIT = ROOT.parent / "shared" / "eval" / "boilerplate"
FILES = ("dev.jsonl.gz", "corpus_dev.jsonl.gz", "segments_dev.jsonl.gz")
FOLDS = 5
# How strongly weights are pulled towards 0; chosen by cross-validation among 0.005, 0.02, 0.05, 0.2.
STRENGTH = {"look": 1.0, "place": 0.05}
# Words to this power are what a line counts for in the fit: between one a line and one a word.
POWER = {"look": 0.5, "place": 0.7}
ROUNDS = 150


class Document(NamedTuple):
    """A page of the kit: its lines, and 1 for story, 0 for boilerplate, -1 for neither of each."""

    id: str
    fold: int
    text: str
    texts: list[str]
    labels: list[int]
    words: list[float]
    looks: list[Look]
    verdicts: dict[int, Verdict]


def main() -> int:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description="Fit the weights of boilerplate lines.")
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument("--left-out", type=Path, metavar="FILE", help="write the held-out results, as JSON lines")
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the five folds to run (default: all)")
    options = parser.parse_args()
    if not KIT.is_dir():
        print("no evaluation kit beside the checkout: nothing to fit on")
        return 1
    pages = list(_pages())
    data = _Data(pages)
    held_out = np.full(len(data.labels), np.nan)
    results: list[str] = []
    for fold in range(options.folds):
        rows = data.fit(data.folds != fold)
        left_out = [page for page in pages if page.fold == fold]
        held_out[data.folds == fold] = data.chances(rows, left_out)
        if options.left_out:
            results += [json.dumps({"id": page.id, "out": _cleaned(page, rows)}) + "\n" for page in left_out]
    if options.left_out:
        options.left_out.write_text("".join(results), encoding="utf-8")
    print(json.dumps({"left out": data.report(held_out)}))
    if options.check:
        return 0
    rows = data.fit(np.ones(len(data.labels), bool))
    print(json.dumps({"fitted": data.report(data.chances(rows, pages))}))
    _write(rows)
    return 0


def _pages() -> Iterator[Document]:
    lexicons = Lexicons()
    for name in FILES:
        with gzip.open(KIT / name, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                texts = [entry["text"] for entry in record["lines"]]
                labels = [{"body": 1, "boiler": 0}.get(entry["label"], -1) for entry in record["lines"]]
                seen = list(glances(texts))
                words = [length for length, _ in seen]
                looks = [look_of(glance) for _, glance in seen]
                verdicts = lexicons.among(texts, languages_of(Doc(record["text"], detect)))
                fold = zlib.crc32(str(record["domain"]).encode()) % FOLDS
                yield Document(record["id"], fold, record["text"], texts, labels, words, looks, verdicts)


def _cleaned(page: Document, rows: dict[tuple[str, str], list[float]]) -> str:
    """Return what the step makes of a page by other weights than those that ship."""
    doc = Doc(page.text, detect)
    numbers = [number for number, line in enumerate(doc.lines) if line.strip()]
    verdicts = {numbers[place]: verdict for place, verdict in page.verdicts.items()}
    judge = weights.Weights({key: tuple(row) for key, row in rows.items()})
    removed = strip.stripped_lines(doc.lines, verdicts, judge, "auto")
    return apply(doc.text, list(deletions(doc, removed))) if removed else doc.text


class _Data:
    """All lines of all pages, one after another."""

    def __init__(self, pages: Sequence[Document]) -> None:
        self.pages = pages
        self.labels = np.array([label for page in pages for label in page.labels])
        self.folds = np.array([page.fold for page in pages for _ in page.labels])
        self.kinds = np.array([found.kind for page in pages for found in page.looks])
        self._page = np.array([number for number, page in enumerate(pages) for _ in page.labels])
        self._words = np.array([length for page in pages for length in page.words])
        names = [
            weights.features_of(found, page.verdicts.get(place))
            for page in pages
            for place, found in enumerate(page.looks)
        ]
        self._look, self._look_names = _indicators(names)

    def fit(self, chosen: Any) -> dict[tuple[str, str], list[float]]:
        """Return the rows of the table as fitted on the chosen lines."""
        chosen = chosen & (self.labels >= 0)
        first, rows = self._regress("look", self._look, self._look_names, chosen)
        values = self._look @ first[0] + first[1]
        ranges = self._places(1 / (1 + np.exp(-values)), self.pages)
        place, names = _indicators([[_range(n, i) for n, i in zip(FEATURES, line)] for line in ranges])
        both = sparse.hstack([self._look, place]).tocsr()
        _, more = self._regress("place", both, [*(f"again\t{n}" for n in self._look_names), *names], chosen)
        return rows | more

    def _regress(self, table: str, features: Any, names: list[str], chosen: Any) -> tuple[Any, dict[Any, list[float]]]:
        """Fit what all classes have in common and what each has to itself; return the model and the rows."""
        crossed = sparse.hstack([features, *(features.multiply((self.kinds == kind)[:, None]) for kind in range(8))])
        crossed = crossed.tocsr()
        model = LogisticRegression(C=STRENGTH[table], max_iter=ROUNDS)
        model.fit(crossed[chosen], self.labels[chosen], sample_weight=self._importance(table)[chosen])
        common, *own = np.split(model.coef_[0], 9)
        rows: dict[Any, list[float]] = {}
        for index, name in enumerate(names):
            key = ("look", name) if table == "look" else tuple(name.split("\t"))
            rows[key] = [float(common[index] + part[index]) for part in own]
        # The constant goes with the row that every line has.
        always = ("look", "any") if table == "look" else ("again", "any")
        rows[always] = [value + float(model.intercept_[0]) for value in rows[always]]
        flat = np.array(model.coef_[0])
        return (_Crossed(flat, self.kinds), float(model.intercept_[0])), rows

    def _importance(self, table: str) -> Any:
        """Return what each line counts for: every page the same, longer lines more."""
        importance = (self._words + 1) ** POWER[table]
        totals = np.bincount(self._page, importance * (self.labels >= 0))
        return 100 * importance / np.maximum(totals[self._page], 1e-9)

    def _places(self, values: Any, pages: Sequence[Document]) -> Iterator[tuple[int, ...]]:
        offset = 0
        for page in pages:
            found = page.looks
            likely = [float(value) for value in values[offset : offset + len(found)]]
            offset += len(found)
            yield from weights.places_by_line(
                Page(
                    page.texts,
                    [one.kind for one in found],
                    page.words,
                    likely,
                    [bisect_right(LIKELY, value) for value in likely],
                    [one.is_ended for one in found],
                    [one.begins_small for one in found],
                    [one.shape for one in found],
                    page.verdicts,
                )
            )

    def chances(self, rows: dict[tuple[str, str], list[float]], pages: Sequence[Document]) -> Any:
        """Return what a table says of pages, through the code that uses it."""
        judge = weights.Weights({key: tuple(row) for key, row in rows.items()})
        found: list[float] = []
        for page in pages:
            sights = judge.sights(page.texts)
            found += judge.chances(judge.page(page.texts, sights, page.verdicts))
        return np.array(found)

    def report(self, values: Any) -> dict[str, float]:
        """Return log loss and how often 0.5 decides wrongly, each page counting the same."""
        used = (self.labels >= 0) & ~np.isnan(values)
        importance = self._importance("place")[used]
        right = np.where(self.labels[used] == 1, values[used], 1 - values[used])
        return {
            "log loss": round(float(np.average(-np.log(np.clip(right, 1e-6, 1)), weights=importance)), 4),
            "wrong at 0.5, %": round(100 * float(np.average(right < 0.5, weights=importance)), 2),
        }


class _Crossed:
    """Coefficients of features crossed with classes, applied without building the crossed matrix."""

    def __init__(self, coefficients: Any, kinds: Any) -> None:
        self._parts = np.split(coefficients, 9)
        self._kinds = kinds

    def __rmatmul__(self, features: Any) -> Any:
        common, *own = self._parts
        by_class = np.stack([features @ (common + part) for part in own], axis=1)
        return by_class[np.arange(len(self._kinds)), self._kinds]


def _indicators(rows: Any) -> tuple[Any, list[str]]:
    """Return a matrix of ones, one column a name, and the names."""
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    indices: list[int] = []
    pointers = [0]
    for names in rows:
        indices += [numbers[name] for name in names]
        pointers.append(len(indices))
    ones = np.ones(len(indices), np.float32)
    return sparse.csr_matrix((ones, indices, pointers), shape=(len(pointers) - 1, len(numbers))), list(numbers)


def _range(feature: str, index: int) -> str:
    return f"place\t{weights.range_name(feature, index)}"


def _write(rows: dict[tuple[str, str], list[float]]) -> None:
    """Write the table, sorted; weights have two digits, as no decision turns on a third."""
    head = "# What each feature of a line counts for, by the class of the line; above 0 speaks for the story.\n"
    head += "# Made by benchmarks/statistics/boilerplate_weights.py from pages of the evaluation kit: do not edit.\n"
    head += "# table\tfeature\t" + "\t".join(CLASSES) + "\n"
    body = "".join(
        f"{table}\t{feature}\t" + "\t".join(f"{value:.2f}".replace("-0.00", "0.00") for value in row) + "\n"
        for (table, feature), row in sorted(rows.items())
    )
    Path(weights.PATH).write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
