"""A book in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from epubforge.inventory.contents import Contents
from epubforge.inventory.pictures import Picture
from epubforge.inventory.reading_order import ReadStep
from epubforge.inventory.words import Length


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of what; of a document that stands twice in the reading order once."""

    words: int
    characters: int
    minutes: int
    """Of reading."""
    documents: int
    """In the reading order."""
    pages: int
    """Of the page list."""
    pictures: int
    """Files."""
    pictures_shown: int
    """Places where a picture is shown."""
    pictures_described: int
    """Such places with words for the picture."""
    pictures_decorative: int
    """Such places where the picture is said to be a decoration."""
    audio: int
    video: int
    tables: int
    formulas: int
    notes: int


def counts(order: Sequence[ReadStep], contents: Contents, pictures: Sequence[Picture]) -> Counts:
    """The numbers of a book."""
    steps = list({each.step.path: each for each in reversed(order)}.values())
    texts = [each.text for each in steps]
    length = sum((each.length for each in steps), Length())
    alts = [use.alt for text in texts for use in text.pictures]
    return Counts(
        words=length.words,
        characters=length.characters,
        minutes=length.minutes,
        documents=len(order),
        pages=len(contents.pages),
        pictures=len(pictures),
        pictures_shown=len(alts),
        pictures_described=sum(bool(alt) for alt in alts),
        pictures_decorative=alts.count(""),
        audio=sum(text.audio for text in texts),
        video=sum(text.video for text in texts),
        tables=sum(text.tables for text in texts),
        formulas=sum(text.formulas for text in texts),
        notes=sum(text.notes for text in texts),
    )
