"""Figures: an image alone in its paragraph, with its title as the caption."""

from __future__ import annotations

from markdown_it.token import Token

from epubforge.markdown.attributes import NONE
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed, attributes_of
from epubforge.markdown.placed import shift
from epubforge.markdown.plain import plain
from epubforge.markup import clean, escape
from epubforge.model.document import PictureUse


def figure_open(token: Token, out: Body) -> None:
    """`![alt](x.jpg "caption")` alone becomes `<figure>`; alt is never made from the caption."""
    out.mark(token)
    out.features.add("figure")
    image = token.meta["image"]
    out.focus(token.meta["inline"])
    given = attributes_of(image) or NONE
    use = PictureUse(
        target=clean(str(image.attrs.get("src", ""))),
        alt="" if "decorative" in given.classes else plain(image.children or ()),
        decorative="decorative" in given.classes,
        span=out.span(*image.meta["at"]),
    )
    before = attributes_of(token)
    written = out.attribute_text(before, out.source.span(*before.at)) if before else ""
    if not written:
        written = out.attribute_text(given.without("decorative"), out.span(*given.at))
    out.report_unclear(image)
    out.write(f"<figure{written}>\n")
    if not out.picture(use):
        out.write(escape(use.alt))
    out.write("\n<figcaption>" if token.meta["captioned"] else "\n")


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
