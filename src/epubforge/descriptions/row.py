"""A picture of the book with its texts, as a row of the spreadsheet has it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from epubforge.model.document import PictureUse
from epubforge.model.picture import Caption
from epubforge.source import Span


@dataclass(frozen=True, slots=True)
class Texts:
    """What an editor may change."""

    alt: str = ""
    decorative: bool = False
    longdesc: str = ""

    def folded(self) -> Texts:
        """The same with white space counted once; paragraphs of the long description stay."""
        parts = [" ".join(part.split()) for part in self.longdesc.split("\n\n")]
        long = "\n\n".join(part for part in parts if part)
        return Texts(" ".join(self.alt.split()), self.decorative, long)


@dataclass(frozen=True, slots=True)
class Described:
    """A picture where the book shows it: in a chapter's text, or as a plate."""

    name: str
    """The file, from the project's root."""
    place: str
    """What tells this showing from all others: the source and the number in it, or the plate."""
    where: str
    """`manuscript/03-foo.md:12`, for people."""
    texts: Texts
    span: Span
    caption: str = ""
    language: str = ""
    faults: tuple[str, ...] = ()
    use: PictureUse | None = field(default=None, repr=False)
    """In a chapter's text; None for a plate."""
    row: Caption | None = field(default=None, repr=False)
    """Of a plate: its row of the caption table, or what its file says."""

    @property
    def key(self) -> str:
        """The place, and a sign of the texts as they are: who changes one of them changes it."""
        texts = self.texts.folded()
        told = "\0".join((texts.alt, str(texts.decorative), texts.longdesc))
        sign = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return f"{self.place}~{sign}"
