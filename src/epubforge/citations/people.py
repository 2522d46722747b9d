"""Names as BibTeX writes them, taken apart into family, given, particles and suffix."""

from __future__ import annotations

import re

from epubforge.citations.entry import Name
from epubforge.citations.tex import closings, untex

_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix)\s*=\s*(.*)", re.DOTALL)


def people(text: str, useprefix: bool = False) -> tuple[Name, ...]:
    """The names of a field, divided by `and`; a name all in braces is a body's.

    Particles (`von`) go where the family name stands alone, unless useprefix says that they stay.
    """
    persons = (
        _person(part.strip(), useprefix)
        for part in _divided(text, re.compile(r"(?<=\s)and(?=\s)|^and(?=\s)", re.IGNORECASE))
        if part.strip()
    )
    return tuple(person for person in persons if person.family or person.given or person.literal)


def _person(text: str, useprefix: bool) -> Name:
    if text.casefold() == "others":
        return Name(literal="others", others=True)
    if text.startswith("{") and closings(text).get(0) == len(text) - 1:
        return Name(literal=untex(text[1:-1]))
    parts = [part.strip() for part in _divided(text, re.compile(","))]
    if _EXTENDED.match(parts[0]):
        return _extended(parts, useprefix)
    if len(parts) == 1:
        given, particle, family = _in_reading_order(_words(text))
        return _name(family, given, particle, "", useprefix)
    particle, family = _particle_first(_words(parts[0]))
    suffix = parts[1] if len(parts) > 2 else ""
    return _name(family, _words(parts[-1]), particle, suffix, useprefix)


def _name(
    family: list[str], given: list[str], particle: list[str], suffix: str, useprefix: bool
) -> Name:
    prefix = untex(" ".join(particle))
    return Name(
        family=untex(" ".join(family)),
        given=untex(" ".join(given)),
        dropping="" if useprefix else prefix,
        non_dropping=prefix if useprefix else "",
        suffix=untex(suffix),
    )


def _extended(parts: list[str], useprefix: bool) -> Name:
    """biblatex's way: `family=Gaulle, given=Charles, prefix=de, useprefix=true`."""
    said = {m[1]: m[2].strip().strip('"') for part in parts if (m := _EXTENDED.match(part))}
    stays = said.get("useprefix", str(useprefix)).casefold() == "true"
    return _name(
        [said.get("family", "")],
        [said.get("given", "")],
        [said.get("prefix", "")],
        said.get("suffix", ""),
        stays,
    )


def _in_reading_order(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    small = [i for i, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return words[:-1], [], words[-1:]
    first, last = small[0], small[-1]
    return words[:first], words[first : last + 1], words[last + 1 :]


def _particle_first(words: list[str]) -> tuple[list[str], list[str]]:
    small = [i for i, word in enumerate(words[:-1]) if _is_small(word)]
    cut = small[-1] + 1 if small and small[0] == 0 else 0
    return words[:cut], words[cut:]


def _is_small(word: str) -> bool:
    letters = [sign for sign in untex(word) if sign.isalpha()]
    return bool(letters) and letters[0].islower() and not word.startswith("{")


def _words(text: str) -> list[str]:
    return [word for word in _divided(text, re.compile(r"[\s~]+")) if word]


def _divided(text: str, border: re.Pattern[str]) -> list[str]:
    """The parts of a text between borders that stand in no braces."""
    pairs = closings(text)
    parts: list[str] = []
    start = at = 0
    while at < len(text):
        if at in pairs:
            at = pairs[at] + 1
            continue
        match = border.match(text, at)
        if match is not None:
            parts.append(text[start:at])
            start = at = match.end()
            continue
        at += 1
    return [*parts, text[start:]]
