"""Names and texts of strangers made harmless to terminals, consoles and build servers."""

from __future__ import annotations

import re
from collections.abc import Iterator

STEERING = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # controls, the escape character among them
    "\xad\u061c\u200b\u200e\u200f"  # invisible signs and marks of direction
    "\u2028-\u202e\u2060-\u206f"  # line ends of Unicode, overrides and isolates of direction
    "\ufeff\ufff0-\uffff\ud800-\udfff"  # byte-order marks, non-characters, half characters
    "\U000e0000-\U000e0fff"  # tags: text that nobody sees
    "]"
)
"""What moves a terminal, or turns a line round. Joiners stay: Persian and emoji need them."""
COMMAND = re.compile(r"(?<=#)#(?=\[|vso\[|teamcity\[)")
"""The second sign of `##[` (GitHub), `##vso[` (Azure) and `##teamcity[`, obeyed in any line."""
OPENING = re.compile(r"\s*(:)(?=:)")
"""`::` that begins a line is a command to GitHub:
https://docs.github.com/actions/reference/workflow-commands-for-github-actions"""
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    """The text as one line that commands nothing: what steers is escaped, so that it is seen."""
    shown = list(letters(text))
    opening = OPENING.match(text)
    if opening:
        shown[opening.start(1)] = escape(":")
    return "".join(shown)


def letters(text: str) -> Iterator[str]:
    """For each character of a text that stands inside a line what is shown for it."""
    commands = {match.start() for match in COMMAND.finditer(text)}
    for at, character in enumerate(text):
        if at in commands or STEERING.match(character):
            yield escape(character)
        else:
            yield character


def escape(character: str) -> str:
    r"""A character as `\n`, `\x1b`, `\u202e` or `\U000e0041`."""
    if character in SHORT:
        return SHORT[character]
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def printable(text: str, encoding: str) -> str:
    """The text with everything escaped that an encoding cannot write; unknown ones: ASCII."""
    try:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    except (LookupError, UnicodeError):
        return text.encode("ascii", "backslashreplace").decode("ascii")
