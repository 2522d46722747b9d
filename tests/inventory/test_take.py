"""The inventory of whole books, sound, old and broken ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from checks.finished_books import write_book
from epubforge.fonts.house import text_face
from epubforge.inventory.contents import Entry, Landmark
from epubforge.inventory.obfuscation import IDPF, readable
from epubforge.inventory.take import Inventory, NoBook, Unread, take_inventory
from epubforge.package.open import open_epub

XLINK = 'xmlns:epub="http://www.idpf.org/2007/ops"'
ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData>'
    '<enc:CipherReference URI="EPUB/{name}"/></enc:CipherData></enc:EncryptedData></encryption>'
)
FONT = '<item id="f" href="a.ttf" media-type="font/ttf"/>\n'


def taken(blocks: dict[str, str], folder: Path) -> Inventory:
    """The inventory of a book with these blocks."""
    file = write_book(blocks, folder / "book.epub")
    return take_inventory(open_epub(file).value, file.stat().st_size).inventory


def test_contents_landmarks_and_pages(tmp_path: Path) -> None:
    """Of the navigation document: a tree, headings without links, meanings, pages."""
    found = taken(
        {
            "contents": '<li><span>Part</span><ol><li><a href="one.xhtml#s">Sec<b>tion</b></a></li>'
            "</ol></li>\n",
            "navs": '<nav epub:type="page-list"><ol><li><a href="one.xhtml#p1">i</a></li>'
            '<li><a href="one.xhtml#p2">ii</a></li></ol></nav>'
            '<nav epub:type="landmarks"><ol><li><a epub:type="bodymatter" href="one.xhtml">Start'
            "</a></li></ol></nav>",
        },
        tmp_path,
    )
    assert found.contents.toc == (
        Entry("One", "EPUB/one.xhtml"),
        Entry("Part", "", (Entry("Section", "EPUB/one.xhtml#s"),)),
    )
    assert [(depth, entry.title) for depth, entry in found.contents.lines] == [
        (0, "One"), (0, "Part"), (1, "Section"),
    ]  # fmt: skip
    assert found.contents.landmarks == (Landmark("bodymatter", "Start", "EPUB/one.xhtml"),)
    assert [each.title for each in found.contents.pages] == ["i", "ii"]
    assert found.counts.pages == 2


def test_contents_of_epub_2(tmp_path: Path) -> None:
    """Of the NCX and the guide."""
    found = taken(
        {
            "epub2": "",
            "contents": "<navPoint><navLabel><text>Two</text></navLabel>"
            '<content src="one.xhtml#two"/><navPoint><navLabel><text>In two</text></navLabel>'
            '<content src="one.xhtml#in"/></navPoint></navPoint>\n',
            "navs": '<pageList><pageTarget type="normal"><navLabel><text>7</text></navLabel>'
            '<content src="one.xhtml#p7"/></pageTarget></pageList>',
            "after": '<guide><reference type="text" title="Start" href="one.xhtml"/></guide>',
        },
        tmp_path,
    )
    assert found.version == "2.0"
    assert found.contents.toc == (
        Entry("One", "EPUB/one.xhtml"),
        Entry("Two", "EPUB/one.xhtml#two", (Entry("In two", "EPUB/one.xhtml#in"),)),
    )
    assert found.contents.landmarks == (Landmark("text", "Start", "EPUB/one.xhtml"),)
    assert [(e.title, e.href) for e in found.contents.pages] == [("7", "EPUB/one.xhtml#p7")]


def test_reading_order(tmp_path: Path) -> None:
    """Titles of the contents, else of the page; layout, side and linear where they are said."""
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Of the head</title></head>'
        "<body><p>Three words here</p></body></html>"
    )
    found = taken(
        {
            "EPUB/two.xhtml": page,
            "items": '<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>\n',
            "step": 'properties="rendition:layout-pre-paginated page-spread-left"',
            "spine": '<itemref idref="two" linear="no"/><itemref idref="nothing"/>\n',
        },
        tmp_path,
    )
    one, two, nothing = found.spine
    assert (one.title, one.layout, one.side, one.linear) == ("One", "pre-paginated", "left", True)
    assert (two.title, two.words, two.characters, two.linear) == ("Of the head", 3, 16, False)
    assert two.bytes == len(page)
    assert (nothing.path, nothing.bytes) == ("", 0)
    assert found.unread == (Unread("", "it is not in the book"),)


def test_pictures(tmp_path: Path) -> None:
    """Size, kind by content, cover, uses, and what is said in their place."""
    found = taken(
        {
            "EPUB/a.png": "30 x 20\n",
            "EPUB/b.png": "9 x 9\n",
            "EPUB/c.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"/>',
            "EPUB/d.png": "no picture",
            "items": '<item id="a" href="a.png" media-type="image/png" properties="cover-image"/>\n'
            '<item id="b" href="b.png" media-type="image/png"/>\n'
            '<item id="c" href="c.svg" media-type="image/svg+xml"/>\n'
            '<item id="d" href="d.png" media-type="image/png"/>\n'
            '<item id="e" href="missing.png" media-type="image/png"/>\n',
            "body": '<p><img src="a.png" alt="A"/><img src="a.png" alt="B"/><img src="a.png"/>'
            '<img src="b.png" alt=""/></p>',
        },
        tmp_path,
    )
    a, b, c, d = found.pictures
    assert (a.format, a.width, a.height, a.colour) == ("PNG", 30, 20, "colour")
    assert (a.is_cover, a.uses, a.alts, a.undescribed) == (True, 3, ("A", "B"), 1)
    assert (b.is_cover, b.uses, b.alts, b.undescribed) == (False, 1, (), 0)
    assert (c.format, c.width, c.height) == ("SVG", 64, 48)
    assert (d.format, d.width, d.media_type) == ("", 0, "image/png")
    counts = found.counts
    assert (counts.pictures, counts.pictures_shown) == (4, 4)
    assert (counts.pictures_described, counts.pictures_decorative) == (2, 1)


def test_sizes(tmp_path: Path) -> None:
    """Every file has one kind; kinds and files come the heaviest first."""
    found = taken(
        {
            "EPUB/a.png": "300 x 200\n",
            "EPUB/a.css": "p { margin: 0 }\n",
            "EPUB/unlisted.bin": "x" * 5000,
            "items": '<item id="a" href="a.png" media-type="image/png"/>\n'
            '<item id="b" href="a.css" media-type="text/css"/>\n',
        },
        tmp_path,
    )
    kinds = {each.kind: each.files for each in found.sizes.kinds}
    assert kinds == {"text": 2, "pictures": 1, "styles": 1, "other": 4}
    assert found.sizes.kinds[0].kind == "other"
    assert found.sizes.heaviest[0].path == "EPUB/unlisted.bin"
    assert found.sizes.files == 8
    assert found.sizes.unpacked == sum(each.bytes for each in found.sizes.kinds)
    assert found.sizes.bytes > found.sizes.unpacked  # stored, with the archive's own directory


def test_fonts(tmp_path: Path) -> None:
    """Family, weight, glyphs and what the maker allows; and what is no font."""
    font = text_face().data
    found = taken(
        {
            "EPUB/a.ttf": f"hex {font.hex()}",
            "EPUB/b.otf": "no font",
            "items": FONT + '<item id="b" href="b.otf" media-type="font/otf"/>\n',
        },
        tmp_path,
    )
    good, bad = found.fonts
    assert (good.facts.family, good.facts.weight, good.facts.format) == (
        "Literata",
        400,
        "TrueType",
    )
    assert (good.facts.embedding, good.facts.may_be_subset) == ("installable", True)
    assert good.bytes == len(font)
    assert good.facts.glyphs is not None
    assert good.facts.glyphs > 200
    assert bad.facts.fault == "is no font: neither TTF, OTF nor WOFF"


def test_an_obfuscated_font(tmp_path: Path) -> None:
    """It is unscrambled with the book's identifier to be looked into, and said to be scrambled."""
    font = text_face().data
    scrambled = readable(font, IDPF, "urn:x-test:1")
    assert scrambled[:1040] != font[:1040]
    assert scrambled[1040:] == font[1040:]
    key = hashlib.sha1(b"urn:x-test:1").digest()
    assert scrambled[0] == font[0] ^ key[0]
    found = taken(
        {
            "EPUB/a.ttf": f"hex {scrambled.hex()}",
            "META-INF/encryption.xml": ENCRYPTION.format(algorithm=IDPF, name="a.ttf"),
            "items": FONT,
        },
        tmp_path,
    )
    (told,) = found.fonts
    assert (told.obfuscation, told.facts.family) == ("IDPF", "Literata")


