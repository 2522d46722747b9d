"""C143: pronunciation empty."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import SSML

RULE = Rule(
    "C143",
    "pronunciation-empty",
    Severity.WARNING,
    page="""\
A pronunciation is empty.

Why it matters
    Nothing is spoken in place of the words.
Bad
    <span ssml:ph="">Irmino</span>
Good
    <span ssml:ph="ɪrmɪno">Irmino</span>
Reference
    EPUB Text-to-Speech, SSML attributes: https://www.w3.org/TR/epub-tts-10/#sec-ssml
""",
    equivalent="HTM-007",
)


def pronunciation_empty(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for element in page.document.elements if page.is_content3 else ():
        if f"{SSML} ph" in element.attributes and not element.get(f"{SSML} ph").strip():
            yield RULE.at(page.at(element), "ssml:ph is empty", "say how it is spoken")
