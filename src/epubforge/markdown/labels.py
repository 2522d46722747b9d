"""What has a number of its own: figures, tables, listings and equations in the outline."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from epubforge.markdown.body import Body
from epubforge.markdown.ids import slug
from epubforge.markdown.plain import plain
from epubforge.model.document import Numbered, NumberedKind, Slot, SlotKind
from epubforge.source import Span

_LONGEST = 40


def label(out: Body, kind: NumberedKind, ident: str, caption: str, place: Span) -> None:
    """Write the hole for "Figure 3", and keep the thing in the outline."""
    out.write(Slot(SlotKind.LABEL, len(out.numbered)))
    out.numbered.append(Numbered(kind, ident, caption, place))


def own_id(out: Body, given: str | None, place: Span) -> str | None:
    """The id that the author gave, if it can be one."""
    return out.claim(given, place) if given else None


def made_id(out: Body, prefix: str, caption: str, place: Span) -> str:
    """An id for what has none, from its caption."""
    words = slug(caption, "1")[:_LONGEST].strip("-.")
    return out.make_id(f"{prefix}-{words}", place)


def words_of(tokens: Sequence[Token] | None) -> str:
    """A caption as plain text."""
    return plain(tokens or ())
