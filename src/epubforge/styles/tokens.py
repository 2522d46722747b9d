"""A stylesheet's text cut into values once, for all who read it.

https://www.w3.org/TR/css-syntax-3/#tokenization
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import tinycss2
import tinycss2.ast

_SENTINEL = "epubforge"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The values of a sheet without its comments."""

    nodes: list[tinycss2.ast.Node]
    """Where something is open at the end, a word of ours is in it too."""
    is_open: bool
    """A block, text or comment is not closed, which the parser passes over in silence."""


@lru_cache(maxsize=1)
def tokens(text: str) -> Tokens:
    """What a text is made of; that of the last text is remembered."""
    nodes = tinycss2.parse_component_value_list(f"{text}\n {_SENTINEL}", skip_comments=True)
    last = nodes[-1] if nodes else None
    # What is open at the end takes the last word in.
    if isinstance(last, tinycss2.ast.IdentToken) and last.value == _SENTINEL:
        return Tokens(nodes[:-1], False)
    return Tokens(nodes, True)
