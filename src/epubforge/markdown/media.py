"""Sound and film: which destinations are some, and what is written for them."""

from __future__ import annotations

from typing import Final

from markdown_it.token import Token

from epubforge.markdown.attributes import NONE
from epubforge.markdown.body import Body
from epubforge.markdown.destination import Leads, empty_picture, picture_leads, remote_picture
from epubforge.markdown.dialect import attributes_of
from epubforge.markdown.plain import plain
from epubforge.markup import attribute, clean, escape
from epubforge.model.document import MediaKind, MediaUse, Slot, SlotKind
from epubforge.source import Span

_ENDINGS: Final[dict[str, MediaKind]] = {
    **dict.fromkeys("aac aif aiff flac m4a m4b mp3 oga ogg opus wav weba wma".split(), "audio"),
    **dict.fromkeys("avi m4v mkv mov mp4 mpeg mpg ogv webm wmv".split(), "video"),
}  # fmt: skip


def media_kind(target: str) -> MediaKind | None:
    """Whether a destination is a sound or a film, by its ending."""
    path = target.partition("#")[0].partition("?")[0].rstrip()
    return _ENDINGS.get(path.rpartition(".")[2].lower())


def write_media(
    kind: MediaKind, token: Token, place: Span, out: Body, *, own: bool = False
) -> None:
    """A player, and in it what is said where it cannot play; `own`: with the image's attributes."""
    said = clean(plain(token.children or ()))
    target = clean(str(token.attrs.get("src", "")))
    if out.refuse_in_caption(f"the {kind} {target}"):
        out.write(escape(said))
        return
    match picture_leads(target):
        case Leads.OUTSIDE | Leads.UNSAFE:
            out.found.append(remote_picture(place, target))
            out.write(escape(said))
            return
        case Leads.NOWHERE:
            out.found.append(empty_picture(place, said))
            return
        case Leads.INSIDE:
            pass
    given = attributes_of(token) or NONE
    rest = out.attribute_text(given, out.span(*given.at)) if own else ""
    name = f' aria-label="{attribute(said)}"' if said else ""
    out.features.add(kind)
    out.write(f'<{kind} controls="controls"')
    out.write(Slot(SlotKind.MEDIA, len(out.media)))
    out.write(f"{name}{rest}>{escape(said)}</{kind}>")
    out.media.append(MediaUse(kind, target, said, place))
