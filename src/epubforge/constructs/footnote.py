"""Footnotes: `[^a]` with its definition elsewhere, and `^[…]` where it stands."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect
from epubforge.markdown.finish import body_pieces
from epubforge.markdown.notes import Note, number
from epubforge.markdown.placed import placed, shift
from epubforge.markdown.repair import mend
from epubforge.markup import attribute, escape
from epubforge.model.document import Note as EndNote
from epubforge.model.document import Slot, SlotKind

NOTE_UNDEFINED = Rule(
    "M020",
    "note-undefined",
    Severity.ERROR,
    """The text refers to a footnote that the chapter does not define.

    Why it matters
        The reader sees the brackets, and no note.
    Bad
        A hundred tonnes.[^tonnes]
    Good
        A hundred tonnes.[^tonnes]

        [^tonnes]: A hundred and two, to be exact.
    """,
)
NOTE_UNUSED = Rule(
    "M021",
    "note-unused",
    Severity.WARNING,
    """A footnote is defined, and nothing in the chapter refers to it.

    Why it matters
        Nobody would ever come to it, so it is not in the book.
    Bad
        [^tonnes]: A hundred and two, to be exact.
    Good
        A hundred tonnes.[^tonnes]

        [^tonnes]: A hundred and two, to be exact.
    """,
)
NOTE_TWICE = Rule(
    "M022",
    "note-defined-twice",
    Severity.ERROR,
    """Two footnotes of one chapter have the same name.

    Why it matters
        Only the first one is in the book.
    Bad
        [^a]: One thing.
        [^a]: Another thing.
    Good
        [^a]: One thing.
        [^b]: Another thing.
    """,
)

_REFERENCE: Final = re.compile(r"\[\^([^\]\s\[]+)\]")


def reference(token: Token, out: Body) -> None:
    """The number in the text; pressing it opens the note."""
    if out.refuse_in_caption("a note"):
        return
    out.features.add("footnote")
    note, use = token.meta["note"], token.meta["use"]
    if out.settings.notes == "book":
        _refer_to_end(note, use, out)
        return
    out.write(
        f'<a epub:type="noteref" role="doc-noteref" href="#{attribute(note.id)}" '
        f'id="{attribute(use)}">{note.number}</a>'
    )


def _refer_to_end(note: Note, use: str, out: Body) -> None:
    """Where the note stands and its number, only the book knows."""
    index = note.number - 1
    out.write('<a epub:type="noteref" role="doc-noteref"')
    out.write(Slot(SlotKind.NOTE_HREF, index))
    out.write(f' id="{attribute(use)}">')
    out.write(Slot(SlotKind.NOTE_NUMBER, index))
    out.write("</a>")


def undefined(token: Token, out: Body) -> None:
    """A reference to no note stays as it was written."""
    name = token.content
    out.report(NOTE_UNDEFINED, out.span(*token.meta["at"]), f"the note {name} is not defined",
               f"define it in this chapter: {name}: …")  # fmt: skip
    out.write(escape(name))


def notes_open(_token: Token, out: Body) -> None:
    """The chapter's notes stand at its end."""
    label = attribute(out.label("notes"))
    out.write(
        '<section class="footnotes" epub:type="footnotes" role="doc-endnotes" '
        f'aria-label="{label}">\n'
    )


def notes_close(_token: Token, out: Body) -> None:
    """The end of the notes."""
    out.write("</section>\n")


def note_open(token: Token, out: Body) -> None:
    """One note; readers that can, show it over the page."""
    note = token.meta["note"]
    out.mark(token)
    out.write(
        f'<aside class="footnote" epub:type="footnote" role="doc-footnote" '
        f'id="{attribute(note.id)}">\n<span class="footnote-number">{note.number}</span>\n'
    )


def note_close(_token: Token, out: Body) -> None:
    """The end of one note."""
    out.write("</aside>\n")


