"""References that write their own text, and the numbers that they speak of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.by_hand import (
    METADATA,
    chapter,
    composed,
    document,
    lines,
    one,
    part,
    plates,
    project,
    text_of,
    with_metadata,
    with_settings,
)
from epubforge.diagnostics import Outcome
from epubforge.model.book import Book
from epubforge.model.document import Document, Header, SlotKind
from epubforge.model.project import Numbering, PlatesHere

FIGURES = document(
    "manuscript/02-figures.md",
    "# The mine\n\nfigure: A lamp {#fig-lamp}\n\n## Tools {#tools}\n\ntable: Weights {#tbl-w}\n\n"
    "figure: A pick {#fig-pick}\n\nequation:  {#eq-sum}\n\n"
    "listing: A loop {#lst-loop}\n\n{{page 24}}\n",
)


def asking(*targets: str, header: Header | None = None) -> Document:
    """A chapter of references."""
    text = "".join(f"[]({target})\n\n" for target in targets)
    return document("manuscript/01-a.md", f"# A\n\n{text}", header or Header())


def book(*documents: Document, numbering: Numbering | None = None) -> Outcome[Book]:
    """The book of those chapters, numbered so."""
    return composed(with_settings(project(documents), numbering or Numbering()), *documents)


def said(made: Outcome[Book]) -> list[str]:
    """What the references of the first chapter say."""
    return text_of(made.value, "text/a.xhtml", SlotKind.REFERENCE)


def test_each_kind_is_counted_by_itself() -> None:
    """Figures, tables, equations and listings have their words and their numbers."""
    file = "02-figures.md"
    asked = asking(
        *(f"{file}#{i}" for i in ("fig-lamp", "fig-pick", "tbl-w", "eq-sum", "lst-loop"))
    )
    made = book(asked, FIGURES)
    assert said(made) == ["Figure 1", "Figure 2", "Table 1", "Equation 1", "Listing 1"]
    assert made.found == ()
    assert chapter(made.value, "text/a.xhtml").hrefs[0] == "figures.xhtml#fig-lamp"


def test_what_has_no_number_is_called_by_its_heading() -> None:
    """Chapters without numbers by their title, sections by theirs, print pages by their number."""
    asked = asking("02-figures.md", "02-figures.md#the-mine", "02-figures.md#tools",
                   "02-figures.md#page-24", "#a")  # fmt: skip
    assert said(book(asked, FIGURES)) == ["The mine", "The mine", "Tools", "Page 24", "A"]


def test_numbered_chapters_are_called_by_their_numbers() -> None:
    """Only chapters count: a preface has no number, nor has one that wants none."""
    preface = document("manuscript/00-preface.md", "# Preface\n")
    left_out = document("manuscript/03-c.md", "# Between\n", Header(numbered=False))
    last = document("manuscript/04-d.md", "# Last\n")
    asked = asking("00-preface.md", "02-figures.md", "02-figures.md#tools", "03-c.md", "04-d.md")
    made = book(preface, asked, FIGURES, left_out, last, numbering=Numbering(chapters=True))
    assert said(made) == ["Preface", "Chapter 2", "Tools", "Between", "Chapter 3"]


def test_figures_by_chapter() -> None:
    """Numbers begin again behind the chapter's; on other pages they run on by themselves."""
    preface = document("manuscript/00-preface.md", "# Preface\n\nfigure: Map {#fig-map}\n")
    asked = asking("00-preface.md#fig-map", "02-figures.md#fig-pick", "02-figures.md#tbl-w")
    made = book(preface, asked, FIGURES, numbering=Numbering(figures="chapter"))
    assert said(made) == ["Figure 1", "Figure 2.2", "Table 2.1"]


def test_figures_without_numbers_are_called_by_their_captions() -> None:
    """Their captions have no label."""
    asked = asking("02-figures.md#fig-lamp", "02-figures.md#eq-sum")
    made = book(asked, FIGURES, numbering=Numbering(figures="none"))
    assert said(made) == ["A lamp", "Equation"]
    assert set(text_of(made.value, "text/figures.xhtml", SlotKind.LABEL)) == {""}


def test_labels_of_captions() -> None:
    """A span before the words; an equation's number is in brackets."""
    labels = text_of(book(asking(), FIGURES).value, "text/figures.xhtml", SlotKind.LABEL)
    assert labels == [
        '<span class="label">Figure 1</span> ',
        '<span class="label">Table 1</span> ',
        '<span class="label">Figure 2</span> ',
        '<span class="label">(1)</span>',
        '<span class="label">Listing 1</span> ',
    ]


@pytest.mark.parametrize(
    ("language", "figure", "table", "chapter_said"),
    [
        ("en", "Figure 1", "Table 1", "Chapter 2"),
        ("de", "Abbildung 1", "Tabelle 1", "Kapitel 2"),
        ("fr", "Figure 1", "Tableau 1", "Chapitre 2"),
        ("es", "Figura 1", "Tabla 1", "Capítulo 2"),
        ("it", "Figura 1", "Tabella 1", "Capitolo 2"),
        ("nl", "Afbeelding 1", "Tabel 1", "Hoofdstuk 2"),
        ("pt", "Figura 1", "Tabela 1", "Capítulo 2"),
        ("ru", "Рисунок 1", "Таблица 1", "Глава 2"),
        ("uk", "Рисунок 1", "Таблиця 1", "Розділ 2"),
        ("pl", "Rysunek 1", "Tabela 1", "Rozdział 2"),
        ("ja", "図1", "表1", "第2章"),
        ("zh-Hans", "图1", "表1", "第2章"),
        ("zh-TW", "圖1", "表1", "第2章"),
    ],
)
def test_references_speak_the_language_of_their_page(
    language: str, figure: str, table: str, chapter_said: str
) -> None:
    """The page that refers decides, not the page that is referred to."""
    targets = ("02-figures.md#fig-lamp", "02-figures.md#tbl-w", "02-figures.md")
    asked = asking(*targets, header=Header(language=language))
    made = book(asked, FIGURES, numbering=Numbering(chapters=True))
    assert said(made) == [figure, table, chapter_said]


