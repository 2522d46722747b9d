"""The house's own faces: open fonts that come as packages, never as files of this repository.

Literata for text, JetBrains Mono for code; for letters that Literata lacks Noto Serif, Frank Ruhl
Libre (Hebrew) and Amiri (Arabic), and those of the extra `scripts` where they are installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from epubforge.fonts.error import FontError
from epubforge.fonts.face import Face, characters, read_face
from epubforge.fonts.variable import without

SERIF, MONO = "Literata", "JetBrains Mono"


@dataclass(frozen=True, slots=True)
class _Family:
    """A family's package, its files by style, and the weights made of them."""

    package: str
    upright: str
    italic: str | None = None
    bold: str | None = None
    """Files of static fonts; a variable one makes its own bold."""
    bold_italic: str | None = None
    optical: bool = False
    without: tuple[str, ...] = ()
    """OpenType features that are taken out."""
    needed: bool = True
    """Part of every installation, and not of the extra `scripts`."""


_TEXT = _Family(
    "fontpkg_literata", "Literata[opsz,wght].ttf", "Literata-Italic[opsz,wght].ttf", optical=True
)
_CODE = _Family(
    "fontpkg_jetbrains_mono",
    "JetBrainsMono[wght].ttf",
    "JetBrainsMono-Italic[wght].ttf",
    without=("calt", "liga"),  # -> and != are two signs in a book on programming
)
_FURTHER = (
    _Family("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", "NotoSerif-Italic[wdth,wght].ttf"),
    _Family("fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf"),
    _Family(
        "fontpkg_amiri",
        "Amiri-Regular.ttf",
        "Amiri-Italic.ttf",
        "Amiri-Bold.ttf",
        "Amiri-BoldItalic.ttf",
    ),
    _Family("fontpkg_noto_sans_devanagari", "NotoSansDevanagari[wdth,wght].ttf", needed=False),
    _Family("fontpkg_noto_sans_tamil", "NotoSansTamil[wdth,wght].ttf", needed=False),
    _Family("fontpkg_noto_sans_telugu", "NotoSansTelugu[wdth,wght].ttf", needed=False),
    _Family("fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", needed=False),
    _Family("fontpkg_noto_sans_khmer", "NotoSansKhmer[wdth,wght].ttf", needed=False),
)


def house_faces() -> tuple[Face, ...]:
    """The text face in regular, italic, bold and bold italic, then the same four for code.

    Made once in a process. Raises FontError where a package is not whole.
    """
    return (*_faces(_TEXT), *_faces(_CODE))


def text_face(*, bold: bool = False, italic: bool = False) -> Face:
    """The house's face for text in one of its four styles."""
    return _style(_TEXT, bold, italic)


def code_face(*, bold: bool = False, italic: bool = False) -> Face:
    """The house's face for code in one of its four styles."""
    return _style(_CODE, bold, italic)


def fallback_faces(*, bold: bool = False, italic: bool = False) -> Iterator[Face]:
    """Faces for letters that the text face lacks, in the order in which they are asked.

    A family without an italic gives its upright.
    """
    for family in _FURTHER:
        if family.needed or _folder(family.package) is not None:
            yield _style(family, bold, italic)


def faces_for(
    text: str, *, bold: bool = False, italic: bool = False, code: bool = False
) -> tuple[Face, ...]:
    """The faces that a text needs, in the order in which CSS has to name them.

    The text face (or the one for code) first, then each fallback that holds letters which those
    before it lack. Letters that no face holds are not an error: see `lacking`.
    """
    first = _style(_CODE if code else _TEXT, bold, italic)
    wanted = {ord(sign) for sign in text if not sign.isspace()} - characters(first)
    faces = [first]
    for face in fallback_faces(bold=bold, italic=italic) if wanted else ():
        if wanted & characters(face):
            faces.append(face)
            wanted -= characters(face)
        if not wanted:
            break
    return tuple(faces)


def display_face(*, weight: int = 400, italic: bool = False, points: float = 72.0) -> Face:
    """The text face as it is drawn for a large size, as titles on a cover are."""
    file = _TEXT.italic if italic and _TEXT.italic else _TEXT.upright
    return _read(_TEXT, file, weight, points)


def _faces(family: _Family) -> Iterator[Face]:
    for bold in (False, True):
        for italic in (False, True):
            yield _style(family, bold, italic)


def _style(family: _Family, bold: bool, italic: bool) -> Face:
    weight = 700 if bold else 400
    if family.bold is not None:
        return _read(family, _static(family, bold, italic), None, None)
    file = family.italic if italic and family.italic else family.upright
    return _read(family, file, weight, 12.0 if family.optical else None)


def _static(family: _Family, bold: bool, italic: bool) -> str:
    upright = family.bold if bold else family.upright
    slanted = family.bold_italic if bold else family.italic
    return (slanted if italic else upright) or family.upright


@lru_cache(maxsize=64)
def _read(family: _Family, file: str, weight: int | None, optical: float | None) -> Face:
    folder = _folder(family.package)
    if folder is None:
        raise FontError(
            f"{family.package} is not installed", "install epubforge with all that it asks for"
        )
    try:
        data = (folder / "files" / file).read_bytes()
        licence = (folder / "LICENSE").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FontError(f"{family.package} is not whole", "install epubforge again") from error
    face = read_face(data, family.package, weight, optical, licence)
    return replace(face, data=without(face.data, family.without)) if family.without else face


@lru_cache(maxsize=16)
def _folder(package: str) -> Path | None:
    """Where a package of fonts lies; it is never run."""
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent
