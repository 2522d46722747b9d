"""Projects and documents made by hand: each thing said in one line, at its true place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import get_args

from epubforge.compose.compose import compose
from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.model.book import Book, CaptionMarkup, Chapter, Page
from epubforge.model.document import (
    Anchor,
    Citation,
    Document,
    Header,
    Heading,
    IndexTerm,
    LinkUse,
    ListKind,
    MadeList,
    MediaUse,
    Note,
    Numbered,
    NumberedKind,
    Outline,
    PictureUse,
    PrintPage,
    Slot,
    SlotKind,
)
from epubforge.model.metadata import Metadata
from epubforge.model.picture import Caption, Picture, PictureSource, Prepared
from epubforge.model.project import (
    Entry,
    Numbering,
    Part,
    Plates,
    PlatesHere,
    PlateSource,
    Project,
    Settings,
    ThemeChoice,
)
from epubforge.render.theme import CLASSIC
from epubforge.source import SourceFile, Span, position

METADATA = Metadata("A book", ("en",), "urn:uuid:00000000-0000-0000-0000-000000000001")
SETTINGS = SourceFile("manuscript/book.toml", '[book]\ntitle = "A book"\n\n[plates]\n')
NO_HEADER = Header()
TRUNCATED = Rule("I999", "cut-short", Severity.ERROR, "", blocking=True)

_HEADING = re.compile(r"^(#+) (.*?)(?: \{#(.*?)\})?$", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_NUMBERED = re.compile(r"^(figure|table|equation|listing): (.*?) \{#(.*?)\}$", re.MULTILINE)
_DIRECTIVE = re.compile(r"\{\{(\w+)(?: (.*?))?\}\}")
_CITATION = re.compile(r"\[([^\]]*@[^\]]*)\](?!\()")
_NOTE = re.compile(r"\^\[(.*?)\]")
_MEDIA = re.compile(r"^(audio|video): (\S+)$", re.MULTILINE)


def document(path: str, text: str, header: Header = NO_HEADER) -> Document:
    """A chapter of headings, links, pictures and the like, found by the simplest of readings.

    `figure: caption {#id}` is something numbered, `audio: bell.mp3` a sound, `^[text]` a note at
    the end of the book; directives are as in a manuscript.
    """
    source = SourceFile(path, text)
    headings = tuple(
        Heading(
            len(found[1]),
            found[3] or found[2].lower().replace(" ", "-"),
            found[2],
            _at(source, found),
        )
        for found in _HEADING.finditer(text)
    )
    links = tuple(
        LinkUse(m[2], m[1], _at(source, m), writes_itself=not m[1]) for m in _LINK.finditer(text)
    )
    pictures = tuple(
        PictureUse(m[2], m[1], decorative=False, span=_at(source, m))
        for m in _PICTURE.finditer(text)
    )
    outline = Outline(
        headings=headings,
        pictures=pictures,
        links=links,
        anchors=tuple(Anchor(heading.id, heading.span) for heading in headings),
        words=len(text.split()),
        first_block=source.span(0, text.find("\n")) if text.strip() else None,
        numbered=tuple(
            Numbered(_kind(m[1]), m[3], m[2], _at(source, m)) for m in _NUMBERED.finditer(text)
        ),
        print_pages=tuple(
            PrintPage(m[2], f"page-{m[2]}", _at(source, m)) for m in _directives(text, "page")
        ),
        terms=tuple(_term(m, n, _at(source, m)) for n, m in enumerate(_directives(text, "index"))),
        lists=tuple(
            MadeList(kind, _at(source, m))
            for m in _DIRECTIVE.finditer(text)
            for kind in get_args(ListKind)
            if kind == m[1] and not m[2]
        ),
        citations=tuple(Citation(m[1], _at(source, m)) for m in _CITATION.finditer(text)),
        media=tuple(
            MediaUse("audio" if m[1] == "audio" else "video", m[2], "", _at(source, m))
            for m in _MEDIA.finditer(text)
        ),
        notes=tuple(
            Note(f"fn-{n}", (f"fnref-{n}",), (f"<p>{escape(m[1])}</p>\n",), _at(source, m))
            for n, m in enumerate(_NOTE.finditer(text), start=1)
        ),
    )
    return Document(source, header, outline, _body(outline), ((0, 1),) if text.strip() else ())


def picture(content: bytes = b"red", kind: str = "image/jpeg") -> Picture:
    """A prepared picture of those bytes."""
    return Picture(blake2b(content).hexdigest(), kind, 600, 800, content)


def picture_source(path: str) -> PictureSource:
    """A picture file of the project."""
    return PictureSource(path, Path("/project") / path, 1, 1)


def project(
    entries: Sequence[Document | Part | PlatesHere], pictures: Sequence[str] = ()
) -> Project:
    """A project of those entries, with those picture files."""
    return Project(
        root=Path("/project"),
        name="project",
        settings_file=SETTINGS,
        settings=Settings(),
        metadata=METADATA,
        theme=ThemeChoice(CLASSIC),
        entries=tuple(_entry(entry) for entry in entries),
        pictures={path: picture_source(path) for path in pictures},
    )


def part(name: str, *inside: Document | Part, index: Document | None = None) -> Part:
    """A folder of the manuscript."""
    return Part(name, index.source if index else None, tuple(_entry(entry) for entry in inside))


def plates(*paths: str, captions: Mapping[str, Caption] | None = None) -> Plates:
    """A picture section of those files."""
    rows = (captions or {}).get
    made = tuple(PlateSource(picture_source(path), rows(path), path) for path in paths)
    return Plates(made, settings_span("[plates]"))


def settings_span(piece: str) -> Span:
    """Where a piece of the settings stands."""
    start = SETTINGS.text.index(piece)
    return SETTINGS.span(start, start + len(piece))


def composed(
    made: Project,
    *documents: Document,
    pictures: Mapping[str, Prepared] | None = None,
    captions: Sequence[CaptionMarkup] = (),
    cover: Picture | None = None,
) -> Outcome[Book]:
    """The book; every picture file of the project is a good picture, if nothing else is said."""
    good: dict[str, Prepared] = {
        path: picture(path.encode()) for path in (*made.pictures, *made.elsewhere)
    }
    if made.plates is not None:
        good |= {p.path: picture(p.path.encode()) for p in made.plates.pictures}
        captions = captions or [CaptionMarkup() for _ in made.plates.plates]
    return compose(made, documents, good | dict(pictures or {}), captions, cover)


def one(*documents: Document, pictures: Sequence[str] = ()) -> Outcome[Book]:
    """The book of those chapters."""
    return composed(project(documents, pictures), *documents)


def with_settings(made: Project, numbering: Numbering) -> Project:
    """The project with its chapters and figures numbered so."""
    return replace(made, settings=replace(made.settings, numbering=numbering))


def text_of(book: Book, href: str, kind: SlotKind) -> list[str]:
    """What fills the slots of that kind on a chapter's page, in their order."""
    texts = chapter(book, href).texts
    found = {slot.index: text for slot, text in texts.items() if slot.kind is kind}
    return [found[index] for index in sorted(found)]


