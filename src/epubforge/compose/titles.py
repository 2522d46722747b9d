"""What a chapter is called, and what kind of page it is."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from epubforge.compose.names import stem
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.language.labels import words
from epubforge.model.document import Document
from epubforge.model.page_type import CHAPTER, PAGE_TYPES, PageType, page_type
from epubforge.source import Span

UNKNOWN_TYPE = Rule(
    "B002",
    "unknown-page-type",
    Severity.ERROR,
    """The header of a chapter gives it a type that books do not have.

Why it matters
    The type says whether a page is front, body or back matter, and what reading systems and
    screen readers call it. An unknown type is set as an ordinary chapter.
Bad
    type = "prefase"
Good
    type = "preface"
Reference
    EPUB 3 Structural Semantics Vocabulary https://www.w3.org/TR/epub-ssv-11/
""",
)

_FIRST_WORDS = re.compile(r"\s*[:.–—(].*", re.DOTALL)
_NUMBERED = re.compile(r"\s+(?:\d{1,3}|[A-Z]|[IVXLC]{1,6})$")
_TYPE_VALUE = re.compile(r"^[ \t]*type[ \t]*[=:][ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)


def title_of(document: Document) -> str:
    """The header's title, else the first heading that has words, else the file's name."""
    return next(_said(document), None) or _from_file_name(document.source.path)


def is_titled(document: Document) -> bool:
    """Whether the chapter says what it is called, in its header or by a heading."""
    return next(_said(document), None) is not None


def type_of(document: Document, language: str, reporter: Reporter, name: str) -> PageType:
    """The kind of page: as the header says, else as its name or first heading usually means.

    `name` is the file's name without its order number; headings are those of the language.
    Reports B002 for a type that does not exist.
    """
    said = document.header.type
    if said is None:
        return _conventional(document, language, name)
    known = page_type(said)
    if known is None:
        reporter.add(_unknown_type(document, said))
    return known or CHAPTER


def _said(document: Document) -> Iterator[str]:
    in_header = " ".join((document.header.title or "").split())
    if in_header:
        yield in_header
    yield from (heading.text for heading in document.outline.headings if heading.text)


def _conventional(document: Document, language: str, name: str) -> PageType:
    headings = document.outline.headings[:1]
    by_heading = _conventions(document.header.language or language)
    by_name = _conventions("en") | by_heading
    found = by_name.get(_key(name.replace("-", " ").replace("_", " ")))
    for text in (document.header.title, *(heading.text for heading in headings)):
        found = found or by_heading.get(_key(_opening(text or "")))
    return PAGE_TYPES[found] if found else CHAPTER


def _opening(heading: str) -> str:
    """`Appendix A: Units` is an appendix."""
    return _NUMBERED.sub("", _FIRST_WORDS.sub("", heading))


@lru_cache(maxsize=64)
def _conventions(language: str) -> dict[str, str]:
    pages = words(language).pages
    return {_key(name): kind for kind, names in pages.items() for name in names}


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return " ".join(folded.split())


def _from_file_name(path: str) -> str:
    words_of_name = " ".join(stem(path).replace("_", " ").replace("-", " ").split())
    whole = words_of_name or path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return whole[:1].upper() + whole[1:]


def _unknown_type(document: Document, said: str) -> Diagnostic:
    near = difflib.get_close_matches(said.casefold(), PAGE_TYPES, n=1)
    usual = "use chapter, preface, appendix, glossary, ... or leave it out"
    return UNKNOWN_TYPE.at(
        _type_span(document),
        f"{said} is not a type of page",
        hint=f"did you mean {near[0]}?" if near else usual,
    )


def _type_span(document: Document) -> Span:
    header = document.header.span or document.source.span()
    value = _TYPE_VALUE.search(document.source.text, header.start, header.end)
    return document.source.span(*value.span("value")) if value else header
