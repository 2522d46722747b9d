"""Two whole books laid side by side: each kind of change is told once, and in its place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from checks.finished_books import write_book
from epubforge.collation.collate import Collation
from epubforge.collation.contents import LineChange, ListChange
from epubforge.collation.fields import FieldChange
from epubforge.collation.files import FileChange
from epubforge.collation.texts import ParagraphChange
from epubforge.collation.wording import Piece
from epubforge.pipeline.comparing import compare

Blocks = dict[str, str]
PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{0}</title></head>'
    "<body><h1>{0}</h1>{1}</body></html>"
)
FIRST = "<p>The first paragraph of all says where everything began.</p>"
SECOND = "<p>The second one goes on, for it has a little more to say.</p>"
THIRD = "<p>And the third paragraph ends it, as thirds are used to do.</p>"


def compared(before: Blocks, after: Blocks, folder: Path) -> Collation:
    """What changed from one book of these blocks to another."""
    one = write_book(before, folder / "one.epub")
    return compare(one, write_book(after, folder / "other.epub"))


def chapters(*numbers: str, **texts: str) -> Blocks:
    """A book of these chapters in this order."""
    items = (
        f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>\n' for n in numbers
    )
    pages = {f"EPUB/{n}.xhtml": PAGE.format(f"Chapter {n}", texts[n]) for n in numbers}
    return {
        "items": "".join(items),
        "spine": "".join(f'<itemref idref="{n}"/>\n' for n in numbers),
        **pages,
    }


def test_the_same_bytes(tmp_path: Path) -> None:
    """They are identical, and nothing else is said."""
    found = compared({}, {}, tmp_path)
    assert found == Collation(True, True, "A test", "A test")


def test_the_same_files_packed_otherwise(tmp_path: Path) -> None:
    """Another order of the files in the archive makes no other book."""
    one = {"EPUB/a.css": "p {}", "EPUB/b.css": "p {}"}
    other = {"EPUB/b.css": "p {}", "EPUB/a.css": "p {}"}
    found = compared(one, other, tmp_path)
    assert (found.identical, found.equal, found.files) == (False, True, ())


def test_metadata(tmp_path: Path) -> None:
    """Field by field, with what is said of a value; of several values those that changed."""
    found = compared(
        {"metadata": "<dc:subject>A</dc:subject><dc:subject>B</dc:subject>"
         '<dc:creator id="c">Ada</dc:creator><meta refines="#c" property="role">aut</meta>'},
        {"metadata": "<dc:subject>B</dc:subject><dc:subject>C</dc:subject>"
         '<dc:creator id="x">Ada</dc:creator><meta refines="#x" property="role">edt</meta>'
         "<dc:publisher>House</dc:publisher>"},
        tmp_path,
    )  # fmt: skip
    assert found.metadata == (
        FieldChange("subject", ("A",), ("C",)),
        FieldChange("creator", ("Ada (role: author)",), ("Ada (role: editor)",)),
        FieldChange("publisher", (), ("House",)),
    )
    assert not found.equal
    assert found.files[0].after == "EPUB/package.opf"


def test_another_order_of_values(tmp_path: Path) -> None:
    """Where only the order changed all values are told."""
    found = compared(
        {"metadata": "<dc:subject>A</dc:subject><dc:subject>B</dc:subject>"},
        {"metadata": "<dc:subject>B</dc:subject><dc:subject>A</dc:subject>"},
        tmp_path,
    )
    assert found.metadata == (FieldChange("subject", ("A", "B"), ("B", "A")),)


def test_accessibility(tmp_path: Path) -> None:
    """The statements apart from the other metadata, and what shops make of them."""
    found = compared(
        {}, {"metadata": '<meta property="schema:accessModeSufficient">textual</meta>'}, tmp_path
    )
    assert found.metadata == ()
    assert found.accessibility == (FieldChange("sufficient access modes", (), ("textual",)),)
    assert found.card == (
        FieldChange(
            "Ways of reading",
            ("No information about nonvisual reading is available",),
            ("Readable in read aloud or dynamic braille",),
        ),
    )


def test_contents(tmp_path: Path) -> None:
    """New lines, gone ones, other titles, other places, other depths, other documents."""
    texts = {"a": FIRST, "b": SECOND, "c": THIRD}

    def book(*lines: str) -> Blocks:
        return {**chapters("a", "b", "c", **texts), "contents": "".join(lines)}

    def line(title: str, href: str, inside: str = "") -> str:
        return f'<li><a href="{href}.xhtml">{title}</a>{inside}</li>'

    sub = f"<ol>{line('Deep', 'c')}</ol>"
    found = compared(
        book(line("Alpha", "a"), line("Beta", "b"), line("Deep", "c"), line("Gone", "a")),
        book(line("Aleph", "a"), line("Beta", "c", sub), line("New", "b")),
        tmp_path,
    )
    assert found.contents == (
        LineChange("retitled", 0, "Alpha", "Aleph"),
        LineChange("redirected", 0, "Beta", "Beta"),
        LineChange("deeper", 1, "Deep", "Deep"),
        LineChange("added", 0, "", "New"),
        LineChange("removed", 0, "Gone", ""),
    )


def test_landmarks_and_pages(tmp_path: Path) -> None:
    """What is no longer and newly in them."""

    def navs(title: str, page: str) -> Blocks:
        landmark = f'<li><a epub:type="bodymatter" href="one.xhtml">{title}</a></li>'
        pages = f'<li><a href="one.xhtml">1</a></li><li><a href="one.xhtml">{page}</a></li>'
        return {
            "navs": f'<nav epub:type="landmarks"><ol>{landmark}</ol></nav>'
            f'<nav epub:type="page-list"><ol>{pages}</ol></nav>'
        }

    found = compared(navs("Start", "2"), navs("Begin", "3"), tmp_path)
    where = "(EPUB/one.xhtml)"
    assert found.landmarks == ListChange((f"bodymatter: Start {where}",),
                                         (f"bodymatter: Begin {where}",))  # fmt: skip
    assert found.pages == ListChange(("2",), ("3",))


def test_documents(tmp_path: Path) -> None:
    """New, gone, renamed by content, and moved; the fewest are said to have moved."""
    long = {n: f"<p>{n} {FIRST[3:-4]}</p>" for n in "abcdef"}
    found = compared(
        chapters("a", "b", "c", "d", **long),
        chapters("e", "d", "a", "x", **long, x=long["b"]),
        tmp_path,
    )
    told = [(each.kind, each.before, each.after) for each in found.documents]
    assert told == [
        ("added", "", "EPUB/e.xhtml"),
        ("moved", "EPUB/d.xhtml", "EPUB/d.xhtml"),
        ("renamed", "EPUB/b.xhtml", "EPUB/x.xhtml"),
        ("removed", "EPUB/c.xhtml", ""),
    ]


def test_linear_and_layout(tmp_path: Path) -> None:
    """How a document is shown is part of the book."""
    (change,) = compared({}, {"step": 'linear="no"'}, tmp_path).documents
    assert (change.kind, change.title) == ("shown otherwise", "One")


def test_text(tmp_path: Path) -> None:
    """Paragraph by paragraph: worded otherwise word by word, new, gone, of another kind."""
    (change,) = compared(
        {"body": f"{FIRST}{SECOND}<p>Short.</p><p>A heading</p>"},
        {"body": f"{FIRST.replace('everything', 'it all')}<p>Quite new, and not alike.</p>"
         "<p>Short.</p><h2>A heading</h2>"},
        tmp_path,
    ).text  # fmt: skip
    assert (change.before, change.after, change.title) == ("EPUB/one.xhtml",) * 2 + ("One",)
    first = FIRST[3:-4]
    assert change.paragraphs == (
        ParagraphChange("removed", "p", SECOND[3:-4], "", number=3),
        ParagraphChange(
            "changed", "p", first, first.replace("everything", "it all"),
            (
                Piece("same", "The first paragraph of all says where "),
                Piece("out", "everything "),
                Piece("in", "it all "),
                Piece("same", "began."),
            ),
            number=2,
        ),
        ParagraphChange("added", "p", "", "Quite new, and not alike.", number=3),
        ParagraphChange("retagged", "h2", "A heading", "A heading", number=5, to="p"),
    )  # fmt: skip


def test_words_in_and_out(tmp_path: Path) -> None:
    """Counted word by word where a paragraph was reworded, whole where it came or went."""
    found = compared({"body": FIRST}, {"body": FIRST.replace("began", "did begin") + THIRD},
                     tmp_path)  # fmt: skip
    assert (found.words_in, found.words_out) == (2 + 12, 1)


def test_a_chapter_cut_in_two_moves_its_paragraphs(tmp_path: Path) -> None:
    """What is in another document now has moved: it neither came nor went."""
    found = compared(
        chapters("a", a=FIRST + SECOND + THIRD),
        chapters("a", "b", a=FIRST + SECOND, b=THIRD),
        tmp_path,
    )
    moved = [p for document in found.text for p in document.paragraphs if p.kind == "moved"]
    assert [(each.before, each.to) for each in moved] == [(THIRD[3:-4], "EPUB/b.xhtml")]
    assert found.words_out == 0
    assert found.words_in == 2  # the heading of the new chapter


def test_markup_alone(tmp_path: Path) -> None:
    """A document that reads the same is told apart."""
    found = compared({"body": FIRST}, {"body": FIRST.replace("<p>", '<p class="x">')}, tmp_path)
    assert found.text == ()
    assert [each.after for each in found.markup] == ["EPUB/one.xhtml"]


def png(shade: int, **settings: int) -> str:
    """A picture as a block."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 0, 0)).save(out, "PNG", **settings)
    return f"hex {out.getvalue().hex()}"


