"""Rich content: how formulas, long pictures and films are told.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/#rich-content
"""

from __future__ import annotations

from epubforge.inventory.card.reading import FEATURE
from epubforge.inventory.statements import Statements

_TOLD = {
    "longDescription": "Information-rich images are described by extended descriptions",
    "latex-chemistry": "Chemical formulas in LaTeX",
    "MathML-chemistry": "Chemical formulas in MathML",
    "describedMath": "Text descriptions of math are provided",
    "latex": "Math as LaTeX",
    "MathML": "Math as MathML",
    "closedCaptions": "Videos have closed captions",
    "openCaptions": "Videos have open captions",
    "transcript": "Transcript(s) provided",
}


def rich_content(said: Statements) -> tuple[str, ...]:
    """What is there, in the guide's order."""
    features = set(said.texts(FEATURE))
    return tuple(words for feature, words in _TOLD.items() if feature in features)
