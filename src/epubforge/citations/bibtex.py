"""BibTeX and biblatex entries turned into works in the words of CSL."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.citations.bibtex_dates import dates
from epubforge.citations.bibtex_scan import RawEntry, Written, scan
from epubforge.citations.bibtex_words import (
    LANGUAGES,
    NAMES,
    ORDINALS,
    TEXTS,
    TYPES,
    VERBATIM,
)
from epubforge.citations.entry import Entry, Name
from epubforge.citations.faults import UNKNOWN_TYPE
from epubforge.citations.people import people
from epubforge.citations.tex import untex, verbatim
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.source import SourceFile

CROSSREF_TO_NOWHERE = Rule(
    "P068",
    "crossref-to-nowhere",
    Severity.WARNING,
    """A work refers to another one for its missing fields, but there is no work of that key.

Why it matters
    The book, the editors or the year that it should have from there are missing.
Bad
    @incollection{ada, title = {Notes}, crossref = {memiors}}
Good
    @incollection{ada, title = {Notes}, crossref = {memoirs}} and @collection{memoirs, …}
""",
)

_LONGEST_CHAIN = 8
_PARTS = frozenset({"inbook", "incollection", "inproceedings", "conference", "inreference"})
_OWN = frozenset({"crossref", "xref", "title", "subtitle", "titleaddon", "shorttitle", "sortname"})


def read_bibtex(source: SourceFile, reporter: Reporter) -> Iterator[Entry]:
    """The works of a BibTeX file in order, duplicates among them; every fault is reported."""
    raws = scan(source, reporter)
    by_key: dict[str, RawEntry] = {}
    for raw in raws:
        by_key.setdefault(raw.key, raw)
    for raw in raws:
        yield _entry(raw, _inherited(raw, by_key, reporter), reporter)


def _inherited(
    raw: RawEntry, by_key: dict[str, RawEntry], reporter: Reporter
) -> dict[str, Written]:
    """The entry's fields, and those of the works it refers to where it has none."""
    fields, seen, current = dict(raw.fields), {raw.key}, raw
    while (reference := current.fields.get("crossref")) is not None:
        key = reference.text.strip()
        parent = by_key.get(key)
        if parent is None:
            reporter.add(
                CROSSREF_TO_NOWHERE.at(
                    reference.span,
                    f"{current.key} refers to {key}, which is not in this file",
                    hint="add the work, or correct its key",
                )
            )
            break
        if key in seen or len(seen) > _LONGEST_CHAIN:
            break
        seen.add(key)
        if raw.type in _PARTS and "title" in parent.fields:
            fields.setdefault("booktitle", parent.fields["title"])
        for name, value in parent.fields.items():
            if name not in _OWN:
                fields.setdefault(name, value)
        current = parent
    return fields


def _entry(raw: RawEntry, fields: dict[str, Written], reporter: Reporter) -> Entry:
    kind = TYPES.get(raw.type)
    if kind is None:
        reporter.add(
            UNKNOWN_TYPE.at(
                raw.type_span,
                f"@{raw.type} is not a type that is known",
                hint="choose @book, @article, @incollection, @online, @thesis, @report or @misc",
            )
        )
    kind = _narrowed(kind or "document", raw.type, fields)
    return Entry(
        key=raw.key,
        type=kind,
        texts=_texts(raw.type, kind, fields),
        names=_names(fields),
        dates=dates(raw.key, fields, reporter),
        span=raw.span,
        headline=True,
    )


def _narrowed(kind: str, raw_type: str, fields: dict[str, Written]) -> str:
    subtype = fields["entrysubtype"].text.casefold() if "entrysubtype" in fields else ""
    if raw_type == "article" and subtype in ("magazine", "newspaper"):
        return f"article-{subtype}"
    if kind == "document" and "url" in fields and "publisher" not in fields:
        return "webpage"
    return kind


def _names(fields: dict[str, Written]) -> dict[str, tuple[Name, ...]]:
    options = fields["options"].text if "options" in fields else ""
    useprefix = "useprefix=true" in options.replace(" ", "").casefold()
    return {
        role: named
        for field, role in NAMES.items()
        if field in fields and (named := people(fields[field].text, useprefix))
    }


def _texts(raw_type: str, kind: str, fields: dict[str, Written]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for field, variable in TEXTS.items():
        if field in fields:
            guard = field in ("title", "booktitle", "subtitle", "booksubtitle")
            reader = verbatim(fields[field].text) if field in VERBATIM else None
            texts.setdefault(variable, reader or untex(fields[field].text, guard))
    _join_titles(texts, fields)
    _number(texts, kind, fields)
    if "eprint" in fields:
        _eprint(texts, fields)
    if raw_type in ("phdthesis", "mastersthesis"):
        texts.setdefault("genre", "PhD thesis" if raw_type == "phdthesis" else "Master’s thesis")
    if "DOI" in texts:
        texts["DOI"] = _bare_doi(texts["DOI"])
    if "edition" in texts:
        texts["edition"] = ORDINALS.get(texts["edition"].casefold(), texts["edition"])
    if "page" in texts:
        texts["page"] = texts["page"].replace("–", "-").replace(" - ", "-")
    if "language" in texts:
        texts["language"] = LANGUAGES.get(texts["language"].casefold(), texts["language"])
    return {variable: text for variable, text in texts.items() if text}


def _join_titles(texts: dict[str, str], fields: dict[str, Written]) -> None:
    for title, subtitle in (("title", "subtitle"), ("container-title", "booksubtitle")):
        if texts.get(title) and subtitle in fields:
            joint = " " if texts[title][-1] in "?!:" else ": "
            texts[title] += joint + untex(fields[subtitle].text, True)


def _number(texts: dict[str, str], kind: str, fields: dict[str, Written]) -> None:
    """`number` is an issue of a journal, a place in a series, or the number of a report."""
    if "number" not in fields:
        return
    number = untex(fields["number"].text)
    if kind.startswith("article"):
        texts.setdefault("issue", number)
    elif kind in ("book", "chapter", "paper-conference"):
        texts.setdefault("collection-number", number)
    else:
        texts.setdefault("number", number)


def _eprint(texts: dict[str, str], fields: dict[str, Written]) -> None:
    number = verbatim(fields["eprint"].text)
    where = fields.get("eprinttype", fields.get("archiveprefix"))
    name = untex(where.text) if where is not None else "arXiv"
    if name.casefold() == "arxiv":
        texts.setdefault("number", f"arXiv:{number}")
        texts.setdefault("URL", f"https://arxiv.org/abs/{number}")
        texts.setdefault("publisher", "arXiv")


def _bare_doi(doi: str) -> str:
    for prefix in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
                   "http://dx.doi.org/", "doi:"):  # fmt: skip
        if doi.casefold().startswith(prefix):
            return doi[len(prefix) :].strip()
    return doi
