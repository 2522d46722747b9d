"""R027: a font that fixed pages ask for and the book does not bring."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition
from epubforge.finished.stylesheets import stylesheet
from epubforge.source import EntryPlace
from epubforge.styles.families import families

RULE = Rule(
    "R027",
    "font-not-embedded",
    Severity.WARNING,
    page="""\
The styles of a fixed book ask for a font that the book does not bring.

Why it matters
    Each device has other fonts. With another one lines are longer than their boxes, and words lie
    over each other; Kobo takes Times where nothing is embedded.
Bad
    p { font-family: "Avenir", sans-serif }
Good
    @font-face { font-family: "Avenir"; src: url(../fonts/avenir.otf) }
    p { font-family: "Avenir", sans-serif }
Reference
    Kobo, github.com/kobolabs/epub-spec, "All Fonts Used In Fixed Layout Content Must Be Embedded"
    (read 2026-11-23, certain)
""",
)


def font_not_embedded(rendition: Rendition) -> Iterator[Diagnostic]:
    """The first family of each list in the stylesheets; each family once."""
    asking = those(rendition.book.shops, lambda shop: shop.fixed.fonts_embedded is True)
    package = rendition.package
    if not asking or not package.is_fixed:
        return
    sheets = [item.path for item in package.items if item.media_type == types.CSS and item.path]
    read = [(path, families(stylesheet(rendition.book, path))) for path in dict.fromkeys(sheets)]
    told = {name for _, each in read for name in each.brought}
    for path, each in read:
        for name, line, column in each.asked:
            if name.casefold() not in told:
                told.add(name.casefold())
                place = rendition.book.place(path)
                yield RULE.at(
                    EntryPlace(place.book, place.entry, line, column),
                    f"the font {name} is not in the book; {verb(asking, 'asks', 'ask')} for all "
                    "fonts of fixed pages",
                    "embed it with @font-face, or name one that is embedded first",
                )
