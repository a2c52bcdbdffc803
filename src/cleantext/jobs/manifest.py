"""Manifest: what a run did, as one JSON file that is written when all the rest is."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import NamedTuple

from cleantext import __version__
from cleantext.jobs.fingerprint import config_hash, options_of, rules_version
from cleantext.jobs.task import Counts, Done, Failure, Input, Join, Setup
from cleantext.jobs.whole import errors_of, remove, whole

MANIFEST, ERRORS = "manifest.json", "errors.jsonl"


class FileReport(NamedTuple):
    """What came of a file: its parts in order, or why there is no new output of it."""

    source: Input
    parts: tuple[Done, ...]
    failures: tuple[Failure, ...]

    def counts(self) -> Counts:
        """Return the sums of the parts."""
        counts = Counts()
        for done in self.parts:
            counts = counts.plus(done.counts)
        return counts._replace(errors=counts.errors + len(self.failures))


def write_manifest(setup: Setup, reports: Iterable[FileReport]) -> None:
    """Write the manifest of a run, entry by entry.

    Raises:
        OutputError: it cannot be written.
    """
    head = {
        "cleantext": __version__,
        "rules": rules_version(),
        "configuration": options_of(setup.config),
        "configuration_hash": config_hash(setup.config),
        "text_field": setup.field,
        "changes_field": setup.changes or None,
        "fingerprint": setup.fingerprint,
    }
    totals = Counts()
    lead = ""
    with whole(setup.folder, MANIFEST) as sink:
        sink.write(json.dumps(head, indent=1)[:-2].encode() + b',\n "files": [')
        for report in reports:
            sink.write(f"{lead}\n  {json.dumps(_entry(report))}".encode())
            totals = totals.plus(report.counts())
            lead = ","
        sink.write(f'\n ],\n "totals": {json.dumps(_counts(totals))}\n}}\n'.encode())


def write_errors(setup: Setup, reports: Iterable[FileReport]) -> None:
    """Write what went wrong with documents and files, in the order of the input; no file where nothing did.

    Raises:
        OutputError: it cannot be written.
    """
    bad = [report for report in reports if report.counts().errors]
    if not bad:
        remove(os.path.join(setup.folder, ERRORS))
        return
    with whole(setup.folder, ERRORS) as sink:
        for report in bad:
            before = 0
            for done in report.parts:
                if done.counts.errors:
                    for line in _errors(setup.folder, done, before):
                        sink.write(line)
                before += done.counts.records
            for failure in report.failures:
                sink.write(json.dumps(_failure(report, failure)).encode() + b"\n")


def _errors(folder: str, done: Done, before: int) -> Iterable[bytes]:
    """Yield the errors of a part, with the numbers that records have in the file."""
    with open(os.path.join(folder, errors_of(done.relative, done.part)), "rb") as stream:
        if not before:
            yield from stream
            return
        for line in stream:
            entry = json.loads(line)
            entry["record"] += before
            yield json.dumps(entry).encode() + b"\n"


def _failure(report: FileReport, failure: Failure) -> dict[str, object]:
    job = failure.job
    entry: dict[str, object] = {"file": report.source.relative}
    if not isinstance(job, Join) and job.parts > 1:
        entry |= {"part": job.part, "start": job.start, "end": job.end}
    return entry | {"type": failure.type, "message": f"{report.source.path}: {failure.message}"}


def _entry(report: FileReport) -> dict[str, object]:
    source = report.source
    state = "failed" if report.failures else "done"
    entry = {"file": source.relative, "format": source.format + (f"+{source.packing}" if source.packing else "")}
    return entry | {"state": state} | _counts(report.counts())


def _counts(counts: Counts) -> dict[str, object]:
    return {**counts._asdict(), "seconds": round(counts.seconds, 3), "removed": dict(counts.removed)}
