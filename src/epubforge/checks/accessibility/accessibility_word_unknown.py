"""A087: a word of accessibility metadata that nobody understands."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.claim_words import HEARD_OF, WORDS
from epubforge.finished.claims import Said, said
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A087",
    "accessibility-word-unknown",
    Severity.WARNING,
    page="""\
A value of the accessibility metadata is not in its vocabulary.

Why it matters
    Shops show what they know: a misspelt word is nothing to them, and the reader never learns of
    it.
Bad
    <meta property="schema:accessibilityFeature">alternateText</meta>
Good
    <meta property="schema:accessibilityFeature">alternativeText</meta>
Reference
    Schema.org Accessibility Properties for Discoverability Vocabulary:
    https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20241209/
""",
    criterion=Criterion("EPUB Accessibility, discovery metadata", "A"),
)


def accessibility_word_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each such word at its place; capitals count. Words that were given up are let pass."""
    for name, words in WORDS.items():
        for value in said(rendition.package, name):
            for word in _words(name, value):
                if word and word not in words and word not in HEARD_OF:
                    near = "" if rendition.book.tally.is_full else _near(word[:60], words)
                    hint = f'write "{near}", if that is meant' if near else _all(words)
                    message = f'{name} knows no "{word[:60]}"'
                    yield RULE.at(rendition.at(value.element), message, hint)


def _words(name: str, value: Said) -> list[str]:
    """Ways of reading that suffice together stand in one value, parted by commas."""
    parts = value.text.split(",") if name.endswith("Sufficient") else [value.text]
    return [part.strip() for part in parts]


def _near(word: str, words: frozenset[str]) -> str:
    from difflib import get_close_matches  # only where something is wrong

    return next(iter(get_close_matches(word, sorted(words), 1, 0.7)), "")


def _all(words: frozenset[str]) -> str:
    if len(words) > 15:
        return "look the word up in the vocabulary"
    return f"it is one of {', '.join(sorted(words))}"