def pictures(**files: str) -> Blocks:
    """A book that lists these pictures and shows each."""
    items = (f'<item id="{n}" href="{n}.png" media-type="image/png"/>\n' for n in files)
    shown = (f'<p><img src="{n}.png" alt="Picture {n}"/></p>' for n in files)
    return {
        "items": "".join(items),
        "body": "".join(shown),
        **{f"EPUB/{n}.png": content for n, content in files.items()},
    }


def test_pictures(tmp_path: Path) -> None:
    """New, gone, renamed, replaced by another, packed otherwise with the same pixels."""
    found = compared(
        pictures(a=png(1), b=png(2), c=png(3), d=png(4), e=png(5)),
        pictures(a=png(1), b=png(200), c=png(3, compress_level=0), x=png(4), f=png(9)),
        tmp_path,
    )
    told = [(e.kind, e.before[5:], e.after[5:], e.same_pixels) for e in found.pictures]
    assert told == [
        ("changed", "b.png", "b.png", False),
        ("changed", "c.png", "c.png", True),
        ("renamed", "d.png", "x.png", None),
        ("added", "", "f.png", None),
        ("removed", "e.png", "", None),
    ]
    assert found.pictures[0].size_before == (40, 30)


def test_alts(tmp_path: Path) -> None:
    """Other words for a picture, also under another name; none where there were some."""
    one, other = pictures(a=png(1), b=png(2)), pictures(a=png(1), x=png(2))
    other["body"] = '<p><img src="a.png"/></p><p><img src="x.png" alt="Photo b"/></p>'
    found = compared(one, other, tmp_path)
    assert [(e.picture, e.before, e.after) for e in found.alts] == [
        ("EPUB/a.png", "Picture a", None),
        ("EPUB/x.png", "Picture b", "Photo b"),
    ]
    assert found.alts[1].pieces == (
        Piece("out", "Picture "), Piece("in", "Photo "), Piece("same", "b"),
    )  # fmt: skip
    assert found.text == ()
    assert found.markup == ()