def test_an_id_alone_is_found_in_any_chapter() -> None:
    """A reference names a figure of another chapter; an ordinary link has to name its file."""
    made = book(asking("#fig-pick"), FIGURES)
    assert (said(made), made.found) == (["Figure 2"], ())
    assert chapter(made.value, "text/a.xhtml").hrefs == ("figures.xhtml#fig-pick",)
    linked = document("manuscript/01-a.md", "# A\n\n[x](#fig-pick)\n")
    (found,) = book(linked, FIGURES).found
    assert (found.rule.code, found.hint) == ("L002", "did you mean 02-figures.md#fig-pick?")


def test_an_unknown_place_is_found_with_what_was_meant() -> None:
    """Names are looked for in the whole book; the text is the page's name."""
    made = book(asking("#fig-pik"), FIGURES)
    assert lines(made.found) == [
        "manuscript/01-a.md:3:1 L002 manuscript/01-a.md has no place #fig-pik"
    ]
    assert (made.found[0].hint, said(made)) == ("did you mean #fig-pick?", ["A"])


def test_a_reference_to_nothing_keeps_what_is_written() -> None:
    """A page that is not there is a dead link, and its name is all that can be shown."""
    made = book(asking("gone.md"))
    assert ([found.rule.code for found in made.found], said(made)) == (["L001"], ["gone.md"])


def test_plates_are_referred_to_by_their_numbers() -> None:
    """`#plate-2` leads to the page of the second plate."""
    asked = document("manuscript/01-a.md", "# A\n\n[](#plate-2) [x](#plate-02) [](#plate-3)\n")
    shown = replace(project([asked, PlatesHere()]), plates=plates("images/1.jpg", "images/2.jpg"))
    made = composed(shown, asked)
    assert chapter(made.value, "text/a.xhtml").hrefs == (
        "plate-002.xhtml", "plate-002.xhtml", "a.xhtml",
    )  # fmt: skip
    assert said(made) == ["Plate 2", "A"]
    assert [found.rule.code for found in made.found] == ["L002"]


def test_a_part_without_a_page_of_its_own_is_called_by_its_name() -> None:
    """A link to the folder leads to the page that is made for it."""
    inside = document("manuscript/02-second/01-b.md", "# B\n")
    asked = asking("02-second")
    made = composed(project([asked, part("Second", inside)]), asked, inside)
    assert said(made) == ["Second"]


def test_a_place_in_a_text_is_called_by_the_heading_above_it() -> None:
    """The last heading before the place says where it is."""
    asked = asking("02-figures.md#term-0")
    marked = document("manuscript/02-figures.md", "# The mine\n\n## Tools\n\n{{index Pick}}\n")
    outline = replace(marked.outline, anchors=(*marked.outline.anchors, replace(
        marked.outline.anchors[0], id="term-0")))  # fmt: skip
    made = book(asked, replace(marked, outline=outline))
    assert said(made) == ["Tools"]


def test_numbers_in_the_contents() -> None:
    """A number stands before the title, and alone where there is no title."""
    untitled = document("manuscript/02-b.md", "It was dark.\n")
    russian = document("manuscript/03-c.md", "# Шахта\n", Header(language="ru"))
    japanese = document("manuscript/04-d.md", "# 鉱山\n", Header(language="ja"))
    same = document("manuscript/05-e.md", "# Chapter 5\n")
    made = book(asking(), untitled, russian, japanese, same, numbering=Numbering(chapters=True))
    assert [line.title for line in made.value.toc] == [
        "Chapter 1. A", "Chapter 2", "Глава 3. Шахта", "第4章 鉱山", "Chapter 5",
    ]  # fmt: skip
    assert [found.rule.code for found in made.found] == []


def test_numbers_run_through_parts() -> None:
    """A part has no number, and its chapters go on counting."""
    first = document("manuscript/01-one/01-a.md", "# A\n")
    index = document("manuscript/02-two/index.md", "# Two\n")
    second = document("manuscript/02-two/01-b.md", "# B\n")
    made = with_settings(
        project([part("One", first), part("Two", second, index=index)]), Numbering(chapters=True)
    )
    toc = composed(made, first, index, second).value.toc
    assert [(line.title, [below.title for below in line.children]) for line in toc] == [
        ("One", ["Chapter 1. A"]), ("Two", ["Chapter 2. B"]),
    ]  # fmt: skip


def test_the_language_of_the_book_where_the_page_has_none() -> None:
    """A page without a language of its own speaks the book's."""
    metadata = replace(METADATA, languages=("de",))
    asked = asking("02-figures.md#fig-lamp")
    made = composed(with_metadata(project([asked, FIGURES]), metadata), asked, FIGURES)
    assert said(made) == ["Abbildung 1"]
    assert one(asked, FIGURES).value.labels["figure"] == "Figure {}"
