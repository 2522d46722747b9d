"""C069: item repeated."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C069",
    "item-repeated",
    Severity.ERROR,
    page="""\
Two items of the manifest are the same file.

Why it matters
    Reading systems know a file by its item, and take one of the two.
Bad
    <item id="a" href="one.xhtml" …/> <item id="b" href="one.xhtml" …/>
Good
    <item id="a" href="one.xhtml" …/>
Reference
    EPUB 3.3, manifest: https://www.w3.org/TR/epub-33/#sec-manifest-elem
""",
    equivalent="OPF-074",
)


def item_repeated(rendition: Rendition) -> Iterator[Diagnostic]:
    """The second item of each file; items of one id are another rule's."""
    seen: dict[str, str] = {}
    for item in rendition.package.items:
        if seen.setdefault(item.resource, item.id) != item.id:
            said = f"{item.href} stands in the manifest again"
            yield RULE.at(rendition.at(item.element), said, "leave one of the items")
