"""From a book to what may truly be said of its accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from epubforge.model.book import Book, Chapter, CoverPage, Page, PlateDescriptionsPage, PlatePage
from epubforge.model.picture import Picture
from epubforge.model.publication import AccessibilityMetadata

_FIRST_BYTES = 1 << 16
"""An animated PNG says so before its first pixel: https://www.w3.org/TR/png-3/#acTL-chunk"""
_BY_CONSTRUCT = {
    "description": "longDescription",
    "index": "index",
    "people": "index",
    "places": "index",
    "math": "MathML",
    "ruby": "rubyAnnotations",
}
"""What a construct gives to readers, in schema.org's words. MathML has its source beside it."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture that tells something, where it is shown."""

    is_described: bool


def accessibility(book: Book) -> AccessibilityMetadata:
    """The five schema.org properties, none of them empty, none said that the book does not keep.

    Hazards and summary are the publisher's where he gives them.
    """
    shown = tuple(_shown(book))
    stated = book.metadata.accessibility
    return AccessibilityMetadata(
        modes=_modes(book, shown),
        sufficient=_sufficient(book, shown),
        features=tuple(_features(book, shown)),
        hazards=stated.hazards or _hazards(book),
        summary=stated.summary or _summary(book, shown),
    )


def _shown(book: Book) -> Iterator[_Shown]:
    for page in book.pages:
        match page.content:
            case CoverPage(alt=alt):
                yield _Shown(_says_something(alt))
            case PlatePage(plates=plates):
                yield from (
                    _Shown(_says_something(plate.alt))
                    for plate in plates
                    if plate.placed is not None and not plate.is_decorative
                )
            case Chapter() as chapter:
                yield from _in_text(chapter)
            case _:
                pass


def _in_text(chapter: Chapter) -> Iterator[_Shown]:
    for use, placed in zip(chapter.document.outline.pictures, chapter.pictures, strict=True):
        if placed is not None and not use.decorative:
            yield _Shown(_says_something(use.alt))


def _says_something(alt: str) -> bool:
    return bool(alt.strip())


def _modes(book: Book, shown: tuple[_Shown, ...]) -> tuple[str, ...]:
    has_film = any(media.media_type.startswith("video/") for media in book.media)
    visual = ("visual",) if shown or has_film else ()
    return ("textual", *visual, *(("auditory",) if book.media else ()))


def _sufficient(book: Book, shown: tuple[_Shown, ...]) -> tuple[str, ...]:
    """Text alone is enough only if every picture that tells something is told in words too.

    Of sounds and films nobody can know whether the words in their place tell all.
    """
    together = ",".join(_modes(book, shown))
    if book.media or (shown and not _all_described(shown)):
        return (together,)
    return (together, "textual") if shown else (together,)


def _all_described(shown: tuple[_Shown, ...]) -> bool:
    return all(picture.is_described for picture in shown)


def _features(book: Book, shown: tuple[_Shown, ...]) -> Iterator[str]:
    yield from (
        "structuralNavigation",
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
    )
    if shown and _all_described(shown):
        yield "alternativeText"
    used = {name for page in book.pages for name in _constructs(page)}
    features = (feature for name, feature in _BY_CONSTRUCT.items() if name in used)
    yield from dict.fromkeys(features)
    if book.page_marks:
        yield from ("pageNavigation", "pageBreakMarkers")
    if any(_has_role(page) for page in book.pages):
        yield "ARIA"
    yield "unlocked"


def _constructs(page: Page) -> Iterator[str]:
    if isinstance(page.content, PlateDescriptionsPage):
        yield "description"
    if isinstance(page.content, Chapter):
        outline = page.content.document.outline
        yield from outline.features
        yield from (made.kind for made in outline.lists)


def _has_role(page: Page) -> bool:
    return page.role is not None


def _hazards(book: Book) -> tuple[str, ...]:
    """No script gets into a book: only pictures, sounds and films could do harm."""
    if book.media:
        return ("unknown",)
    still = all(_stands_still(placed.picture) for placed in book.pictures)
    return ("none",) if still else ("unknown",)


def _stands_still(picture: Picture) -> bool:
    match picture.media_type:
        case "image/jpeg":
            return True
        case "image/png":
            return b"acTL" not in _beginning(picture.content)
        case _:
            return False


def _beginning(content: bytes | Path) -> bytes:
    if isinstance(content, bytes):
        return content[:_FIRST_BYTES]
    with content.open("rb") as file:
        return file.read(_FIRST_BYTES)


def _summary(book: Book, shown: tuple[_Shown, ...]) -> str:
    text = (
        "The text reflows, its size, font and colours can be changed, it can be read aloud or in "
        "braille, and headings and a table of contents lead through it."
    )
    media = " Some of it is sound or film, with words in its place." if book.media else ""
    pages = " It tells where the pages of the printed book begin." if book.page_marks else ""
    return f"{text} {_of_pictures(shown)}{media}{pages}"


def _of_pictures(shown: tuple[_Shown, ...]) -> str:
    described = sum(picture.is_described for picture in shown)
    match len(shown):
        case 0:
            return "There are no pictures that carry meaning."
        case 1:
            return "The one picture " + ("is described." if described else "has no description.")
        case total if described == total:
            return f"All {total} pictures have descriptions."
        case total if described == 0:
            return f"None of the {total} pictures has a description."
        case total:
            verb = "has a description" if described == 1 else "have descriptions"
            return f"Of {total} pictures {described} {verb}."
