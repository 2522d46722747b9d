"""Inline tokens as plain text, as a listener hears it."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from epubforge.markup import clean


def plain(tokens: Sequence[Token]) -> str:
    """The text of inline tokens, white space folded."""
    return clean(" ".join("".join(_plain(token) for token in tokens).split()))


def _plain(token: Token) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline" | "maths" | "ruby" | "directive_shown":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return plain(token.children or ())
        case _:
            return ""