def with_metadata(made: Project, metadata: Metadata) -> Project:
    """The project with other metadata."""
    return replace(made, metadata=metadata)


def page(book: Book, href: str) -> Page:
    """The page of that href."""
    return next(page for page in book.pages if page.href == href)


def chapter(book: Book, href: str) -> Chapter:
    """The chapter on the page of that href."""
    content = page(book, href).content
    assert isinstance(content, Chapter)
    return content


def lines(found: Sequence[Diagnostic]) -> list[str]:
    """Findings as the user reads them."""
    return [_line(diagnostic) for diagnostic in found]


def _line(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    assert isinstance(place, Span)
    line, column = position(place.source, place.start)
    return f"{place.source.path}:{line}:{column} {diagnostic.rule.code} {diagnostic.message}"


def _entry(entry: Document | Part | PlatesHere) -> Entry:
    return entry.source if isinstance(entry, Document) else entry


def _at(source: SourceFile, found: re.Match[str]) -> Span:
    return source.span(found.start(), found.end())


def _kind(word: str) -> NumberedKind:
    return next(kind for kind in get_args(NumberedKind) if kind == word)


def _directives(text: str, name: str) -> Iterator[re.Match[str]]:
    return (m for m in _DIRECTIVE.finditer(text) if m[1] == name and m[2])


def _term(found: re.Match[str], number: int, span: Span) -> IndexTerm:
    term, see, wanted = found[2].partition(" see ")
    also = wanted.removeprefix("also ") if wanted.startswith("also ") else ""
    path = tuple(term.split("!"))
    if see and not also:
        return IndexTerm(path, "", span, see=wanted)
    return IndexTerm(path, f"term-{number}", span, see_also=also)


def _body(outline: Outline) -> tuple[str | Slot, ...]:
    pieces: list[str | Slot] = []
    for heading in outline.headings:
        level = heading.level
        pieces.append(f'<h{level} id="{escape(heading.id)}">{escape(heading.text)}</h{level}>\n')
    for index, link in enumerate(outline.links):
        words = Slot(SlotKind.REFERENCE, index) if link.writes_itself else link.text
        pieces += ["<p><a", Slot(SlotKind.HREF, index), ">", words, "</a></p>\n"]
    for index, use in enumerate(outline.pictures):
        pieces += [f'<p><img alt="{escape(use.alt)}"', Slot(SlotKind.PICTURE, index), "/></p>\n"]
    for index, thing in enumerate(outline.numbered):
        caption = f"{escape(thing.caption)}</p>\n"
        pieces += [f'<p id="{thing.id}">', Slot(SlotKind.LABEL, index), caption]
    places = (*(p.id for p in outline.print_pages), *(term.id for term in outline.terms))
    pieces += [f'<div id="{place}"></div>\n' for place in places if place]
    for index in range(len(outline.citations)):
        pieces += ["<p>", Slot(SlotKind.CITATION, index), "</p>\n"]
    for index, note in enumerate(outline.notes):
        pieces += [f'<p><a id="{note.uses[0]}"', Slot(SlotKind.NOTE_HREF, index), ">"]
        pieces += [Slot(SlotKind.NOTE_NUMBER, index), "</a></p>\n"]
    for index in range(len(outline.media)):
        pieces += ["<audio", Slot(SlotKind.MEDIA, index), "></audio>\n"]
    for index in range(len(outline.lists)):
        pieces += [Slot(SlotKind.LIST, index), "\n"]
    return tuple(pieces)
