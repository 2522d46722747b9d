"""C135: languages differ."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import XHTML, XML_LANG

RULE = Rule(
    "C135",
    "languages-differ",
    Severity.ERROR,
    page="""\
An element says two languages: one in lang, another in xml:lang.

Why it matters
    Some reading systems take one, some the other, and read in the wrong voice.
Bad
    <p lang="en" xml:lang="de">
Good
    <p lang="de" xml:lang="de">
Reference
    HTML, the lang and xml:lang attributes:
    https://html.spec.whatwg.org/multipage/dom.html#the-lang-and-xml:lang-attributes
""",
    equivalent="RSC-005",
    ace=("html-xml-lang-mismatch",),
)


def languages_differ(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3; upper and lower case are the same."""
    for element in page.document.elements if page.is_content3 else ():
        attributes = element.attributes
        if XML_LANG in attributes and "lang" in attributes:
            one, other = attributes["lang"], attributes[XML_LANG]
            if one.lower() != other.lower() and element.name.startswith(XHTML):
                yield RULE.at(
                    page.at(element), f"lang is {one}, xml:lang is {other}", "make them equal"
                )
