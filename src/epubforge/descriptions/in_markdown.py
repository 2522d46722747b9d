"""A picture's description put into the text of a chapter, as Markdown or as an HTML attribute."""

from __future__ import annotations

import re

from epubforge.descriptions.row import Described, Texts
from epubforge.diagnostics import Replacement
from epubforge.markdown.tags import pieces
from epubforge.markup import attribute

_SPECIAL = re.compile(r"[\\`*_\[\]{}<>~^$|=+]|&(?=#?\w+;)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")


def replacements(picture: Described, wanted: Texts) -> tuple[Replacement, ...]:
    """What changes in the source so that the picture has these texts; empty where it cannot be."""
    use = picture.use
    raw = picture.span.source.text[picture.span.start : picture.span.end]
    if use is not None and use.from_html:
        return _in_tag(picture, raw, wanted)
    end = _end_of_label(raw)
    if end is None:
        return ()
    alt = "" if wanted.decorative else _SPECIAL.sub(r"\\\g<0>", wanted.alt)
    source, start = picture.span.source, picture.span.start
    label = raw[2:end]
    tail = raw[end + 1 :]
    made = [Replacement(source.span(start + 2, start + end), alt)]
    if tail in {"", "[]"}:  # what stands there is also the name of the reference
        made.append(Replacement(source.span(start + end + 1, picture.span.end), f"[{label}]"))
    if wanted.decorative != picture.texts.decorative:
        made.append(_mark(picture, add=wanted.decorative))
    return tuple(made)


def _end_of_label(raw: str) -> int | None:
    """Where the bracket is that closes the description; escapes and code hide brackets."""
    depth, at = 1, 2
    while at < len(raw):
        sign = raw[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "`" and (code := _CODE.match(raw, at)):
            at = code.end()
            continue
        depth += (sign == "[") - (sign == "]")
        if depth == 0:
            return at
        at += 1
    return None


def _mark(picture: Described, *, add: bool) -> Replacement:
    """`{.decorative}` directly behind the picture, among the attributes that it has there."""
    source, end = picture.span.source, picture.span.end
    there = _ATTRIBUTES.match(source.text, end)
    if add:
        if there is None:
            return Replacement(source.span(end), "{.decorative}")
        return Replacement(source.span(end + 1), ".decorative ")
    if there is None:
        return Replacement(source.span(end), "")
    rest = " ".join(word for word in there[0][1:-1].split() if word != ".decorative")
    return Replacement(source.span(end, there.end()), f"{{{rest}}}" if rest else "")


def _in_tag(picture: Described, raw: str, wanted: Texts) -> tuple[Replacement, ...]:
    tag = next(iter(pieces(raw)), None)
    if tag is None or tag.kind != "open":
        return ()
    source, start = picture.span.source, picture.span.start
    alt = "" if wanted.decorative else attribute(wanted.alt).replace("|", "&#124;")
    written = f'alt="{alt}"'
    for given in tag.attributes:
        if given.name == "alt":
            return (Replacement(source.span(start + given.start, start + given.end), written),)
    at = start + 1 + len(tag.name)
    return (Replacement(source.span(at), f" {written}"),)
