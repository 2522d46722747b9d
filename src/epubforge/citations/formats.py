"""The formats, quotation marks and affixes that an element of a style asks for."""

from __future__ import annotations

from epubforge.citations.casing import cased
from epubforge.citations.rich import CLOSE, OPEN, Piece, Rich, formatted, joined, text
from epubforge.citations.style import Node
from epubforge.citations.terms import Terms

_FORMATS = {
    ("font-style", "italic"): "i",
    ("font-style", "oblique"): "i",
    ("font-weight", "bold"): "b",
    ("font-variant", "small-caps"): "sc",
    ("text-decoration", "underline"): "u",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
}


def dressed(rich: Rich, node: Node, terms: Terms) -> Rich:
    """The text with all that the element asks for; nothing stays nothing."""
    if not rich:
        return ()
    if node.get("strip-periods") == "true":
        rich = tuple(Piece(piece.text.replace(".", ""), piece.formats) for piece in rich)
    if node.get("text-case"):
        rich = cased(rich, node.get("text-case"), terms.english)
    rich = formatted(rich, *formats_of(node))
    if node.get("quotes") == "true":
        rich = (Piece(OPEN), *rich, Piece(CLOSE))
    rich = joined([text(node.get("prefix")), rich, text(node.get("suffix"))], "")
    if node.get("display") in ("block", "left-margin", "right-inline", "indent"):
        rich = (*rich, Piece(" "))
    return rich


def formats_of(node: Node) -> tuple[str, ...]:
    """The formats that the element's attributes name."""
    return tuple(name for (key, value), name in _FORMATS.items() if node.get(key) == value)
