"""The table [markdown] of book.toml: how the manuscript's language is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from epubforge.model.document import NotesPlace
from epubforge.model.project import FigureNumbers, Numbering
from epubforge.project.kinds import Choice, FileName, Flag, Listing, Read, Wanted
from epubforge.project.node import Node
from epubforge.project.record import Entries, Key, Record

BIBLIOGRAPHIES = (".bib", ".bibtex", ".json")


@dataclass(frozen=True, slots=True)
class MarkdownTable:
    """[markdown]; its files are not looked at yet."""

    smart: bool = True
    numbering: Numbering = field(default_factory=Numbering)
    notes: NotesPlace = "chapter"
    bibliography: tuple[Wanted, ...] = ()
    citation_style: Wanted | None = None


def _read_bibliography(node: Node) -> Wanted:
    wanted = FileName().read(node)
    if not wanted.name.lower().endswith(BIBLIOGRAPHIES):
        hint = "let BibTeX end in .bib, CSL JSON in .json"
        raise node.invalid(f'cannot be "{wanted.name}": no bibliography ends like this', hint)
    return wanted


SMART = Key("smart", Flag(), "Typographic quotes, dashes and ellipses; true without it.")
NUMBER_CHAPTERS = Key("chapters", Flag(), "Body chapters have numbers; false without it.")
_FIGURES: tuple[FigureNumbers, ...] = ("book", "chapter", "none")
NUMBER_FIGURES = Key(
    "figures",
    Choice(_FIGURES),
    "Figures, tables and the like are numbered through the book, by chapter, or not at all; book.",
)
_NUMBERING = Record(
    (NUMBER_CHAPTERS, NUMBER_FIGURES),
    lambda entries: Numbering(
        entries.get(NUMBER_CHAPTERS, False), entries.get(NUMBER_FIGURES, _FIGURES[0])
    ),
)
NUMBERING = Key("numbering", _NUMBERING, "What has numbers.")
_NOTES: tuple[NotesPlace, ...] = ("chapter", "book")
NOTES = Key("notes", Choice(_NOTES), "Where footnotes stand: at the end of the chapter, or of all.")
BIBLIOGRAPHY = Key(
    "bibliography",
    Listing(
        Read(_read_bibliography, {"type": "string", "pattern": "\\.([bB][iI][bB]|[jJ][sS][oO][nN]|"
                                  "[bB][iI][bB][tT][eE][xX])$"}),
        or_one=True,
    ),
    "The works that the text cites: BibTeX or CSL JSON, one file or several, from the root.",
)  # fmt: skip
CITATION_STYLE = Key(
    "citation_style",
    FileName(),
    "A CSL style: its name, or a .csl file in the project; chicago-author-date without it.",
)


def _markdown(entries: Entries) -> MarkdownTable:
    return MarkdownTable(
        entries.get(SMART, True),
        entries.get(NUMBERING, Numbering()),
        entries.get(NOTES, _NOTES[0]),
        entries.get(BIBLIOGRAPHY, ()),
        entries.get(CITATION_STYLE, None),
    )


MARKDOWN = Record((SMART, NUMBERING, NOTES, BIBLIOGRAPHY, CITATION_STYLE), _markdown)
