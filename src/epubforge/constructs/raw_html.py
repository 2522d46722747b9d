"""Raw HTML: what may be in a book is kept, made well-formed; the rest is refused at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from epubforge.diagnostics import Rule, Severity
from epubforge.markdown import allowed
from epubforge.markdown.construct import Body, Construct
from epubforge.markdown.dialect import Dialect, Parsed
from epubforge.markdown.drawings import whole_drawings
from epubforge.markdown.inline import InlineRule
from epubforge.markdown.placed import placed
from epubforge.markdown.players import write_player
from epubforge.markdown.spans import locate
from epubforge.markdown.tags import Piece, TagAttribute, pieces
from epubforge.markdown.values import is_value
from epubforge.markup import attribute, clean, escape, proper_name
from epubforge.model.document import PictureUse
from epubforge.source import Span

HTML_UNSAFE = Rule(
    "M040",
    "html-unsafe",
    Severity.ERROR,
    """Raw HTML holds a program, a frame, a form, or something from outside the book.

    Why it matters
        Shops refuse books with programs in them, and a reader must be able to trust a book.
    Bad
        <script>alert("hello")</script>
        <p onclick="show()">More</p>
    Good
        <p>More</p>
    """,
    blocking=True,
)
HTML_NOT_CARRIED = Rule(
    "M042",
    "html-not-carried",
    Severity.WARNING,
    """Raw HTML holds an element or an attribute that no page of an EPUB may have.

    Why it matters
        It is left out, its text stays. What stands between angle brackets and is no element at all
        is shown as it is written.
    Bad
        <p align="center">Dear <name>,</p>
    Good
        <p class="center">Dear &lt;name>,</p>
    """,
)

_ID: Final = re.compile(r"\s(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_LANGUAGE: Final = ("lang", "xml:lang")
_NAMESPACES: Final = {
    "svg": ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
    "math": ' xmlns="http://www.w3.org/1998/Math/MathML"',
}

_Locate = Callable[[int, int], Span]


def html_block(token: Token, out: Body) -> None:
    """Lines of raw HTML."""
    out.mark(token)
    known = out.lines_of(token)

    def place(start: int, end: int) -> Span:
        return out.source.span(*locate(known, start, end))

    _write(token.content, place, out)


def html_inline(token: Token, out: Body) -> None:
    """One tag inside a paragraph."""
    start = token.meta["at"][0]
    _write(token.content, lambda first, last: out.span(start + first, start + last), out)


def _write(markup: str, place: _Locate, out: Body) -> None:
    out.features.add("html")
    for piece in pieces(markup):
        where = place(piece.start, piece.end)
        if piece.kind == "text":
            out.write(escape(piece.name))
        elif piece.kind == "close":
            _close(piece, where, out)
        elif piece.kind == "open":
            _open(piece, where, place, out)
        else:
            out.html.first = out.html.first or where
            _not_carried(out, where, f"{_shown(piece.name)} is no element")


def _open(piece: Piece, where: Span, place: _Locate, out: Body) -> None:
    out.html.first = out.html.first or where
    given = piece.name.lower()
    foreign = given in ("svg", "math") or out.html.is_foreign
    name = proper_name(given) if foreign else allowed.RENAMED.get(given, given)
    if out.html.is_too_deep and given not in allowed.EMPTY:
        _not_carried(out, where, f"<{_shown(piece.name)}> is nested too deep")
    elif given in allowed.UNSAFE and not (foreign and given in allowed.SVG):
        _refuse(given, piece, where, out)
    elif given in allowed.SVG | allowed.MATHML if foreign else name in allowed.ELEMENTS:
        written = _attributes(name, piece, place, out)
        if name == "img":
            _picture(piece, where, written, out)
        elif name in allowed.MEDIA:
            _player(piece, where, written, out)
        else:
            _tag(name, piece, where, written, out)
    else:
        _show(out, where, piece)


def _tag(name: str, piece: Piece, where: Span, written: str, out: Body) -> None:
    out.write(f"<{name}{_NAMESPACES.get(name, '')}")
    if name in _NAMESPACES:
        out.features.add(name)
    href = next((a.value for a in piece.attributes if a.name == "href"), None)
    if name == "a" and href is not None:
        before = len(out.links)
        out.href(href, "", where)
        out.html.links.append((before if len(out.links) > before else -1, len(out.pieces)))
    elif name == "a":
        out.html.links.append((-1, 0))
    if name in allowed.EMPTY or (piece.is_empty and name.lower() in allowed.SVG | allowed.MATHML):
        out.write(f"{written}/>")
    elif piece.is_empty:
        out.write(f"{written}></{name}>")
        if name == "a":
            out.html.links.pop()
    else:
        out.write(f"{written}>")
        out.html.open(name, where)


def _player(piece: Piece, where: Span, written: str, out: Body) -> None:
    refusal = write_player(piece, where, written, out)
    if refusal is None:
        return
    if refusal.is_unsafe:
        out.report(HTML_UNSAFE, where, refusal.message, "save it in the project and name it there")
    else:
        _not_carried(out, where, refusal.message)


def _close(piece: Piece, where: Span, out: Body) -> None:
    given = piece.name.lower()
    if out.html.dropping == given:
        out.end_dropping()
        return
    name = proper_name(given) if out.html.is_foreign else allowed.RENAMED.get(given, given)
    out.html.first = out.html.first or where
    known = allowed.SVG | allowed.MATHML if out.html.is_foreign else allowed.ELEMENTS
    if name in allowed.EMPTY or (given in allowed.UNSAFE and name.lower() not in known):
        return
    if name.lower() not in known:
        out.write(escape(piece.raw))
        return
    if name == "a" and out.html.links:
        index, start = out.html.links.pop()
        if index >= 0:
            texts = [piece for piece in out.pieces[start:] if isinstance(piece, str)]
            text = re.sub(r"<[^>]*>", "", "".join(texts).partition(">")[2])
            out.link_text(index, " ".join(text.split()))
    out.write(out.html.close(name, where))


def _refuse(name: str, piece: Piece, where: Span, out: Body) -> None:
    if name in allowed.KEPT_WITHOUT_TAG:
        _not_carried(out, where, f"<{name}> cannot stand inside a page")
        return
    out.report(HTML_UNSAFE, where, f"<{name}> may not be in a book", "take it out")
    hides = name in allowed.HIDES_CONTENT and name not in allowed.EMPTY
    if hides and not piece.is_empty and out.html.dropping is None:
        out.html.dropping, out.html.dropped_from = name, len(out.pieces)


def _attributes(name: str, piece: Piece, place: _Locate, out: Body) -> str:
    written: dict[str, str] = {}
    for given in piece.attributes:
        where = place(given.start, given.end)
        text = _attribute(name, given, where, out)
        if text and given.name not in written:
            written[given.name] = text
    if "lang" in written:
        written.pop("xml:lang", None)
    tag = next((given.value for given in piece.attributes if given.name in _LANGUAGE), "")
    if "dir" not in written and not out.html.is_foreign:
        written["dir"] = out.direction(tag) or (' dir="ltr"' if name == "bdo" else "")
    if piece.name.lower() in allowed.RENAMED and "class" not in written:
        written["class"] = f' class="{piece.name.lower()}"'
    return "".join(written.values())


def _attribute(name: str, given: TagAttribute, where: Span, out: Body) -> str:
    key, value = given.name, given.value
    if key.startswith("on") or (
        allowed.is_unsafe_value(key, value) and (out.html.is_foreign or key == "style")
    ):
        out.report(HTML_UNSAFE, where, f"{_shown(key)} may not be in a book", "take it out")
        return ""
    if (name, key) in (("a", "href"), ("img", "src"), ("img", "alt")):
        return ""
    if name in allowed.MEDIA and key == "src":
        return ""
    if name in allowed.MEDIA and key in allowed.SWITCHES:
        return f' {key}="{key}"'
    if key == "id" or (name, key) == ("a", "name"):
        ident = out.claim(value, where)
        return f' id="{attribute(ident)}"' if ident else ""
    if key in _LANGUAGE:
        return out.language(value, where)
    if allowed.is_silently_left_out(name, key) or key == "/":
        return ""
    if name in allowed.ELEMENTS and not out.html.is_foreign:
        if key == "align" and value.lower() in ("left", "right", "center"):
            return f' class="align-{value.lower()}"'
        fits = allowed.is_allowed(name, key)
    else:
        fits, key = allowed.is_foreign_attribute(key), proper_name(key)
    if not fits:
        _not_carried(out, where, f"{_shown(key)} is not an attribute that <{name}> may have")
        return ""
    if not out.html.is_foreign and not is_value(name, key, value):
        _not_carried(out, where, f"{_shown(key)} of <{name}> cannot be “{_shown(value)}”")
        return ""
    return f' {key}="{attribute(value)}"'


def _picture(piece: Piece, where: Span, written: str, out: Body) -> None:
    values = {given.name: given.value for given in piece.attributes}
    alt = " ".join(clean(values.get("alt", "")).split())
    says_so = (
        values.get("role") in ("presentation", "none")
        or "decorative" in values.get("class", "").split()
    )
    decorative = says_so or ("alt" in values and not alt)
    if decorative:
        written = re.sub(r' role="[^"]*"', "", written)
    use = PictureUse(
        clean(values.get("src", "").strip()), "" if decorative else alt, decorative, where, True
    )
    if not out.picture(use, written):
        out.write(escape(use.alt))


def _not_carried(out: Body, where: Span, message: str) -> None:
    out.report(HTML_NOT_CARRIED, where, message,
               "take it out, or write a backslash before it if it is no tag")  # fmt: skip


def _show(out: Body, where: Span, piece: Piece) -> None:
    """What is no element was perhaps not meant as one: it is shown as it is written."""
    _not_carried(out, where, f"<{_shown(piece.name)}> is not an element that a book may hold")
    out.write(escape(piece.raw))


def _shown(text: str) -> str:
    text = " ".join(clean(text).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _marks_html(rule: InlineRule) -> InlineRule:
    def html(state: StateInline, silent: bool) -> bool:
        if not rule(state, silent):
            return False
        if not silent:
            state.env["html"] = True
        return True

    return html


def _keep_ids(parsed: Parsed) -> None:
    """Ids in raw HTML are the author's: no made one may be equal to them."""
    if not parsed.has_html:
        return
    for token in parsed.tokens:
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                parsed.ids.reserve(*_ID.findall(part.content))


def install(dialect: Dialect) -> None:
    """The parser's own rules find it."""
    dialect.block.rules.wrap("html_block", whole_drawings)
    dialect.inline.wrap("html_inline", _marks_html)
    dialect.inline.wrap("html_inline", placed())
    dialect.refinements.append(_keep_ids)


CONSTRUCT = Construct("raw_html", install, {"html_block": html_block, "html_inline": html_inline})
