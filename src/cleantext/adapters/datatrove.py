"""Datatrove: a step of a pipeline that cleans each document's text.

What the other engines add as columns stands in the document's metadata, under the same
names, so that every writer keeps it. The local executor waits for ever for a killed
worker; run the script again, and it skips the tasks that are done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleantext.adapters.documents import CHANGE, SCORES, Cleaned, checked, clean_documents, columns
from cleantext.adapters.extras import require
from cleantext.config import Config
from cleantext.errors import InputError

require("datatrove", "datatrove")
# The class is derived from one of datatrove's, so this module cannot be imported without it.
from datatrove.data import Document  # noqa: E402
from datatrove.pipeline.base import PipelineStep  # noqa: E402


class CleanText(PipelineStep):  # type: ignore[misc]  # datatrove is not typed
    """Cleans `Document.text`; without `account` only `error` is added to the metadata."""

    type = "🧼 - CLEAN"
    name = "cleantext"

    def __init__(self, config: Config | None = None, *, account: bool = True) -> None:
        """Take what is to be done.

        Raises:
            OptionError: no `Config`, or one that names what there is none of.
        """
        super().__init__()
        self.config = checked(config)
        self.account = account

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield the documents cleaned, in order, counting those that changed and those that failed.

        Raises:
            InputError: a document's metadata has one of the names that we add.
        """
        for document in data or ():
            self._check(document)
            with self.track_time():
                (cleaned,) = clean_documents([document.text], self.config, account=self.account)
                self._count(document, cleaned)
                document.text = cleaned.text
                document.metadata.update(_metadata(cleaned, self.account))
            yield document

    def _check(self, document: Document) -> None:
        taken = [name for name in columns(self.account) if name in document.metadata]
        if taken:
            raise InputError(
                f"document {document.id!r}: its metadata has {taken[0]!r} already, and we add one of this name;"
                " rename it before cleaning"
            )

    def _count(self, document: Document, cleaned: Cleaned) -> None:
        self.stat_update("total")
        if cleaned.text != document.text:
            self.stat_update("changed")
        if cleaned.changes:
            self.stat_update("changes", value=len(cleaned.changes))
        if cleaned.error is not None:
            self.stat_update("errors")


def _metadata(cleaned: Cleaned, account: bool) -> dict[str, object]:
    if not account:
        return {"error": cleaned.error}
    if cleaned.changes is None:
        return dict.fromkeys(columns(account))
    return {
        "changes": [{name: getattr(change, name) for name in CHANGE} for change in cleaned.changes],
        "removed_kinds": list(cleaned.removed_kinds or ()),
        "scores": dict(zip(SCORES, cleaned.scores or ())),
        "error": cleaned.error,
    }
