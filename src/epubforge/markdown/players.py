"""Players in raw HTML: `<audio>`, `<video>` and `<source>`, whose files are the book's."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.markdown.body import Body
from epubforge.markdown.destination import Leads, picture_leads
from epubforge.markdown.tags import Piece
from epubforge.markup import clean
from epubforge.model.document import MediaKind, MediaUse, Slot, SlotKind
from epubforge.source import Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a player, or one of its files, is not in the book."""

    message: str
    is_unsafe: bool = False


def write_player(piece: Piece, where: Span, written: str, out: Body) -> Refusal | None:
    """Write a player, or one of its files, with these attributes; or say why not."""
    name = piece.name.lower()
    outer = next((t.name for t in reversed(out.html.opened) if t.name in ("audio", "video")), None)
    source = next((a.value.strip() for a in piece.attributes if a.name == "src"), None)
    refusal = _refusal(name, outer, source)
    if refusal is not None and (name == "source" or not refusal.is_unsafe):
        return refusal
    if out.refuse_in_caption(f"<{name}>"):
        return None
    kind: MediaKind = "video" if "video" in (name, outer) else "audio"
    out.features.add(kind)
    out.write(f"<{name}" + ("" if name == "source" else ' controls="controls"'))
    if source and refusal is None:
        out.write(Slot(SlotKind.MEDIA, len(out.media)))
        out.media.append(MediaUse(kind, clean(source), "", where))
    _end(name, piece, where, written, out)
    return refusal


def _refusal(name: str, outer: str | None, source: str | None) -> Refusal | None:
    if name == "source" and outer is None:
        return Refusal("<source> stands in no player")
    if name == "source" and not source:
        return Refusal("<source> names no file")
    if name != "source" and outer is not None:
        return Refusal(f"<{name}> stands inside another player")
    if source and picture_leads(source) in (Leads.OUTSIDE, Leads.UNSAFE):
        return Refusal(f"{' '.join(clean(source).split())[:80]} is not in the project", True)
    return None


def _end(name: str, piece: Piece, where: Span, written: str, out: Body) -> None:
    if name == "source":
        out.write(f"{written}/>")
    elif piece.is_empty:
        out.write(f"{written}></{name}>")
    else:
        out.write(f"{written}>")
        out.html.open(name, where)
