"""A047: a page in one language that says it is in another."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.tongue import language_instead
from epubforge.language.names import name_of_language

RULE = Rule(
    "A047",
    "page-language-wrong",
    Severity.WARNING,
    page="""\
A page is said to be in one language, and is written in another.

Why it matters
    A program that reads aloud takes the voice of the language that the page names: a Ukrainian
    chapter read by an English voice is noise. Mostly a template, or the language of the book, was
    left as it was.
    This is a guess, by the script and by the smallest words of some twenty languages, over several
    paragraphs.
Bad
    language = "en" in book.toml, and a chapter in German
Good
    lang = "de" in the header of that chapter
Reference
    WCAG 2.2, 3.1.1 Language of Page: https://www.w3.org/TR/WCAG22/#language-of-page
""",
    criterion=Criterion("WCAG 3.1.1", "A"),
)


def page_language_wrong(page: Page) -> Iterator[Diagnostic]:
    """Where most of what is not marked otherwise is surely in one other language."""
    found = language_instead(page) if page.is_html else None
    if found is not None:
        other = found.language
        what = f"in {name_of_language(other)}" if other else f"written in {found.script} letters"
        tag = other or "…"
        message = f"the page is marked as {found.said}, and most of it is {what}"
        hint = (
            f'write lang="{tag}" in its html element; in a manuscript, lang = "{tag}" in its header'
        )
        place = page.document.root
        yield RULE.at(page.at(place) if place is not None else page.whole, message, hint)