def back_links(token: Token, out: Body) -> None:
    """The way back, one for each place that refers to the note."""
    label = out.label("back")
    uses = token.meta["note"].uses
    for count, use in enumerate(uses, 1):
        said = label if len(uses) == 1 else f"{label} ({count})"
        shown = "↩" if len(uses) == 1 else f"↩{count}"
        out.write(
            f' <a class="backlink" epub:type="backlink" role="doc-backlink" '
            f'href="#{attribute(use)}" aria-label="{attribute(said)}">{shown}</a>'
        )


def apart_open(token: Token, out: Body) -> None:
    """A note that stands at the end of the book: from here on it is written for the outline."""
    token.meta["note"].begins = len(out.pieces)


def apart_close(token: Token, out: Body) -> None:
    """Take what was written out of the chapter."""
    note = token.meta["note"]
    pieces = out.pieces[note.begins :]
    if out.html.first is not None:
        pieces = mend(pieces) or pieces
    body = body_pieces(pieces)
    out.replace_from(note.begins, [])
    out.notes.append(EndNote(note.id, tuple(note.uses), body, out.span_of(note.opening)))


def unused_note(token: Token, out: Body) -> None:
    """A definition that nobody needs."""
    name = token.content
    out.report(NOTE_UNUSED, out.span_of(token), f"nothing refers to the note {name}",
               f"put {name} where it belongs, or take the note out")  # fmt: skip


def note_twice(token: Token, out: Body) -> None:
    """A second definition of the same name."""
    name = token.content
    out.report(NOTE_TWICE, out.span_of(token), f"the note {name} is defined twice",
               "give it another name; only the first one is in the book")  # fmt: skip


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^a]: …`, and what is indented below it."""
    made = len(state.tokens)
    if not footnote_def(state, start, end, silent):
        return False
    if not silent:
        token = state.tokens[made]
        begin = state.bMarks[start] + state.tShift[start]
        token.content = f"[^{token.meta['label']}]"
        token.block = True
        token.meta["at"] = (begin, begin + len(token.content))
        state.env["notes"] = True
    return True


def refer(state: StateInline, silent: bool) -> bool:
    """`[^a]`; undefined it stays as it is, unless it is a link."""
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    defined = ":" + found[1] in state.env.get("footnotes", {}).get("refs", ())
    if not defined and state.src[found.end() : found.end() + 1] in ("(", "["):
        return False
    if not silent:
        token = state.push("footnote_ref" if defined else "footnote_undefined", "", 0)
        token.content = found[0]
        token.meta["label"] = found[1]
        state.env["notes"] = True
    state.pos = found.end()
    return True


def refer_inline(state: StateInline, silent: bool) -> bool:
    """`^[…]`: the note stands where it is referred to."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    end = parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        outer = state.env["inline"]
        inline = Token("inline", "", 0, map=outer.map, content=outer.content, meta=outer.meta)
        inline.children = state.md.inline.parse(state.src[start + 2 : end], state.md, state.env, [])
        shift(inline.children, start + 2)
        state.push("footnote_ref", "", 0).meta["inline"] = inline
        state.env["notes"] = True
    state.pos = end + 1
    return True


def install(dialect: Dialect) -> None:
    """Before links: a bracket with a caret is a note first."""
    ends = ("paragraph", "reference")
    dialect.block.rules.insert("footnote", definition, "[", ends, before="reference")
    dialect.inline.add("footnote", "[", placed()(refer), before="link")
    dialect.inline.add("inline_footnote", "^", placed()(refer_inline))
    place = dialect.settings.notes
    dialect.refinements.append(lambda parsed: number(parsed, place))


CONSTRUCT = Construct(
    "footnote",
    install,
    {
        "footnote_ref": reference,
        "footnote_undefined": undefined,
        "footnotes_open": notes_open,
        "footnotes_close": notes_close,
        "footnote_open": note_open,
        "footnote_close": note_close,
        "footnote_back": back_links,
        "note_open": apart_open,
        "note_close": apart_close,
        "note_unused": unused_note,
        "note_twice": note_twice,
    },
)
