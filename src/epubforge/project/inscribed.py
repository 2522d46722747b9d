"""What picture files say of themselves turned into captions, where no table says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from epubforge.codec.flaws import PictureError
from epubforge.codec.inscription.read import Inscription, read_inscription
from epubforge.diagnostics import Reporter, Rule, Severity
from epubforge.model.picture import Caption, PictureSource
from epubforge.project.natural import matching, nfc
from epubforge.project.plain_markdown import as_markdown
from epubforge.source import Span

UNREADABLE_INSCRIPTION = Rule(
    "P070",
    "inscription-unreadable",
    Severity.NOTE,
    """A picture file holds texts about itself that cannot be read.

Why it matters
    Captions, descriptions and credits may be in the file, and do not get into the book. The
    picture itself is not touched by it.
Bad
    A JPEG whose XMP packet was cut off by a program that knew too little of it.
Good
    The same picture, its texts written again by the program that you are used to.
""",
)

_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|jfif|png|gif|webp|tiff?|heic|heif|avif|bmp|dng|nef|cr[23]|arw|raf|orf|rw2)",
    re.IGNORECASE,
)
_COLUMNS: tuple[tuple[str, Callable[[Caption], str]], ...] = (
    ("caption", lambda said: said.caption),
    ("alt", lambda said: said.alt),
    ("longdesc", lambda said: said.longdesc),
    ("credit", lambda said: said.credit),
    ("rights", lambda said: said.rights),
    ("date", lambda said: said.date),
    ("place", lambda said: said.place),
)


def with_inscriptions(
    plates: Sequence[PictureSource],
    rows: Sequence[Caption | None],
    book: tuple[str, Span],
    reporter: Reporter,
) -> list[Caption | None]:
    """The rows, each field that a row does not have filled with what its picture's file says.

    Of texts in several languages the one for the book's language is taken; `book` is that
    language, and where `[plates]` stands. A key with an empty text in a table of TOML says that
    nothing is wanted; an empty cell of CSV says nothing. Reports P070.
    """
    language, span = book
    filled: list[Caption | None] = []
    for plate, row in zip(plates, rows, strict=True):
        try:
            said = read_inscription(plate.location, language)
        except PictureError:  # which whoever prepares the picture will say
            filled.append(row)
            continue
        place = row.span if row is not None else span
        for trouble in said.troubles:
            message = f"{nfc(plate.path)} {trouble}"
            hint = "see whether its caption is in the book; if not, write it into a caption table"
            reporter.add(UNREADABLE_INSCRIPTION.at(place, message, hint))
        filled.append(_filled(row, inscribed(said, nfc(plate.path), span)))
    return filled


def inscribed(said: Inscription, path: str, span: Span) -> Caption:
    """The row that a caption table would have for a picture, were it written from its file."""
    stem = PurePosixPath(path).stem
    return Caption(
        file=PurePosixPath(path).name,
        span=span,
        caption=as_markdown(_caption(said, stem)),
        alt=" ".join(said.alt.split()),
        longdesc=as_markdown(said.longdesc),
        credit=as_markdown(_credit(said)),
        rights=as_markdown(said.rights),
        date=said.date,
        place=" ".join(said.place.split()),
        people=said.people,
        inscribed=True,
    )


def _filled(row: Caption | None, said: Caption) -> Caption | None:
    if row is None:
        return said if any(read(said) for _, read in _COLUMNS) or said.people else None
    texts = {
        name: read(said)
        for name, read in _COLUMNS
        if not read(row) and (name not in row.spans or name == "alt")
    }
    if row.decorative:
        texts = {name: text for name, text in texts.items() if name not in {"alt", "longdesc"}}
    people = row.people if "people" in row.spans else said.people
    return replace(
        row,
        caption=texts.get("caption", row.caption),
        alt=texts.get("alt", row.alt),
        longdesc=texts.get("longdesc", row.longdesc),
        credit=texts.get("credit", row.credit),
        rights=texts.get("rights", row.rights),
        date=texts.get("date", row.date),
        place=texts.get("place", row.place),
        people=people,
    )


def _caption(said: Inscription, stem: str) -> str:
    """The title before the description, unless one of them is only the file's name."""
    title, text = (
        "" if _names_the_file(each, stem) else each for each in (said.title, said.caption)
    )
    title = title or ("" if text else said.headline)
    if not title or matching(title) in matching(text):
        return text
    if not text:
        return title
    return f"{title} {text}" if title[-1] in ".!?…:" else f"{title}. {text}"


def _names_the_file(text: str, stem: str) -> bool:
    return matching(text) == matching(stem) or _FILE_NAME.fullmatch(text) is not None


def _credit(said: Inscription) -> str:
    """The credit line, and before it those creators whom it does not name."""
    missing = [name for name in said.creators if matching(name) not in matching(said.credit)]
    return " / ".join(part for part in (", ".join(missing), said.credit) if part)
