"""C065: spine item picture."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C065",
    "spine-item-picture",
    Severity.ERROR,
    page="""\
A picture or stylesheet stands in the reading order of an EPUB 2 as if it were a page.

Why it matters
    Reading systems show nothing, or stop.
Bad
    <item id="cover" href="cover.jpg" media-type="image/jpeg"/> <itemref idref="cover"/>
Good
    <item id="cover-page" href="cover.xhtml" …/> <itemref idref="cover-page"/>
Reference
    OPF 2.0.1, spine: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4
""",
    equivalent="OPF-042",
)


def spine_item_picture(rendition: Rendition) -> Iterator[Diagnostic]:
    """In EPUB 2."""
    for step in rendition.package.spine if rendition.package.is_epub2 else ():
        if step.item is not None and step.item.media_type in types.CORE_IMAGES_2 | {types.CSS}:
            said = f"{step.item.href} is {step.item.media_type} and no page"
            yield RULE.at(rendition.at(step.element), said, "put it on an XHTML page")
