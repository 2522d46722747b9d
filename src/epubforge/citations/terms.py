"""The words of a style in a language: terms, ordinals, date forms and options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from epubforge.citations.style import Node

_FALLBACKS = {"verb-short": ("verb-short", "verb", "long"), "symbol": ("symbol", "short", "long"),
              "verb": ("verb", "long"), "short": ("short", "long"), "long": ("long",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terms:
    """What a language calls things; the first locale that knows a word wins."""

    locales: tuple[Node, ...]
    words: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """(name, form) to (one, several)."""
    english: bool = True

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """A term in a form, or in the next simpler one; nothing where it is not known."""
        for candidate in _FALLBACKS.get(form or "long", ("long",)):
            found = self.words.get((name, candidate))
            if found is not None:
                return found[1] if plural else found[0]
        return ""

    def ordinal(self, number: int, gender: str = "") -> str:
        """The number with its ending: 2nd."""
        for key, divisor in ((number, 0), (number % 100, 100), (number % 10, 10)):
            if divisor and key == number and divisor == 100 and number >= 100:
                continue
            name = f"ordinal-{key:02d}"
            suffix = self.words.get((name, gender)) or self.words.get((name, "long"))
            if suffix is not None and self._matches(name, number, divisor):
                return f"{number}{suffix[0]}"
        return f"{number}{self.term('ordinal')}"

    def _matches(self, name: str, number: int, divisor: int) -> bool:
        """Whether an ending is meant for all numbers that end like this, or for some."""
        matching = self.words.get((name, "match"), ("", ""))[0]
        if not matching:
            matching = "last-digit" if name < "ordinal-10" else "last-two-digits"
        wanted = {0: True, 100: matching != "whole-number", 10: matching == "last-digit"}
        return wanted[divisor] or number == int(name[-2:])

    def date_form(self, form: str) -> Node | None:
        """How a date is written out, as `text` or `numeric`."""
        for locale in self.locales:
            for node in locale.all("date"):
                if node.get("form") == form:
                    return node
        return None

    def option(self, name: str, default: str = "false") -> str:
        """A habit of the language: `punctuation-in-quote`."""
        for locale in self.locales:
            for node in locale.all("style-options"):
                if node.get(name):
                    return node.get(name)
        return default

    @property
    def quotes(self) -> tuple[str, str, str, str]:
        """The outer and the inner quotation marks."""
        return (
            self.term("open-quote"),
            self.term("close-quote"),
            self.term("open-inner-quote"),
            self.term("close-inner-quote"),
        )


def terms_of(locales: tuple[Node, ...], english: bool) -> Terms:
    """All terms of the locales, the first one that has a term before the later ones."""
    words: dict[tuple[str, str], tuple[str, str]] = {}
    ordinals_known = False
    for locale in locales:
        ordinals_here = False
        for group in locale.all("terms"):
            for node in group.all("term"):
                name = node.get("name")
                if name.startswith("ordinal"):
                    ordinals_here = True
                    if ordinals_known:
                        continue
                one, many = node.first("single"), node.first("multiple")
                shown = (one.text if one else node.text, many.text if many else node.text)
                words.setdefault((name, node.get("gender-form") or node.get("form", "long")), shown)
                if node.get("match"):
                    words.setdefault((name, "match"), (node.get("match"), ""))
        ordinals_known = ordinals_known or ordinals_here
    return Terms(locales, words, english)
