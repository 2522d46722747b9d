"""A collation for people: each kind of change, marked by more than colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from epubforge.collation.collate import Collation
from epubforge.collation.contents import LineChange, ListChange
from epubforge.collation.fields import FieldChange
from epubforge.collation.files import FileChange, StyleChange
from epubforge.collation.pictures import AltChange, PictureChange
from epubforge.collation.reading_order import DocumentChange
from epubforge.collation.sizes import FileGrowth, Growth, KindGrowth
from epubforge.collation.texts import ParagraphChange, TextChange
from epubforge.collation.wording import Piece
from epubforge.inventory.take import Unread
from epubforge.report.comparison.signs import marked
from epubforge.report.comparison.text import comparison_text
from epubforge.report.report import Screen

ONE = "O/one.xhtml"
PIECES = (Piece("same", "A "), Piece("out", "big "), Piece("in", "small "), Piece("same", "word"))
EVERYTHING = Collation(
    False, False, "A book", "A book", "O/",
    metadata=(FieldChange("subject", ("Mines",), ("Pits", "Coal")),),
    accessibility=(FieldChange("accessibility feature", ("a", "b"), ("b", "a")),),
    card=(FieldChange("Hazards", (), ("No hazards",)),),
    contents=(
        LineChange("added", 0, "", "New"), LineChange("retitled", 0, "Old", "Older"),
        LineChange("deeper", 1, "Sub", "Sub"),
    ),
    landmarks=ListChange(("toc: Contents (nav.xhtml)",), ()),
    pages=ListChange((), tuple(map(str, range(30)))),
    documents=(
        DocumentChange("renamed", "One", "O/1.xhtml", ONE),
        DocumentChange("moved", "One", "O/1.xhtml", ONE),
        DocumentChange("removed", "Two", "O/two.xhtml", ""),
    ),
    words_in=3,
    words_out=1,
    text=(
        TextChange("One", "O/1.xhtml", ONE, 9, 11, (
            ParagraphChange("changed", "p", "A big word", "A small word", PIECES, 1),
            ParagraphChange("added", "p", "", "Two more", number=2),
            ParagraphChange("removed", "p", "Gone", "", number=3),
            ParagraphChange("moved", "p", "A walk", "A walk", number=4, to="O/three.xhtml"),
            ParagraphChange("retagged", "h2", "Head", "Head", number=5, to="p"),
        )),
        TextChange("Two", "O/two.xhtml", "", 70, 0, (ParagraphChange("removed", "p", "x", ""),)),
    ),
    pictures=(
        PictureChange("changed", *("O/a.jpg",) * 2, "JPEG", "JPEG", (9, 9), (9, 9), 900, 800, True),
        PictureChange("changed", *("O/b.jpg",) * 2, "JPEG", "PNG", (9, 9), (7, 8), 900, 800, False),
        PictureChange("added", "", "O/c.gif", "", "GIF", (0, 0), (0, 0), 0, 50, None),
    ),
    alts=(AltChange("O/a.jpg", ONE, "A wheel", None, ()),),
    styles=(StyleChange(FileChange("changed", "O/a.css", "O/a.css", 9, 11), 1, 1, ("-a", "+b")),),
    markup=(FileChange("changed", "O/m.xhtml", "O/m.xhtml", 9, 11),),
    files=(FileChange("added", "", "O/x.bin", 0, 3),),
    sizes=Growth(2000, 1000, (KindGrowth("text", 9, 11),), (FileGrowth("O/a.jpg", 900, 800),)),
    unread_after=(Unread("O/z.xhtml", "it is encrypted"),),
)  # fmt: skip
TEXT = """\
A book
a.epub → b.epub

Changed: 2 fields, 3 lines of the contents, 31 landmarks and page marks, 2
documents, 4 words, 1 description, 3 pictures, 1 stylesheet.

Metadata
  subject      - Mines
               + Pits
               + Coal

Accessibility metadata
  accessibility feature  in another order: b, a

What shops say of its accessibility
  Hazards
    + No hazards

Contents
  + New
  Old → Older
  Sub  stands deeper

Landmarks
  - toc: Contents (nav.xhtml)

Page list
  + 30 entries

Documents
  One  1.xhtml → one.xhtml  stands elsewhere
  - Two  two.xhtml

Text
  3 words in, 1 word out

  One  one.xhtml
     1  A [-big-] {+small+} word
     2  + Two more
        - Gone
        moved to three.xhtml: A walk
     5  p → h2: Head

  - Two, 70 words  two.xhtml

Words in place of pictures
  a.jpg
    - A wheel  + (nothing)

Pictures
  1 picture with other bytes but the same pixels
  a.jpg  other bytes, the same pixels  900 B → 800 B
  b.jpg  other pixels  JPEG → PNG, 9 × 9 → 7 × 8, 900 B → 800 B
  + c.gif  size unknown, 50 B

Styles
  a.css  9 B → 11 B  1 line in, 1 out
    - a
    + b

Documents with other markup, the same text
  m.xhtml  9 B → 11 B

Other files
  + x.bin  3 B

Sizes
        before   after   change
  book  2.0 kB  1.0 kB  −1.0 kB
  text     9 B    11 B     +2 B

  −100 B  a.jpg

Not read, and so not compared
  • z.xhtml, in the second: it is encrypted
"""


def shown(collation: Collation, screen: Screen, *, whole: bool = False) -> str:
    """What people see."""
    return comparison_text("a.epub", "b.epub", collation, screen, whole=whole)


def test_everything() -> None:
    """All kinds of changes, section by section."""
    assert shown(EVERYTHING, Screen(width=80)) == TEXT


@pytest.mark.parametrize(
    ("identical", "said"),
    [
        (True, "The two books are the same, byte for byte."),
        (False, "The two books hold the same files; only how these are packed differs."),
    ],
)
def test_nothing(identical: bool, said: str) -> None:
    """One sentence."""
    text = shown(Collation(identical, True, "A book", "A book"), Screen())
    assert text == f"A book\na.epub → b.epub\n\n{said}\n"


def test_bytes_alone() -> None:
    """Where nothing that is read has changed, that is said first."""
    quiet = Collation(False, False, "A book", "A book", files=EVERYTHING.files)
    text = shown(quiet, Screen())
    assert "The books read alike: nothing that a reader or a shop sees has changed." in text
    assert "+ O/x.bin" in text


def test_long_lists_are_shortened() -> None:
    """What is left out is counted, and shown where all is wanted."""
    paragraphs = tuple(
        ParagraphChange("added", "p", "", f"Paragraph {n}.", number=n) for n in range(1, 51)
    )
    long = replace(EVERYTHING, text=(replace(EVERYTHING.text[0], paragraphs=paragraphs),))
    assert "… 38 more, -v shows all" in shown(long, Screen())
    assert "Paragraph 50." in shown(long, Screen(), whole=True)


def test_colours_mark_twice() -> None:
    """With colours what went out is struck through and what came in is bold: no brackets."""
    (*_, out, gap, _, came, _, _) = marked(PIECES, color=True)
    assert (out.text, out.style, gap.text) == ("big", "strike red", " ")
    assert (came.text, came.style) == ("small", "bold green")


def test_unchanged_stretches_are_shortened() -> None:
    """Some words on each side of a change are enough to find it."""
    pieces = (Piece("same", "word " * 40), Piece("in", "new "), Piece("same", "text " * 40))
    text = "".join(said.text for said in marked(pieces, color=False))
    assert text.startswith("… word ")
    assert "{+new+} text" in text
    assert text.endswith(" …")
    assert len(text) < 100
