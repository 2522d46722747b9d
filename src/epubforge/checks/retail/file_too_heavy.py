"""R030: a book's file with more bytes than a shop takes."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.shops import megabytes, too_much
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition
from epubforge.model.profile import Profile

RULE = Rule(
    "R030",
    "file-too-heavy",
    Severity.ERROR,
    page="""\
The book's file has more bytes than a shop takes; what a shop only advises is a note.

Why it matters
    Apple and Google refuse files above 2 GB when they are uploaded. Readers wait for a heavy book,
    pay for it where they travel, and delete it first.
Bad
    A photobook of 2.4 GB
Good
    [images]
    book_max = "300 MB"
Reference
    Apple Books Asset Guide, itcd08fcb646: up to 2 GB, best below 1 GB, 500 MB with sound or film
    (read 2026-11-23, certain)
    Google Play Books partner help 3424254: less than 2 GB (read 2026-11-23, certain)
    Kobo, github.com/kobolabs/epub-spec, "Limitations": 1 GB (read 2026-11-23, advice)
    Kindle Publishing Guidelines 10.4.2: 650 MB (by a copy, read 2026-11-23)
""",
)


def file_too_heavy(rendition: Rendition) -> Iterator[Diagnostic]:
    """The file as it lies on the disk; of a book of ours the sum of what it will hold."""
    book = rendition.book
    if not book.shops or book.packages[0] is not rendition.package:
        return
    items = rendition.package.items
    has_media = any(types.is_audio(i.media_type) or types.is_video(i.media_type) for i in items)

    def advised(shop: Profile) -> int | None:
        told = (shop.book.advised_bytes, shop.book.media_bytes if has_media else None)
        return min((each for each in told if each is not None), default=None)

    size = book.archive.size
    verdict = too_much(book.shops, size, lambda shop: shop.book.max_bytes, advised, megabytes)
    if verdict is not None:
        yield verdict.on(
            RULE.at(
                rendition.whole,
                f"the book has {megabytes(size)}; {verdict.words}",
                'draw its pictures coarser, as book_max = "300 MB" under [images] does by itself',
            )
        )
