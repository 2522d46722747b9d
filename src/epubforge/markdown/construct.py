"""A Markdown construct: how it is parsed and what it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown_it.token import Token

from epubforge.markdown.body import Body
from epubforge.markdown.dialect import Dialect

__all__ = ["Body", "Construct", "Render"]

Render = Callable[[Token, Body], None]
"""Writes one token to the body."""


@dataclass(frozen=True, slots=True, eq=False)
class Construct:
    """One construct whole: the rules it adds to a dialect, and what its tokens become."""

    name: str
    install: Callable[[Dialect], None] | None = None
    renders: Mapping[str, Render] = field(default_factory=dict)
    """Token types to the functions that write them."""
