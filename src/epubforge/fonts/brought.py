"""Font files that an author brings turned into faces, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Outcome, Reporter, Rule, Severity
from epubforge.fonts.error import FontError
from epubforge.fonts.face import Face, read_faces
from epubforge.fonts.sfnt import LARGEST
from epubforge.model.project import FontSource

UNUSABLE = Rule(
    "P090",
    "unusable-font",
    Severity.ERROR,
    """A file that the settings name as a font is none, is damaged, or cannot be unpacked.

Why it matters
    It is left out; the book is made with the reading system's own font. The book would not look as
    it is meant to, and a damaged font makes some readers drop all text.
Bad
    fonts = ["fonts/Georgia.zip"]
Good
    fonts = ["fonts/Gentium-Regular.ttf", "fonts/Gentium-Italic.ttf"]
Reference
    TTF, OTF and WOFF https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
)
FORBIDDEN = Rule(
    "P091",
    "font-forbids-embedding",
    Severity.ERROR,
    """The font's maker forbids to embed it: its licence is restricted (fsType 2).

Why it matters
    It is left out. An e-book is copied to each of its readers, and the font with it. Without the
    maker's leave that is against the law, whoever paid for the font.
Bad
    A font that came with an operating system or an office program
Good
    A font under the SIL Open Font License, or one with a licence for e-books
Reference
    https://learn.microsoft.com/typography/opentype/spec/os2#fstype
""",
)
WHOLE = Rule(
    "P092",
    "font-forbids-subsetting",
    Severity.NOTE,
    """The font's maker forbids to cut it down to the letters of the book, so all of it goes in.

Why it matters
    A whole font can have a megabyte or more, where the letters of a novel need a tenth of it.
Bad
    Four styles of a font with Chinese letters that may not be cut
Good
    A font that may be cut, or the maker's leave to use such a version
Reference
    https://learn.microsoft.com/typography/opentype/spec/os2#fstype
""",
)
TWIN = Rule(
    "P093",
    "twin-font",
    Severity.WARNING,
    """Two font files are the same style of one family.

Why it matters
    The first one is used. A reading system finds a font by family, weight and style; of two it
    would take either.
Bad
    fonts = ["fonts/Gentium-Regular.ttf", "fonts/old/Gentium-Regular.ttf"]
Good
    One file for each weight and style
""",
)


def read_brought(sources: Sequence[FontSource]) -> Outcome[tuple[Face, ...]]:
    """The faces of these files in their order, one for each family, weight and style.

    Reports P090 (no usable font), P091 (may not be embedded), P092 (may not be cut), P093 (twin).
    """
    reporter = Reporter()
    faces: dict[tuple[str, int, bool], Face] = {}
    for source in sources:
        for face in _of(source, reporter):
            key = (face.family.casefold(), face.weight, face.italic)
            if key in faces:
                reporter.add(_twin(source, face, faces[key]))
                continue
            faces[key] = face
            if face.embedding == "whole":
                message = f"{source.path} may not be cut down; all of it goes into the book"
                reporter.add(WHOLE.at(source.span, message, "see how large it is"))
    return Outcome(tuple(faces.values()), reporter.found)


def _of(source: FontSource, reporter: Reporter) -> Iterator[Face]:
    try:
        faces = read_faces(_bytes(source.location), source.path)
    except FontError as error:
        reporter.add(UNUSABLE.at(source.span, f"{source.path} {error.reason}", error.hint))
        return
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        message = f"{source.path} cannot be read: {reason}"
        reporter.add(UNUSABLE.at(source.span, message, "see who may read it"))
        return
    if not faces[0].embeddable:
        message = f"{source.path} may not be embedded: its maker forbids it"
        hint = "ask the maker for a licence for e-books, or take another font"
        reporter.add(FORBIDDEN.at(source.span, message, hint))
        return
    licence = _licence(source.licence)
    for face in faces:
        yield replace(face, licence=licence, has_licence_file=bool(licence)) if licence else face


def _bytes(file: Path) -> bytes:
    if file.stat().st_size > LARGEST:
        raise FontError("is larger than a font can be", "take one for a single script")
    return file.read_bytes()


def _licence(file: Path | None) -> str:
    """The text of a licence; nothing where it cannot be one."""
    if file is None:
        return ""
    try:
        if file.stat().st_size > 500_000:
            return ""
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""


def _twin(source: FontSource, face: Face, first: Face) -> Diagnostic:
    style = f"{face.family}, weight {face.weight}{', italic' if face.italic else ''}"
    message = f"{source.path} is {style}, as {first.label} is already"
    return TWIN.at(source.span, message, "leave one of them out")
