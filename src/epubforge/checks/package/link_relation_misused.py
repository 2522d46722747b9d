"""C077: link relation misused."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C077",
    "link-relation-misused",
    Severity.ERROR,
    page="""\
A link of the metadata refines what its relation cannot be said of, or does not where it must.

Why it matters
    A record is of the whole book; a voice is of one title or name.
Bad
    <link rel="voicing" href="title.mp3" media-type="audio/mpeg"/>
Good
    <link rel="voicing" refines="#title" href="title.mp3" media-type="audio/mpeg"/>
Reference
    EPUB 3.3, metadata link vocabulary: https://www.w3.org/TR/epub-33/#app-link-vocab
""",
    equivalent="RSC-005",
)


def link_relation_misused(rendition: Rendition) -> Iterator[Diagnostic]:
    """Records and voices."""
    for link in rendition.package.elements("link") if rendition.is_epub3 else ():
        relations, refines = link.tokens("rel"), "refines" in link.attributes
        if "record" in relations and refines:
            yield RULE.at(
                rendition.at(link),
                f"the record {link.get('href')} is said of a part of the book",
                "take refines out",
            )
        if "voicing" in relations and not refines:
            said = f"whose voicing {link.get('href')} is, is not said"
            yield RULE.at(rendition.at(link), said, "add refines")
