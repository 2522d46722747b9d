"""What is known while one work is written out: the work, its place in the book, the style."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from epubforge.citations.entry import Date, Entry, Name
from epubforge.citations.rich import Rich
from epubforge.citations.style import Node, Style
from epubforge.citations.terms import Terms


class Out(NamedTuple):
    """What an element of a style gives."""

    rich: Rich = ()
    called: bool = False
    """It asked for a variable of the work."""
    filled: bool = False
    """The work had one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a work's cite differs from those that would look the same."""

    names: int = 0
    """At least so many names are shown."""
    given: int = 0
    """0: family names; 1: with initials; 2: with given names in full."""
    everyone: bool = False
    """Given names of all, not of the first alone."""
    flagged: bool = False
    """The style's own way of telling works apart is asked for."""
    suffix: str = ""
    """The letter after the year."""


@dataclass(slots=True)
class Scene:
    """One work being written out once; what is used up while it is, is kept here."""

    style: Style
    terms: Terms
    entry: Entry
    options: Mapping[str, str]
    """Attributes on names that hold for the whole part of the style."""
    citation: bool = True
    sorting: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    """Values beyond the work's own: locator, number."""
    label: str = "page"
    telling: Telling = Telling()
    hide_names: bool = False
    """The first names are left out: the text names them already."""
    instead: tuple[Rich, str] | None = None
    """Names that stood in the entry before, and what is written instead of them."""
    is_first: bool = True
    used: set[str] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    """Variables that gave something, in order."""
    first_names: Rich | None = None
    suffix_shown: bool = False
    inside_substitute: int = 0
    above: Node | None = None
    """The names whose substitute is being written: names without more say inherit from them."""

    def text(self, name: str, form: str = "") -> str:
        """A text of the work, shortened where a short one is asked for; empty when used up."""
        if name in self.used:
            return ""
        if form == "short" and (short := self.entry.texts.get(f"{name}-short")):
            return short
        value = self.texts.get(name) or self.entry.texts.get(name, "")
        if not value and name == "page-first":
            value = self.entry.texts.get("page", "").partition("-")[0].partition("–")[0]
        if not value and name == "title-short":
            value = self.entry.texts.get("shortTitle", "")
        return value

    def names(self, role: str) -> tuple[Name, ...]:
        """The names in a role; none when used up."""
        return () if role in self.used else self.entry.names.get(role, ())

    def date(self, name: str) -> Date | None:
        """A date of the work, where it has one that says anything."""
        date = None if name in self.used else self.entry.dates.get(name)
        return date if date is not None and (date.start or date.literal) else None


Write = Callable[[Node], Out]
