"""R076: fonts whose makers do not let them travel with a book."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition
from epubforge.fonts.error import FontError
from epubforge.fonts.face import read_faces

RULE = Rule(
    "R076",
    "font-not-embeddable",
    Severity.WARNING,
    page="""\
A font in the book says that it may not be embedded (fsType 2), or cannot be read at all.

Why it matters
    An e-book is copied to each of its readers, and the font with it: without its maker's leave that
    is against the law. A font that cannot be read is replaced, and the book looks otherwise.
Bad
    A font that came with an operating system or an office program
Good
    A font under the SIL Open Font License, or one with a licence for e-books
Reference
    OpenType, OS/2 fsType: https://learn.microsoft.com/typography/opentype/spec/os2#fstype
""",
)


def font_not_embeddable(rendition: Rendition) -> Iterator[Diagnostic]:
    """Every such font of the manifest that is in the book and not encrypted."""
    for item in rendition.package.items:
        if not types.is_font(item.media_type) or rendition.book.is_locked(item.path):
            continue
        content = rendition.book.read(item.path or "")
        reason = "" if content is None else _reason(content, item.path or "")
        if reason:
            yield RULE.at(
                rendition.at(item.element),
                f"{item.href} {reason}",
                "take another font, or ask its maker for one for e-books",
            )


def _reason(content: bytes, path: str) -> str:
    try:
        faces = read_faces(content, path)
    except FontError as error:
        return str(error)
    return "" if faces[0].embeddable else "may not be embedded: its maker forbids it (fsType 2)"
