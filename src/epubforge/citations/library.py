"""A bibliography file turned into the library of works that citations name."""

from __future__ import annotations

from epubforge.citations.bibtex import read_bibtex
from epubforge.citations.csl_json import read_csl_json
from epubforge.citations.entry import Entry, Library
from epubforge.citations.faults import DUPLICATE_KEY, gaps
from epubforge.diagnostics import Outcome, Reporter
from epubforge.source import SourceFile, position

__all__ = ["Library", "read_library"]


def read_library(source: SourceFile) -> Outcome[Library]:
    """The works of a BibTeX or CSL JSON file, told apart by its ending, else by its first sign.

    Any text has an answer: what cannot be read is found at its place, all else is kept. Of two
    works with one key the first is kept.
    """
    reporter = Reporter()
    entries: dict[str, Entry] = {}
    reader = read_csl_json if _is_json(source) else read_bibtex
    for entry in reader(source, reporter):
        place = entry.span or source.span()
        first = entries.get(entry.key)
        if first is None:
            entries[entry.key] = entry
            reporter.extend(gaps(entry, place))
            continue
        line = position(source, first.span.start).line if first.span is not None else 1
        reporter.add(
            DUPLICATE_KEY.at(
                place,
                f"{entry.key} is the key of another work already, in line {line}",
                hint="give one of the two another key",
            )
        )
    found = sorted(reporter.found, key=lambda d: getattr(d.place, "start", 0))
    return Outcome(Library(entries), tuple(found))


def _is_json(source: SourceFile) -> bool:
    ending = source.path.casefold().rpartition(".")[2]
    if ending in ("json", "bib", "bibtex"):
        return ending == "json"
    return source.text.lstrip()[:1] in ("[", "{")
