"""What a bibliography holds: works with their names, dates and texts, in the words of CSL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from epubforge.source import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a body whose whole name is `literal`."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    """A particle that goes when the family name stands alone: Ludwig *van* Beethoven."""
    non_dropping: str = ""
    """A particle that stays: Charles *de* Gaulle."""
    suffix: str = ""
    literal: str = ""
    others: bool = False
    """Stands for those who are not named: `and others`."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date, or a range of dates: each year, month, day as far as it is known."""

    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    circa: bool = False
    literal: str = ""
    """The date in words, where it is no calendar date."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A work. Texts may hold `<i>`, `<b>`, `<sup>`, `<sub>` and `<span class="nocase">`."""

    key: str
    type: str
    """A type of CSL 1.0.2: `book`, `article-journal`, ..."""
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)
    span: Span | None = None
    """The key in the bibliography file."""
    headline: bool = False
    """English titles are in headline capitals, as is the custom of BibTeX files."""


@dataclass(frozen=True, slots=True)
class Library:
    """All works of a bibliography file, by key, in the file's order."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the file's order."""
        return tuple(self.entries)
