"""Small books made by hand, as `compose` and `render` hand them to the package."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from epubforge.model.book import (
    Book,
    CaptionMarkup,
    Chapter,
    ContentsPage,
    CoverPage,
    Landmark,
    Page,
    PlacedPicture,
    Plate,
    PlatePage,
    TocEntry,
)
from epubforge.model.document import Document, Header, Outline, PictureUse
from epubforge.model.metadata import (
    Contributor,
    Metadata,
    PrintEdition,
    Series,
    Subject,
)
from epubforge.model.picture import Caption, Picture
from epubforge.model.publication import LineMap, Publication, Resource
from epubforge.package.assemble import assemble
from epubforge.source import SourceFile

SETTINGS = SourceFile("manuscript/book.toml", "[book]\n")
CHAPTER = SourceFile("manuscript/1.md", "# One\n\nText with ![Ada](ada.jpg).\n")

METADATA = Metadata(
    title="Heroes & Labour",
    languages=("en", "uk"),
    identifier="urn:isbn:9783869306896",
    subtitle="A <small> book",
    original_title="Герої праці",
    isbn="9783869306896",
    contributors=(
        Contributor("Gleb Kosorukov", ("pht", "aut"), "Kosorukov, Gleb"),
        Contributor("Ada Lovelace", ("aut",)),
        Contributor("Jan Tschichold", ("bkd",), "Tschichold, Jan"),
    ),
    publisher="A “Publisher”",
    published="2012-06-01",
    edition="2nd revised edition",
    description="About  the\nmine.",
    rights="© 2012",
    subjects=(Subject("Miners"), Subject("Photobooks", "BISAC", "PHO016000")),
    series=Series("Working Lives", "2"),
    print=PrintEdition(isbn="978-3-86930-689-6"),
)


def jpeg(shade: int = 128) -> bytes:
    """A small grey picture."""
    out = io.BytesIO()
    Image.new("RGB", (60, 80), (shade, shade, shade)).save(out, "JPEG")
    return out.getvalue()


def placed(
    href: str, content: bytes | None = None, media_type: str = "image/jpeg"
) -> PlacedPicture:
    """A picture under its name in the book."""
    content = jpeg() if content is None else content
    return PlacedPicture(href, Picture(href, media_type, 60, 80, content), href)


def chapter(*uses: PictureUse, pictures: tuple[PlacedPicture | None, ...] = ()) -> Chapter:
    """A chapter that shows pictures."""
    document = Document(CHAPTER, Header(), Outline(pictures=uses), ("<h1>One</h1>",))
    return Chapter(document, (), pictures)


def use(alt: str, *, decorative: bool = False) -> PictureUse:
    """A picture in the text."""
    return PictureUse("ada.jpg", alt, decorative, CHAPTER.span())


def plate(number: int, picture: PlacedPicture, alt: str) -> PlatePage:
    """A plate with its row of the caption table."""
    caption = Caption(picture.source_path, SETTINGS.span(), alt=alt)
    return plate_page(number, picture, caption)


def plate_page(number: int, picture: PlacedPicture, caption: Caption | None) -> PlatePage:
    """A plate alone on its page."""
    href, path = f"text/plate-{number:03}.xhtml", picture.source_path
    row = (caption, CaptionMarkup(), SETTINGS.span(), path, f"Plate {number}")
    return PlatePage((Plate(number, href, picture, *row),))


def page(href: str, title: str, content: Chapter | CoverPage | PlatePage | ContentsPage) -> Page:
    """A page of the body."""
    return Page(href, title, "en", "body", "chapter", "doc-chapter", content)


def sample_book(metadata: Metadata = METADATA) -> Book:
    """Cover, contents, one chapter with a picture, one plate."""
    cover, ada, first = (
        placed(f"images/{name}.jpg", jpeg(n))
        for n, name in enumerate(("cover", "ada", "plate-001"))
    )
    return Book(
        metadata=metadata,
        pages=(
            replace(page("text/cover.xhtml", "Cover", CoverPage(cover, "The cover")), role=None),
            page("text/contents.xhtml", "What is in it", ContentsPage()),
            page("text/one.xhtml", "One", chapter(use("Ada at her desk"), pictures=(ada,))),
            page("text/plate-001.xhtml", "Plate 1", plate(1, first, "A miner")),
        ),
        toc=(
            TocEntry(
                "One & only",
                "text/one.xhtml",
                (TocEntry("Section", "text/one.xhtml#section"),),
            ),
            TocEntry("Plate 1", "text/plate-001.xhtml"),
        ),
        landmarks=(
            Landmark("cover", "Cover", "text/cover.xhtml"),
            Landmark("toc", "Contents", "text/contents.xhtml"),
            Landmark("bodymatter", "Start", "text/one.xhtml"),
        ),
        pictures=(cover, ada, first),
        cover=cover,
        settings_span=SETTINGS.span(),
        modified="2026-01-31T12:00:00Z",
        labels={"contents": "Contents", "landmarks": "Signposts"},
    )


def xhtml(body: str, title: str = "A page") -> bytes:
    """A minimal page that lies in `text/`."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        'lang="en" xml:lang="en">\n'
        f"<head><title>{title}</title>"
        '<link rel="stylesheet" type="text/css" href="../styles/book.css"/></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def sample_pages() -> tuple[Resource, ...]:
    """The pages of the sample book, and its style sheet."""
    media_type = "application/xhtml+xml"
    one = (
        '<section epub:type="chapter" role="doc-chapter">\n<h1>One</h1>\n'
        '<p id="section">Text <img src="../images/ada.jpg" alt="Ada at her desk"/></p>\n</section>'
    )
    return (
        Resource("styles/book.css", "text/css", b"body { margin: 1em; }\n"),
        Resource("text/cover.xhtml", media_type,
                 xhtml('<img src="../images/cover.jpg" alt="The cover"/>', "Cover")),
        Resource("text/one.xhtml", media_type, xhtml(one, "One"),
                 origin=LineMap(CHAPTER, ((6, 1), (8, 3)))),
        Resource("text/plate-001.xhtml", media_type,
                 xhtml('<img src="../images/plate-001.jpg" alt="A miner"/>', "Plate 1")),
    )  # fmt: skip


def sample_publication(metadata: Metadata = METADATA) -> Publication:
    """The sample book, ready to be written."""
    return assemble(sample_book(metadata), sample_pages()).value
