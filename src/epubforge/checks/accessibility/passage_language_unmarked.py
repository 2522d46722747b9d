"""A046: a passage in another language that nobody marked."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.tongue import language_instead
from epubforge.language.names import name_of_language

RULE = Rule(
    "A046",
    "passage-language-unmarked",
    Severity.NOTE,
    page="""\
A passage seems to be in another language than the text around it, and does not say so.

Why it matters
    A program that reads aloud goes on in the voice of the page: French words in an English mouth
    cannot be understood. Hyphens and quotation marks go wrong too.
    This is a guess, by letters of another script and by the smallest words of a language; it is
    made only where a passage is long enough. Names, titles of works and single words need no mark.
Bad
    > Il faut cultiver notre jardin, dit-il, et ne rien demander aux autres.
Good
    ::: quote {lang=fr}
    Il faut cultiver notre jardin, dit-il, et ne rien demander aux autres.
    :::

    He said: [Il faut cultiver notre jardin]{lang=fr}.
Reference
    WCAG 2.2, 3.1.2 Language of Parts: https://www.w3.org/TR/WCAG22/#language-of-parts
""",
)


_MOST = 10
"""Passages of one page that are told."""


def passage_language_unmarked(page: Page) -> Iterator[Diagnostic]:
    """Blocks, and what is set in italics or quoted in them; not in a page that is all in another
    language, which is told of as a whole."""
    if not page.is_html or page.is_navigation or language_instead(page) is not None:
        return
    told: set[int] = set()
    around: Nearest[bool] = Nearest(lambda element: element.order in told or None)
    for each in page.tongues.strays:
        if around.of(each.element):
            continue
        told.add(each.element.order)
        what = name_of_language(each.language) if each.language else f"{each.script} letters"
        message = f"{quoted(each.text)} seems to be in {what}, and is marked as {each.said}"
        tag = each.language or "…"
        hint = f'write lang="{tag}" xml:lang="{tag}"; in Markdown, [words]{{lang={tag}}}'
        yield RULE.at(page.at(each.element), message, hint)
        if len(told) >= _MOST:
            return
