"""Figures: an image alone in its paragraph, with its title as the caption."""

from __future__ import annotations

from dataclasses import replace

from markdown_it.token import Token

from epubforge.constructs.picture_settings import picture_settings
from epubforge.markdown.attributes import NONE, Attributes
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.descriptions import details, without_description, write_description_link
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of
from epubforge.markdown.labels import label, made_id, own_id, words_of
from epubforge.markdown.media import media_kind, write_media
from epubforge.markdown.placed import shift
from epubforge.markdown.plain import plain
from epubforge.markup import attribute, clean, escape
from epubforge.model.document import PictureUse
from epubforge.model.picture import PictureSettings
from epubforge.source import Span


def figure_open(token: Token, out: Body) -> None:
    """`![alt](x.jpg "caption")` alone becomes `<figure>`; alt is never made from the caption."""
    out.mark(token)
    out.features.add("figure")
    image = token.meta["image"]
    out.focus(token.meta["inline"])
    place = out.span(*image.meta["at"])
    given, where = _attributes(token, image, out)
    words = words_of(token.meta["caption"])
    anchor = own_id(out, given.id, where)
    if anchor is None and token.meta["captioned"]:
        anchor = made_id(out, "fig", words, place)
    named = f' id="{attribute(anchor)}"' if anchor else ""
    kind = media_kind(str(image.attrs.get("src", "")))
    classes = (kind,) if kind else ()
    settings, given = picture_settings(given, where, out)
    rest = replace(given, id=None).with_classes(*classes).without("decorative")
    out.write(f"<figure{named}{out.attribute_text(without_description(rest), where)}>\n")
    out.report_unclear(image)
    goal = token.meta.get("description") or given.get("longdesc")
    ident = out.make_id("description-link") if goal else ""
    if kind:
        write_media(kind, image, place, out)
    else:
        _picture(token, image, (ident, settings), out)
    if goal:
        out.write("\n<p>")
        write_description_link(out, (goal, ident), place)
        out.write("</p>")
    if token.meta["captioned"] and anchor is not None:
        out.write("\n<figcaption>")
        label(out, "figure", anchor, words, place)
    else:
        out.write("\n")


def _attributes(token: Token, image: Token, out: Body) -> tuple[Attributes, Span]:
    """Those on the line before the figure, and those directly behind the picture."""
    own, before = attributes_of(image) or NONE, attributes_of(token)
    if before is None:
        return own, out.span(*own.at)
    together = before | own
    # Each id is reported where it stands.
    return together, out.span(*own.at) if own.id else out.source.span(*before.at)


def _picture(token: Token, image: Token, own: tuple[str, PictureSettings], out: Body) -> None:
    """The picture with the anchor of its description and the settings that are its own."""
    link, settings = own
    given = attributes_of(image) or NONE
    together = given if (before := attributes_of(token)) is None else before | given
    decorative = "decorative" in together.classes
    target = clean(str(image.attrs.get("src", "")))
    alt = "" if decorative else plain(image.children or ())
    use = PictureUse(target, alt, decorative, out.span(*image.meta["at"]), settings=settings)
    if not out.picture(use, details(link)):
        out.write(escape(use.alt))


def figure_close(token: Token, out: Body) -> None:
    """The end of a figure."""
    out.write("</figcaption>\n</figure>\n" if token.meta["captioned"] else "</figure>\n")


def _find_figures(dialect: Dialect, parsed: Parsed) -> None:
    if "![" not in parsed.text:
        return
    tokens: list[Token] = []
    for token in parsed.tokens:
        paragraph = tokens[-2] if token.type == "paragraph_close" else None
        image = _lone_image(tokens[-1]) if paragraph is not None else None
        if paragraph is not None and image is not None:
            tokens[-2:] = _figure(dialect, parsed, (paragraph, tokens[-1], image))
        else:
            tokens.append(token)
    parsed.tokens = tokens


def _lone_image(inline: Token) -> Token | None:
    shown = [child for child in inline.children or () if child.type != "softbreak"]
    return shown[0] if len(shown) == 1 and shown[0].type == "image" else None


def _figure(dialect: Dialect, parsed: Parsed, found: tuple[Token, Token, Token]) -> list[Token]:
    paragraph, inline, image = found
    caption = _caption(dialect, parsed, inline, image)
    meta = dict(paragraph.meta) | {
        "image": image,
        "inline": inline,
        "captioned": bool(caption),
        "caption": caption,
    }
    opened = Token("figure_open", "figure", 1, map=inline.map, meta=meta, block=True)
    closed = Token("figure_close", "figure", -1, meta=meta, block=True)
    opened.level = closed.level = paragraph.level
    held = Token("inline", "", 0, map=inline.map, content=inline.content, meta=inline.meta)
    held.level, held.children = paragraph.level + 1, caption
    return [opened, held, closed]


def _caption(dialect: Dialect, parsed: Parsed, inline: Token, image: Token) -> list[Token]:
    title = image.attrs.get("title")
    if not title:
        return []
    raw = image.meta.get("title")
    text = inline.content[raw[0] : raw[1]] if raw else str(title)
    parsed.env["inline"] = inline
    tokens = dialect.inline.parse(text, dialect.md, parsed.env, [])
    if raw:
        shift(tokens, raw[0])
    else:
        for token in tokens:
            token.meta["at"] = image.meta["at"]
    return tokens


def install(dialect: Dialect) -> None:
    """Paragraphs that hold one image and nothing else."""
    dialect.refinements.append(lambda parsed: _find_figures(dialect, parsed))


CONSTRUCT = Construct("figure", install, {"figure_open": figure_open, "figure_close": figure_close})
