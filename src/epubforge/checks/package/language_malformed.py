"""C090: language malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.tags import is_well_formed
from epubforge.tree.names import DC, XML_LANG

RULE = Rule(
    "C090",
    "language-malformed",
    Severity.ERROR,
    page="""\
A language tag is not well-formed.

Why it matters
    The wrong voice reads the text aloud, and hyphens fall in wrong places.
Bad
    <dc:language>english</dc:language>
Good
    <dc:language>en</dc:language>
Reference
    BCP 47: https://www.rfc-editor.org/info/bcp47
    EPUB 3.3, dc:language: https://www.w3.org/TR/epub-33/#sec-opf-dclanguage
""",
    equivalent="OPF-092",
)


def language_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """The book's languages, and those of its metadata."""
    document = rendition.package.document
    for element in document.named.get(f"{DC} language", ()) if rendition.is_epub3 else ():
        text = element.text().strip()
        if text and not is_well_formed(text):
            yield RULE.at(
                rendition.at(element), f"{text} is no language tag", "write en, de-AT, zh-Hant"
            )
    for element in document.elements if rendition.is_epub3 else ():
        for name in (XML_LANG, "hreflang"):
            text = element.get(name)
            if text and not is_well_formed(text):
                said = f"{text} is no language tag"
                yield RULE.at(rendition.at(element), said, "write en, de-AT, zh-Hant")
