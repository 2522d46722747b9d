"""C071: item with fragment."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C071",
    "item-with-fragment",
    Severity.ERROR,
    page="""\
An item's address leads into a file and not to the file.

Why it matters
    Items are whole files; no file has such a name.
Bad
    <item href="one.xhtml#start" …/>
Good
    <item href="one.xhtml" …/>
Reference
    EPUB 3.3, item: https://www.w3.org/TR/epub-33/#sec-item-elem
""",
    equivalent="OPF-091",
)


def item_with_fragment(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each such item."""
    for item in rendition.package.items:
        if item.url.fragment is not None:
            said = f"{item.href} leads into a file"
            yield RULE.at(rendition.at(item.element), said, "take out what follows after #")
