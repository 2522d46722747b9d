"""The words that a book says by itself, in its own language: labels, roles, names of pages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"
_FALLBACK = "en"
_SCRIPTS = {"zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant"}
"""Regions that write another script than their language's file has."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; what it lacks is said in English."""

    labels: dict[str, str] = field(default_factory=dict)
    """`contents`, `cover`, `plate`, ...; those with `{}` take a number."""
    roles: dict[str, str] = field(default_factory=dict)
    """MARC relator codes to what such a person is called."""
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Kinds of page to the headings that they usually bear. Never English for another language."""


def labels(language: str) -> dict[str, str]:
    """The labels in a language (a BCP 47 tag); in English where they are not known in it."""
    return dict(words(language).labels)


@lru_cache(maxsize=64)
def words(language: str) -> Words:
    """All words of a language (a BCP 47 tag); English stands in for labels and roles it lacks."""
    english = _read(_FALLBACK)
    name = _file_name(language)
    if name is None:
        return Words(english.labels, english.roles)
    own = _read(name)
    return Words(english.labels | own.labels, english.roles | own.roles, own.pages)


def _file_name(language: str) -> str | None:
    tag = language.casefold().replace("_", "-")
    parts = _SCRIPTS.get(tag, tag).split("-")
    for length in range(len(parts), 0, -1):
        name = "-".join(parts[:length])
        if name.replace("-", "").isalnum() and (_FOLDER / f"{name}.toml").is_file():
            return name
    return None


def _read(name: str) -> Words:
    tables = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return Words(
        labels=tables["labels"],
        roles=tables["roles"],
        pages={kind: tuple(names) for kind, names in tables["pages"].items()},
    )
