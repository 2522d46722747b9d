"""Navigation: by what a reader finds the way.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/#navigation
"""

from __future__ import annotations

from epubforge.inventory.card.reading import FEATURE
from epubforge.inventory.statements import Statements

_WAYS = {
    "pageNavigation": "Go to page",
    "structuralNavigation": "Headings",
    "index": "Index",
    "tableOfContents": "Table of contents",
}
"""In the order in which the guide shows them."""


def navigation(said: Statements) -> tuple[str, ...]:
    """What is there, in the guide's order."""
    features = set(said.texts(FEATURE))
    return tuple(words for feature, words in _WAYS.items() if feature in features)
