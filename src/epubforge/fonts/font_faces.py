"""Faces turned into their places in the book and the rules by which a stylesheet knows them."""

from __future__ import annotations

import posixpath
import re
import struct
from collections.abc import Sequence

from epubforge.fonts.face import Face
from epubforge.fonts.licence import font_file
from epubforge.fonts.sfnt import tables

_SANS_CLASS = 8
_SANS_PANOSE = range(11, 16)
_TEXT_PANOSE = 2


def placed(faces: Sequence[Face]) -> tuple[tuple[str, Face], ...]:
    """Each face with its href; names that would meet get a number."""
    taken: dict[str, int] = {}
    found: list[tuple[str, Face]] = []
    for face in faces:
        href = font_file(face)
        number = taken[href] = taken.get(href, 0) + 1
        if number > 1:
            stem, _, ending = href.rpartition(".")
            href = f"{stem}-{number}.{ending}"
        found.append((href, face))
    return tuple(found)


def rules(faces: Sequence[Face], stylesheet: str) -> str:
    """An `@font-face` rule for each face, as a stylesheet with that href has to name them."""
    return "\n".join(_rule(href, face, stylesheet) for href, face in placed(faces))


def text_rule(faces: Sequence[Face]) -> str:
    """The rule that makes the first family the text's, the others help with letters it lacks."""
    families = dict.fromkeys(face.family for face in faces)
    if not families:
        return ""
    names = ", ".join((*map(quoted, families), generic(faces[0])))
    return f"body {{\n  font-family: {names};\n}}"


def generic(face: Face) -> str:
    """`serif`, `sans-serif` or `monospace`: what the face is of, as its tables say it."""
    found = tables(face.data)
    post, os2 = found.get("post", b""), found.get("OS/2", b"")
    if len(post) >= 16 and struct.unpack_from(">L", post, 12)[0]:
        return "monospace"
    if len(os2) < 42:
        return "serif"
    is_sans = os2[30] == _SANS_CLASS or (os2[32] == _TEXT_PANOSE and os2[33] in _SANS_PANOSE)
    return "sans-serif" if is_sans or re.search(r"\bsans\b", face.family, re.I) else "serif"


def quoted(family: str) -> str:
    """A family's name as a CSS string."""
    escaped = re.sub(r'["\\\x00-\x1f\x7f<]', lambda sign: f"\\{ord(sign[0]):x} ", family)
    return f'"{escaped}"'


def _rule(href: str, face: Face, stylesheet: str) -> str:
    url = posixpath.relpath(href, posixpath.dirname(stylesheet))
    style = "italic" if face.italic else "normal"
    return (
        "@font-face {\n"
        f"  font-family: {quoted(face.family)};\n"
        f"  font-style: {style};\n"
        f"  font-weight: {face.weight};\n"
        f'  src: url("{url}");\n'
        "}"
    )