def test_styles(tmp_path: Path) -> None:
    """Line by line."""
    item = {"items": '<item id="s" href="a.css" media-type="text/css"/>\n'}
    (change,) = compared(
        {**item, "EPUB/a.css": "p {\n  margin: 0;\n}\n"},
        {**item, "EPUB/a.css": "p {\n  margin: 1em;\n  color: red;\n}\n"},
        tmp_path,
    ).styles
    assert (change.lines_in, change.lines_out) == (2, 1)
    assert change.lines == ("-  margin: 0;", "+  margin: 1em;", "+  color: red;")


def test_other_files(tmp_path: Path) -> None:
    """All that is nothing else."""
    found = compared({"EPUB/a.bin": "1", "EPUB/b.bin": "2"}, {"EPUB/a.bin": "3"}, tmp_path)
    assert found.files == (
        FileChange("changed", "EPUB/a.bin", "EPUB/a.bin", 1, 1),
        FileChange("removed", "EPUB/b.bin", "", 1, 0),
    )


def test_sizes(tmp_path: Path) -> None:
    """The whole, each kind, and the files that grew most."""
    found = compared(pictures(a=png(1)), pictures(a=png(1, compress_level=0)), tmp_path).sizes
    assert found is not None
    assert found.after > found.before
    assert [each.kind for each in found.kinds] == ["pictures"]
    assert [each.path for each in found.heaviest] == ["EPUB/a.png"]


@pytest.mark.parametrize(
    "broken", [{"EPUB/one.xhtml": "<html"}, {"damaged": "EPUB/one.xhtml"}], ids=["xml", "bytes"]
)
def test_what_cannot_be_read_is_said(broken: Blocks, tmp_path: Path) -> None:
    """It is not taken for text that is gone without a word."""
    found = compared({"body": FIRST}, {"body": FIRST, **broken}, tmp_path)
    assert [each.path for each in found.unread_after] == ["EPUB/one.xhtml"]
    assert found.unread_before == ()