def test_a_locked_book(tmp_path: Path) -> None:
    """What is encrypted is said not to be read; all else is told."""
    locked = ENCRYPTION.format(algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc",
                               name="one.xhtml")  # fmt: skip
    found = taken({"META-INF/encryption.xml": locked}, tmp_path)
    assert found.unread == (Unread("EPUB/one.xhtml", "it is encrypted"),)
    assert found.metadata.title == "A test"
    assert found.counts.words == 0


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ({"META-INF/container.xml": "absent\n"}, "is no EPUB: it has no META-INF/container.xml"),
        ({"META-INF/container.xml": "<container"}, "META-INF/container.xml is no well-formed XML"),
        ({"META-INF/container.xml": "<container/>"}, "names no package document"),
        ({"EPUB/package.opf": "absent\n"}, "its package document is missing"),
        (
            {"EPUB/package.opf": "<package>"},
            "its package document is missing, or is no well-formed",
        ),
    ],
)
def test_no_book(blocks: dict[str, str], why: str, tmp_path: Path) -> None:
    """Without a package document there is nothing to tell, and one sentence says why."""
    with pytest.raises(NoBook, match=why.replace(".", r"\.")):
        taken(blocks, tmp_path)


@pytest.mark.parametrize(
    "blocks",
    [
        {"EPUB/nav.xhtml": "<html"},
        {"EPUB/nav.xhtml": "absent\n"},
        {"EPUB/one.xhtml": "<html><p>"},
        {"EPUB/package.opf": '<package xmlns="http://www.idpf.org/2007/opf"/>'},
        {"EPUB/package.opf": "<html/>"},
        {"damaged": "EPUB/one.xhtml"},
    ],
)
def test_broken_books(blocks: dict[str, str], tmp_path: Path) -> None:
    """Whatever of the rest is missing or damaged, the inventory tells what is there."""
    assert taken(blocks, tmp_path).sizes.files >= 3
