"""A011: a link whose words do not say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.finished.spoken import language_of

RULE = Rule(
    "A011",
    "link-says-nothing",
    Severity.NOTE,
    page="""\
The words of a link say only that it is one: "here", "click here", "read more".

Why it matters
    Who listens goes from link to link, or asks for a list of them, and hears "here, here, here".
    On paper, and on a screen that is not touched, there is nothing to click.
Bad
    The record is told [here](03-the-record.md).
Good
    The story of [the record](03-the-record.md) comes later.
Reference
    WCAG 2.2, 2.4.4 Link Purpose: https://www.w3.org/TR/WCAG22/#link-purpose-in-context
""",
)

_EMPTY = {
    "en": "here|click here|tap here|see here|this link|link|read more|more|this page",
    "de": "hier|hier klicken|klicken sie hier|mehr|weiterlesen|link|dieser link",
    "fr": "ici|cliquez ici|cliquer ici|lire la suite|en savoir plus|ce lien|lien",
    "es": "aquí|haga clic aquí|leer más|más|este enlace|enlace",
    "it": "qui|clicca qui|leggi di più|questo link|link",
    "ru": "здесь|тут|нажмите здесь|подробнее|ссылка",
    "uk": "тут|натисніть тут|докладніше|посилання",
}
_WORDS = {language: frozenset(words.split("|")) for language, words in _EMPTY.items()}
_SIGNS = re.compile(r"[^\w\s]+")
_LONGEST = 40


def link_says_nothing(page: Page) -> Iterator[Diagnostic]:
    """Links whose whole text is such a phrase of the language that they stand in."""
    for link, name in page.links:
        if len(name) <= _LONGEST and _folded(name) in _words(language_of(page, link)):
            yield RULE.at(
                page.at(link),
                f"{quoted(name)} does not say where the link leads",
                "make words of the sentence the link that name what is there",
            )


def _words(language: str) -> frozenset[str]:
    return _WORDS.get(language.lower().partition("-")[0], frozenset())


def _folded(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text.casefold()).split())
