"""A004: a description that only repeats how the file is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from epubforge.checks.shown import pictures
from epubforge.checks.words import quoted
from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

RULE = Rule(
    "A004",
    "alt-is-file-name",
    Severity.WARNING,
    page="""\
The description of a picture is the name of a file.

Why it matters
    Programs fill descriptions with file names when nobody writes any. A reader who listens
    hears letters and numbers read out one by one, and learns nothing of the picture.
Bad
    ![IMG_2041.jpg](IMG_2041.jpg)
Good
    ![A miner holds up his lamp and laughs](IMG_2041.jpg)
Reference
    WCAG 2.2, failure F30: https://www.w3.org/WAI/WCAG22/Techniques/failures/F30
""",
    criterion=Criterion("WCAG 1.1.1", "A"),
)
PICTURE_ENDING = re.compile(
    r"\S+\.(?:jpe?g|jfif|png|gif|svg|webp|tiff?|heic|heif|avif|bmp|dng|nef|cr[23]|arw|raf|orf)",
    re.I,
)
CAMERA_NAME = re.compile(
    r"_?(?:IMG|DSC|DSCN|DSCF|DSCI|PXL|MVI|SAM|GOPR|MG|CIMG|PICT|PHOTO|IMAGE|SCAN|WP|DJI|VID|P|PIC|IMG_E)"
    r"(?:[_ -]?\d{3,}|[_ -]\d{2,})(?:[_ -]?(?:[A-Z]{2}[_ -]?)?\d+)*(?:[_ -][A-Z]{2,6})?"
    r"|\d{8}_\d{6}(?:_\d+)?|(?:WhatsApp Image|Screenshot|Bildschirmfoto)[ _-].*\d{2}.*",
    re.I,
)
"""As cameras and telephones name what they take."""


def alt_is_file_name(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """Descriptions that are a file name, with or without the ending.

    A plain word that happens to be the file's name too (`map` for map.png) is let pass.
    """
    for picture in pictures(book):
        if not picture.is_decorative and _is_name(picture.alt, picture.name):
            yield RULE.at(
                picture.described,
                f"{picture.name} is described by a file name, {quoted(picture.alt)}",
                "say what is to be seen in the picture",
            )


def _is_name(alt: str, picture: str) -> bool:
    if PICTURE_ENDING.fullmatch(alt) or CAMERA_NAME.fullmatch(alt):
        return True
    stem = PurePosixPath(picture).stem
    return alt == stem and re.search(r"[\d_]", stem) is not None


def in_stranger(page: Page) -> Iterator[Diagnostic]:
    """Such descriptions in a finished page."""
    for picture in page.pictures:
        if not picture.is_decorative and picture.alt and _is_name(picture.alt, picture.name):
            yield RULE.at(
                page.at(picture.element),
                f"{picture.name} is described by a file name, {quoted(picture.alt)}",
                "say what is to be seen in the picture",
            )
