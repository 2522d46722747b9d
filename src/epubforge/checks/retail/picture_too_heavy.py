"""R007: a picture with more bytes than a shop takes."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import megabytes, too_much
from epubforge.checks.showing import Showings
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.traits import pictures

RULE = Rule(
    "R007",
    "picture-too-heavy",
    Severity.WARNING,
    page="""\
A picture's file has more bytes than a shop takes or advises.

Why it matters
    Heavy pictures load slowly and fill the memory of small readers; Amazon takes a fee for each
    megabyte that is delivered. Kobo advises 5 MB; Amazon's guidelines said the same for years.
Bad
    A photograph as PNG, with 9 MB
Good
    The same photograph as JPEG, with 1.2 MB
Reference
    Kindle Publishing Guidelines since 2014: 5 MB (by a blog, read 2026-11-23; disputed: later
    ones do not say it, a catalogue of their rules has 127 KB)
    Kobo, github.com/kobolabs/epub-spec, "Limitations": 5 MB (read 2026-11-23, advice)
""",
)


def picture_too_heavy(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each listed picture once, at its first use in a book of ours."""
    book, showings = rendition.book, Showings(rendition)
    for item, _ in pictures(rendition) if book.shops else ():
        size = book.entries[item.path or ""].size
        verdict = too_much(
            book.shops, size,
            lambda shop: shop.pictures.max_bytes, lambda shop: shop.pictures.advised_bytes,
            megabytes,
        )  # fmt: skip
        if verdict is not None:
            yield verdict.on(
                RULE.at(
                    showings.of(item.path),
                    f"{item.href} has {megabytes(size)}; {verdict.words}",
                    "save it as JPEG, with a lower quality or fewer pixels",
                )
            )
