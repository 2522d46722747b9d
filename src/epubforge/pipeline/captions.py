"""The rows of the caption table to the markup that stands below the plates."""

from __future__ import annotations

import re
from collections.abc import Callable

from epubforge.diagnostics import Diagnostic, Outcome
from epubforge.model.book import CaptionMarkup
from epubforge.model.picture import Caption
from epubforge.model.project import Project
from epubforge.pipeline.handing_on import markdown_settings

_BETWEEN = re.compile(r"\n[ \t]*\n\s*")

Paragraphs = tuple[str, ...]


def plate_captions(project: Project) -> Outcome[tuple[CaptionMarkup, ...]]:
    """The texts of each plate, in the order of the plates; empty where it has no row."""
    if project.plates is None:
        return Outcome(())
    found: list[Diagnostic] = []
    inline = _reader(project, found)
    rows = (plate.caption for plate in project.plates.plates)
    texts = tuple(_markup(row, inline) if row is not None else CaptionMarkup() for row in rows)
    return Outcome(texts, tuple(found))


_Inline = Callable[[Caption, str, str], tuple[str, str]]


def _reader(project: Project, found: list[Diagnostic]) -> _Inline:
    """What turns a text of a row into its markup and its plain words."""
    from epubforge.constructs import CONSTRUCTS
    from epubforge.markdown.read import read_inline

    settings = markdown_settings(project)

    def inline(row: Caption, key: str, text: str) -> tuple[str, str]:
        if not text:
            return "", ""
        read = read_inline(text, row.at(key), settings, CONSTRUCTS)
        found.extend(read.found)
        return read.value.markup, read.value.text

    return inline


def _markup(row: Caption, inline: _Inline) -> CaptionMarkup:
    first, *more = _BETWEEN.split(row.caption.strip())
    markup, text = inline(row, "caption", first)

    def paragraphs(key: str, said: str) -> Paragraphs:
        return tuple(inline(row, key, part)[0] for part in _BETWEEN.split(said.strip()) if part)

    return CaptionMarkup(
        caption=markup,
        credit=inline(row, "credit", row.credit)[0],
        text=text,
        more=tuple(inline(row, "caption", part)[0] for part in more),
        rights=inline(row, "rights", row.rights)[0],
        longdesc=paragraphs("longdesc", row.longdesc),
        notice=paragraphs("notice", row.notice),
    )
