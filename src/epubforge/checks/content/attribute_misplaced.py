"""C137: attribute misplaced."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import SSML, XHTML

RULE = Rule(
    "C137",
    "attribute-misplaced",
    Severity.ERROR,
    page="""\
An attribute stands where it has no meaning: sizes on a link that is no icon, a sound of a
sound.

Why it matters
    Reading systems pass it over.
Bad
    <link rel="stylesheet" sizes="16x16" href="style.css"/>
Good
    <link rel="stylesheet" href="style.css"/>
Reference
    HTML, the link element: https://html.spec.whatwg.org/multipage/semantics.html#attr-link-sizes
    EPUB 3.3, SSML attributes: https://www.w3.org/TR/epub-tts-10/#sec-ssml
""",
    equivalent="RSC-005",
)


def attribute_misplaced(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    if not page.is_content3:
        return
    for link in page.document.html("link"):
        if "sizes" in link.attributes and link.get("rel") != "icon":
            yield RULE.at(
                page.at(link),
                f"sizes stands on the link to {link.get('href')}, no icon",
                "take it out",
            )
    spoken: set[int] = set()
    """Elements inside such ones, by their order: outer ones come first."""
    for element in page.document.elements:
        outer = element.parent
        if outer is not None and (f"{SSML} ph" in outer.attributes or outer.order in spoken):
            spoken.add(element.order)
            if f"{SSML} ph" in element.attributes:
                yield RULE.at(
                    page.at(element),
                    f"ssml:ph of {element.local} stands inside another ssml:ph",
                    "take one of them out",
                )
        if "itemprop" in element.attributes and element.name.startswith(XHTML):
            wanted = _WANTED.get(element.local)
            if wanted and wanted not in element.attributes:
                said = f"{element.local} with itemprop lacks {wanted}"
                yield RULE.at(page.at(element), said, f"give it {wanted}")


_WANTED = {
    "a": "href", "area": "href", "iframe": "data", "embed": "data", "object": "data",
    "audio": "src", "video": "src",
}  # fmt: skip
