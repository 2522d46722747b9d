"""A066: a long address that is read out letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.tree.document import Element

RULE = Rule(
    "A066",
    "link-text-is-address",
    Severity.NOTE,
    page="""\
The words of a link are a long address.

Why it matters
    Who listens hears every stroke, dot and number of it. An address of a few words says where it
    leads; one with a path and codes does not. In notes, bibliographies and on the copyright page
    addresses are wanted.
Bad
    See <https://archive.example.org/collections/mines/item/20120601/view?id=4711>.
Good
    See [the plan of the mine](https://archive.example.org/…) in the archive.
Reference
    WCAG 2.2, 2.4.4 Link Purpose: https://www.w3.org/TR/WCAG22/#link-purpose-in-context
""",
)


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_LONGEST = 50
_WANTED = frozenset(
    """bibliography biblioentry footnote footnotes endnote endnotes rearnote rearnotes imprint
    colophon copyright-page credits credit""".split()
)


def link_text_is_address(page: Page) -> Iterator[Diagnostic]:
    """Such links in running text, of more than 50 letters."""
    wanted: Nearest[bool] = Nearest(_is_wanted)
    for link, name in page.links:
        if len(name) > _LONGEST and _ADDRESS.match(name) and not wanted.of(link):
            message = f"{quoted(name)} is read out letter by letter"
            yield RULE.at(page.at(link), message, "let the words say what is there")


def _is_wanted(element: Element) -> bool | None:
    return not _WANTED.isdisjoint(meanings(element)) or None
