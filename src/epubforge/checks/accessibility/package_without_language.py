"""A043: titles and summaries in the voice of another language."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC, XML_LANG

RULE = Rule(
    "A043",
    "package-without-language",
    Severity.WARNING,
    page="""\
The package document does not say in which language its own texts are.

Why it matters
    Reading systems and shops read out title, names, description and summary of accessibility. They
    take the language from the package element; dc:language is that of the book, and they may be
    two.
Bad
    <package version="3.0" unique-identifier="id">
Good
    <package version="3.0" unique-identifier="id" xml:lang="en">
Reference
    EPUB 3.3, the xml:lang attribute: https://www.w3.org/TR/epub-33/#attrdef-xml-lang
    DAISY knowledge base: https://kb.daisy.org/publishing/docs/epub/language.html
""",
)


def package_without_language(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 3: EPUB 2 has no such attribute there."""
    root = rendition.package.document.root
    if rendition.is_epub3 and root is not None and not root.get(XML_LANG).strip():
        found = rendition.package.document.named.get(f"{DC} language", ())
        tag = next((e.text().strip() for e in found), "") or "en"
        message = "the package does not say in which language its titles are"
        yield RULE.at(
            rendition.root, message, f'write xml:lang="{tag[:40]}" in its package element'
        )
