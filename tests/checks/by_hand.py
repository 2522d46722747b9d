"""Books made by hand for the rules, each thing with its true place in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from epubforge.diagnostics import Diagnostic
from epubforge.model.book import (
    Book,
    CaptionMarkup,
    Chapter,
    Page,
    PlacedPicture,
    Plate,
    PlatePage,
    TocEntry,
)
from epubforge.model.document import Document, Header, Heading, LinkUse, Outline, PictureUse
from epubforge.model.metadata import Metadata
from epubforge.model.picture import Caption, Picture
from epubforge.model.publication import AccessibilityMetadata, Publication
from epubforge.report.places import locate
from epubforge.source import SourceFile, Span

METADATA = Metadata("A book", ("en",), "urn:uuid:00000000-0000-0000-0000-000000000001")
SETTINGS = SourceFile("manuscript/book.toml", '[book]\ncover = "images/cover.jpg"\n')
ROWS = SourceFile("manuscript/plates.toml", "[[picture]]\n" * 9)
PUBLICATION = Publication(
    METADATA, AccessibilityMetadata((), (), (), (), ""), "2026-01-31T12:00:00Z", (), (), (), ()
)


def text(content: str, path: str = "manuscript/1.md") -> SourceFile:
    """A chapter file."""
    return SourceFile(path, content)


def at(source: SourceFile, piece: str) -> Span:
    """Where a piece stands first."""
    start = source.text.index(piece)
    return source.span(start, start + len(piece))


def placed(
    path: str,
    width: int = 1600,
    height: int = 2560,
    media_type: str = "image/jpeg",
    digest: str | None = None,
) -> PlacedPicture:
    """A picture in the book; without a digest it differs from every other path's."""
    picture = Picture(digest or path, media_type, width, height, b"")
    return PlacedPicture(f"images/{picture.digest}", picture, path)


def chapter(
    source: SourceFile,
    headings: Sequence[Heading] = (),
    pictures: Sequence[tuple[PictureUse, PlacedPicture | None]] = (),
    links: Sequence[tuple[LinkUse, str | None]] = (),
    header: Header | None = None,
    href: str = "text/1.xhtml",
    language: str = "en",
    epub_type: str | None = "chapter",
    linear: bool = True,
) -> Page:
    """A chapter of the main text with what its outline holds."""
    outline = Outline(
        headings=tuple(headings),
        pictures=tuple(use for use, _ in pictures),
        links=tuple(link for link, _ in links),
        first_block=source.line_span(1) if source.text else None,
    )
    content = Chapter(
        Document(source, header or Header(), outline, ()),
        tuple(target for _, target in links),
        tuple(picture for _, picture in pictures),
    )
    return Page(href, "1", language, "body", epub_type, None, content, linear)


def plate(
    picture: PlacedPicture,
    number: int = 1,
    alt: str = "",
    caption: str = "",
    decorative: bool = False,
    has_row: bool = True,
) -> Page:
    """A plate; its row is the line of that number in the caption table."""
    span = ROWS.line_span(number) if has_row else SETTINGS.span()
    row = Caption(picture.source_path, span, caption, alt, decorative) if has_row else None
    markup = CaptionMarkup(caption, "", caption)
    href, path = f"text/plate-{number}.xhtml", picture.source_path
    content = PlatePage((Plate(number, href, picture, row, markup, span, path, f"{number}"),))
    return Page(href, f"{number}", "en", "body", None, None, content)


def book(
    *pages: Page,
    metadata: Metadata = METADATA,
    toc: Sequence[TocEntry] = (),
    cover: PlacedPicture | None = None,
    cover_span: Span | None = None,
    unused_pictures: Sequence[str] = (),
) -> Book:
    """A book of these pages."""
    return Book(
        metadata,
        pages,
        tuple(toc),
        (),
        (),
        cover,
        SETTINGS.span(),
        "2026-01-31T12:00:00Z",
        tuple(unused_pictures),
        cover_span=cover_span,
    )


def lines(found: Iterable[Diagnostic]) -> list[str]:
    """Findings as in the case files: `file:line:column severity CODE name: message`."""
    shown: list[str] = []
    for finding in found:
        location, rule = locate(finding), finding.rule
        assert location.start is not None
        place = f"{location.file}:{location.start.line}:{location.start.column}"
        shown.append(f"{place} {finding.grade.value} {rule.code} {rule.name}: {finding.message}")
    return shown
