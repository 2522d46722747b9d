"""The notes of a chapter: taken out of its text, numbered as they are met, put at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from epubforge.markdown.dialect import Parsed
from epubforge.markdown.ids import Ids, slug
from epubforge.model.document import NotesPlace


@dataclass(slots=True)
class Note:
    """A note that is referred to, in the order of first use."""

    id: str
    number: int
    tokens: list[Token]
    opening: Token
    uses: list[str] = field(default_factory=list)
    begins: int = 0
    """Where it begins among the body's pieces, while it is written."""


@dataclass(slots=True)
class _Definitions:
    """The definitions of a chapter, taken out of its text."""

    text: list[Token] = field(default_factory=list)
    by_label: dict[str, tuple[Token, list[Token]]] = field(default_factory=dict)
    twice: list[Token] = field(default_factory=list)


def number(parsed: Parsed, place: NotesPlace = "chapter") -> None:
    """Number the notes as a reader meets them, and put them after the text.

    Where they stand at the end of the book, the ways back are made there too.
    """
    if not parsed.env.get("notes"):
        return
    split = _take_out(parsed.tokens)
    notes: dict[object, Note] = {}
    waiting = [split.text]
    for tokens in waiting:
        for reference in _references(tokens):
            note = _note(reference, split, notes, parsed.ids)
            if not note.uses:
                waiting.append(note.tokens)
            use = parsed.ids.make(f"fnref-{note.id.removeprefix('fn-')}")
            note.uses.append(use)
            reference.meta.update(note=note, use=use)
    parsed.tokens = [*split.text, *_section(list(notes.values()), place)]
    parsed.tokens += [_finding("note_twice", opening) for opening in split.twice]
    parsed.tokens += [
        _finding("note_unused", opening)
        for label, (opening, _) in split.by_label.items()
        if label not in notes
    ]


def _take_out(tokens: list[Token]) -> _Definitions:
    split = _Definitions()
    current = split.text
    outer: list[list[Token]] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            outer.append(current)
            current = []
            label = token.meta["label"]
            if label in split.by_label:
                split.twice.append(token)
            else:
                split.by_label[label] = (token, current)
        elif token.type == "footnote_reference_close":
            current = outer.pop()
        else:
            current.append(token)
    return split


def _references(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref":
                yield child


def _note(reference: Token, split: _Definitions, notes: dict[object, Note], ids: Ids) -> Note:
    inline = reference.meta.get("inline")
    key = id(inline) if inline is not None else reference.meta["label"]
    if key not in notes:
        position = len(notes) + 1
        name = slug(str(reference.meta.get("label", position)), "note")
        if inline is None:
            opening, tokens = split.by_label[reference.meta["label"]]
        else:
            opening, tokens = inline, _paragraph(inline)
        notes[key] = Note(ids.make(f"fn-{name}"), position, tokens, opening)
    return notes[key]


def _paragraph(inline: Token) -> list[Token]:
    inline.level = 3
    opened = Token("paragraph_open", "p", 1, level=2, block=True)
    return [opened, inline, Token("paragraph_close", "p", -1, level=2, block=True)]


def _section(notes: list[Note], place: NotesPlace) -> Iterator[Token]:
    if not notes:
        return
    if place == "book":
        yield from _apart(notes)
        return
    yield Token("footnotes_open", "", 1, block=True)
    for note in notes:
        yield Token("footnote_open", "", 1, level=1, map=note.opening.map, meta={"note": note})
        yield from _with_back_links(note)
        yield Token("footnote_close", "", -1, level=1)
    yield Token("footnotes_close", "", -1, block=True)


def _apart(notes: list[Note]) -> Iterator[Token]:
    """The notes as what is taken out of the chapter, each by itself."""
    for note in notes:
        yield Token("note_open", "", 1, map=note.opening.map, meta={"note": note}, block=True)
        yield from note.tokens
        yield Token("note_close", "", -1, meta={"note": note}, block=True)


def _with_back_links(note: Note) -> list[Token]:
    back = Token("footnote_back", "", 0, level=2, meta={"note": note})
    if note.tokens and note.tokens[-1].type == "paragraph_close":
        return [*note.tokens[:-1], back, note.tokens[-1]]
    return [*note.tokens, *_paragraph(back)]


def _finding(kind: str, opening: Token) -> Token:
    return Token(kind, "", 0, content=opening.content, meta=opening.meta, block=True)
