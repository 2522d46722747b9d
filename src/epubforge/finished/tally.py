"""How much was found by each rule in one book, and how much of it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from epubforge.diagnostics import Diagnostic, Rule

MOST_TOLD = 1_000
"""Findings of one rule in one book: nobody mends more of them by hand, one after another."""


class Tally:
    """Lets through what is told and counts the rest."""

    def __init__(self) -> None:
        self.is_full = False
        """What is found just now is only counted: its place need not be looked for."""
        self._found: dict[str, int] = {}
        self._rules: dict[str, Rule] = {}

    def told(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Of one check's findings the first of each rule."""
        counted = self._found
        for each in found:
            code = each.rule.code
            count = counted[code] = counted.get(code, 0) + 1
            if count <= MOST_TOLD:
                yield _tidy(each)
            elif not self.is_full:
                self._rules[code] = each.rule
                self.is_full = True
        self.is_full = False

    def left_out(self) -> Iterator[tuple[Rule, int]]:
        """Each rule of which not all findings were told, and how many were not."""
        for code, rule in self._rules.items():
            yield rule, self._found[code] - MOST_TOLD


_LONGEST_MESSAGE = 400


def _tidy(found: Diagnostic) -> Diagnostic:
    """Its sentence in one line that can be read, whatever it quotes from the book."""
    message = found.message
    if len(message) <= _LONGEST_MESSAGE and "\n" not in message:
        return found
    line = " ".join(message[: 4 * _LONGEST_MESSAGE].split())
    if len(line) > _LONGEST_MESSAGE:
        half = _LONGEST_MESSAGE // 2
        line = f"{line[:half]} … {line[-half:]}" if len(message) < 2_000 else f"{line[:half]} …"
    return replace(found, message=line)
