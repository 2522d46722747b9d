"""A book's title turned into the name of its file."""

from __future__ import annotations

import re

from epubforge.language.latin import unaccented
from epubforge.model.project import Project

LONGEST = 80

_APOSTROPHES = str.maketrans({"'": None, "\u2019": None})
# Windows opens devices by these names, whatever their ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")


def book_file_name(project: Project) -> str:
    """`<title>[-<edition>].epub`, the title as a slug; else the folder's name, else `book`."""
    name = next((name for name in map(_telling, _names(project)) if name), "book")
    if _DEVICES.match(name):
        name += "-book"
    return f"{name}-{project.edition}.epub" if project.edition else f"{name}.epub"


def slug(text: str) -> str:
    """A text in lower-case ASCII letters and digits, with hyphens between them; it may be empty.

    Accents are taken off; letters that have no Latin counterpart are left out.
    """
    words = re.findall("[a-z0-9]+", unaccented(text.translate(_APOSTROPHES)))
    return _shortened("-".join(words))


def _names(project: Project) -> tuple[str, str]:
    return (project.metadata.title, project.name)


def _telling(text: str) -> str:
    """The slug, unless the numbers in it are all that is left of a title in another script."""
    name = slug(text)
    has_words = any(sign.isalpha() for sign in text)
    return name if any(sign.isalpha() for sign in name) or not has_words else ""


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    cut = name[: LONGEST + 1].rpartition("-")[0]
    return cut or name[:LONGEST]
