"""Works whose cites would look the same, told apart as the style allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from epubforge.citations.entry import Entry, Name
from epubforge.citations.scene import Telling
from epubforge.citations.style import Style

Show = Callable[[Entry, Telling], str]


def told_apart(style: Style, entries: Sequence[Entry], show: Show) -> Mapping[str, Telling]:
    """For each work, by key, how its cite is told from others: names, given names, a letter.

    The entries stand in the order of the bibliography; show gives a work's bare cite.
    """
    return _Parting(style, entries, show).done()


class _Parting:
    """Takes CSL's steps one after the other, each only for works that are still alike."""

    def __init__(self, style: Style, entries: Sequence[Entry], show: Show) -> None:
        self._options = style.citation
        self._entries = {entry.key: entry for entry in entries}
        self._show = show
        self._telling = {entry.key: Telling() for entry in entries}
        self._shown = {entry.key: show(entry, Telling()) for entry in entries}

    def done(self) -> Mapping[str, Telling]:
        if self._wants("givenname"):
            self._same_family_names()
        if self._wants("names"):
            for alike in self._alike():
                self._more_names(alike)
        if self._wants("givenname"):
            for alike in self._alike():
                self._given_names(alike)
        for alike in self._alike():
            self._try(alike, partial(replace, flagged=True))
        if self._wants("year-suffix"):
            self._letters()
        return self._telling

    def _wants(self, step: str) -> bool:
        return self._options.get(f"disambiguate-add-{step}") == "true"

    def _alike(self) -> list[list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for key, shown in self._shown.items():
            groups[shown].append(key)
        return [keys for keys in groups.values() if len(keys) > 1]

    def _same_family_names(self) -> None:
        """Two first authors of one family name are told apart wherever they are cited."""
        rule = self._options.get("givenname-disambiguation-rule", "by-cite")
        if not rule.startswith("primary-name"):
            return
        families: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for entry in self._entries.values():
            first = _first_author(entry)
            if first is not None and not first.literal:
                families[first.family].add((_initials(first.given), first.given))
        for key, entry in self._entries.items():
            first = _first_author(entry)
            givens = families[first.family] if first is not None else set()
            if len({given for _, given in givens}) > 1 and first is not None and first.given:
                mine = _initials(first.given)
                alike = [given for initials, given in givens if initials == mine]
                full = len(alike) > 1 and not rule.endswith("with-initials")
                self._set(key, replace(self._telling[key], given=2 if full else 1))

    def _more_names(self, alike: list[str]) -> None:
        """As many names as it takes; none where they do not help."""
        longest = max(len(self._entries[key].names.get("author", ())) for key in alike)
        for count in range(2, min(longest, 50) + 1):
            before = len({self._shown[key] for key in alike})
            self._try(alike, partial(replace, names=count))
            if len({self._shown[key] for key in alike}) == len(alike):
                return
            if count == longest and len({self._shown[key] for key in alike}) <= before:
                return

    def _given_names(self, alike: list[str]) -> None:
        rule = self._options.get("givenname-disambiguation-rule", "by-cite")
        everyone = not rule.startswith("primary-name")
        for given in (1,) if rule.endswith("with-initials") else (1, 2):
            self._try(alike, partial(replace, given=given, everyone=everyone))
            if len({self._shown[key] for key in alike}) == len(alike):
                return

    def _try(self, alike: list[str], change: Callable[[Telling], Telling]) -> None:
        """The change is kept where it makes more of the works differ."""
        changed = {key: change(self._telling[key]) for key in alike}
        shown = {key: self._show(self._entries[key], changed[key]) for key in alike}
        if len(set(shown.values())) > len({self._shown[key] for key in alike}):
            self._telling |= changed
            self._shown |= shown

    def _set(self, key: str, telling: Telling) -> None:
        self._telling[key] = telling
        self._shown[key] = self._show(self._entries[key], telling)

    def _letters(self) -> None:
        for alike in self._alike():
            for number, key in enumerate(alike):
                self._telling[key] = replace(self._telling[key], suffix=letters(number))


def letters(number: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    out = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        out = chr(ord("a") + digit) + out
    return out


def _first_author(entry: Entry) -> Name | None:
    for role in ("author", "editor", "translator"):
        if entry.names.get(role):
            return entry.names[role][0]
    return None


def _initials(given: str) -> str:
    return "".join(word[0] for word in given.replace("-", " ").split())
