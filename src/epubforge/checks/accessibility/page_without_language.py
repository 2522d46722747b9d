"""A042: a page that does not say in which language it is."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import language_of_book
from epubforge.tree.document import Element
from epubforge.tree.names import XML_LANG

RULE = Rule(
    "A042",
    "page-without-language",
    Severity.WARNING,
    page="""\
A page does not say which language it is written in.

Why it matters
    A program that reads aloud takes the voice of the reader's telephone: German words in an
    English mouth cannot be understood. Hyphens and quotation marks go wrong too.
Bad
    <html xmlns="http://www.w3.org/1999/xhtml">
Good
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
Reference
    WCAG 2.2, 3.1.1 Language of Page: https://www.w3.org/TR/WCAG22/#language-of-page
""",
    ace=("html-has-lang",),
    criterion=Criterion("WCAG 3.1.1", "A"),
)


def page_without_language(page: Page) -> Iterator[Diagnostic]:
    """XHTML pages whose html element, and body, has neither lang nor xml:lang."""
    root = page.document.root
    if page.is_html and root is not None and not any(map(_says_it, (root, *_bodies(page)))):
        tag = language_of_book(page) or "en"
        hint = f'write lang="{tag}" xml:lang="{tag}" in its html element'
        yield RULE.at(page.at(root), "the page does not say in which language it is", hint)


def _bodies(page: Page) -> list[Element]:
    return page.document.html("body")[:1]


def _says_it(element: Element) -> bool:
    return bool(element.get("lang").strip() or element.get(XML_LANG).strip())
