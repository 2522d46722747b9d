"""A plain text turned into inline Markdown that says it, with as few backslashes as possible."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\\[{<]|&(?=#?\w+;)")
_IN_PAIRS = ("*", "_", "`", "~", "^", "$", "==", "++")
"""Signs that mean something only where there are two of them."""
_BETWEEN = re.compile(r"\n[ \t]*\n\s*")


def as_markdown(text: str) -> str:
    """Inline Markdown that is read as this text; empty lines still part paragraphs."""
    parts = (" ".join(part.split()) for part in _BETWEEN.split(text))
    return "\n\n".join(_escaped(part) for part in parts if part)


def _escaped(text: str) -> str:
    escaped = _ALWAYS.sub(r"\\\g<0>", text)
    for sign in _IN_PAIRS:
        if text.count(sign) > 1:
            escaped = escaped.replace(sign, "".join(f"\\{letter}" for letter in sign))
    return escaped
