"""Pictures in the text, described or marked as decoration."""

from __future__ import annotations

from dataclasses import replace

from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.constructs.picture_settings import picture_settings
from epubforge.markdown.attributes import NONE
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.descriptions import details, without_description, write_description_link
from epubforge.markdown.dialect import Dialect, attributes_of
from epubforge.markdown.inline import InlineRule
from epubforge.markdown.media import media_kind, write_media
from epubforge.markdown.placed import placed
from epubforge.markdown.plain import plain
from epubforge.markup import attribute, clean, escape
from epubforge.model.document import PictureUse


def picture(token: Token, out: Body) -> None:
    """`![alt](x.jpg "title")` inside a text becomes `<img …/>`."""
    kind = media_kind(str(token.attrs.get("src", "")))
    if kind:
        out.report_unclear(token)
        write_media(kind, token, out.span(*token.meta.get("at", (0, 0))), out, own=True)
        return
    given = attributes_of(token) or NONE
    title = token.attrs.get("title")
    written = f' title="{attribute(str(title))}"' if title else ""
    place = out.span(*given.at)
    settings, given = picture_settings(given, place, out)
    shown = without_description(given.without("decorative"))
    written += out.attribute_text(shown, place)
    use = replace(picture_use(token, out), settings=settings)
    out.report_unclear(token)
    goal = given.get("longdesc")
    ident = out.make_id("description-link") if goal else ""
    if not out.picture(use, written + details(ident)):
        out.write(escape(use.alt))
    if goal:
        out.write(" ")
        write_description_link(out, (goal, ident), use.span)


def picture_use(token: Token, out: Body) -> PictureUse:
    """What the outline says of a picture."""
    given = attributes_of(token) or NONE
    decorative = "decorative" in given.classes
    alt = "" if decorative else plain(token.children or ())
    target = clean(str(token.attrs.get("src", "")))
    return PictureUse(target, alt, decorative, out.span(*token.meta.get("at", (0, 0))))


def _with_title(rule: InlineRule) -> InlineRule:
    """Keeps where the raw title stands: a caption is Markdown, before anything is unescaped."""

    def image(state: StateInline, silent: bool) -> bool:
        start, made = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in [] if silent else state.tokens[made:]:
            if token.type == "image" and token.attrs.get("title"):
                token.meta["title"] = _raw_title(state, start, state.pos)
        return True

    return image


def _raw_title(state: StateInline, start: int, end: int) -> tuple[int, int] | None:
    """Where the title stands in the content; None where a reference definition holds it."""
    label_end = parseLinkLabel(state, start + 1)
    if not state.src.startswith("(", label_end + 1):
        return None
    at = _skip_blanks(state.src, label_end + 2)
    destination = parseLinkDestination(state.src, at, end)
    if not destination.ok:
        return None
    first = _skip_blanks(state.src, destination.pos)
    last = end - 1
    while state.src[last - 1] in " \t\n":
        last -= 1
    return first + 1, last - 1


def _skip_blanks(text: str, at: int) -> int:
    while text[at] in " \t\n":
        at += 1
    return at


def install(dialect: Dialect) -> None:
    """Pictures take attributes, and remember their raw title."""
    dialect.inline.wrap("image", _with_title)
    dialect.inline.wrap("image", placed(attributes=True))


CONSTRUCT = Construct("picture", install, {"image": picture})
