"""Sentences and paragraphs in Markdown, with the inline constructs that prose has."""

from __future__ import annotations

from collections.abc import Callable

from corpus.stream import Stream
from corpus.vocabulary import FOREIGN, NAMES, Vocabulary

WIDTH = 78


class Prose:
    """Writes one chapter's sentences; counts its words and collects its notes."""

    def __init__(self, vocabulary: Vocabulary, seed: int, number: int, chapters: int) -> None:
        self.vocabulary = vocabulary
        self.stream = Stream("chapter", seed, number)
        self.number = number
        self.chapters = chapters
        self.count = 0
        self.notes: list[str] = []

    def word(self) -> str:
        """A word that does not count."""
        return self.vocabulary.word(self.stream)

    def phrase(self, low: int, high: int) -> str:
        """Between so many and so many words."""
        size = self.stream.between(low, high)
        self.count += size
        return " ".join([self.word() for _ in range(size)])

    def title(self) -> str:
        """A heading's words."""
        return " ".join(word.capitalize() for word in self.phrase(2, 6).split())

    def sentence(self, plain: bool = False) -> str:
        """A sentence; unless it is plain, perhaps with an inline construct."""
        text = self.phrase(4, 13)
        if not plain:
            text = self._decorated(text)
        if self.stream.real() < 0.45:
            text += self.stream.pick([",", ",", ";", " ---", ":"]) + " " + self.phrase(3, 11)
        text = text[0].upper() + text[1:]
        return text + self.stream.pick([".", ".", ".", ".", ".", ".", "!", "?", "..."])

    def paragraph(self) -> str:
        """A paragraph, in lines."""
        return wrap(" ".join([self.sentence() for _ in range(self.stream.between(3, 9))]))

    def dialogue(self) -> str:
        """Somebody speaks, in straight quotes."""
        first, second = self.sentence(plain=True), self.sentence()
        name = self.stream.pick(NAMES)
        self.count += 2
        return wrap(f'"{first}" said {name}. "{second} It\'s {self.phrase(2, 6)}."')

    def _decorated(self, text: str) -> str:
        chosen = self.stream.real()
        if chosen > 0.16:
            return text
        inline = next((make for limit, make in INLINES if chosen < limit), Prose._note)
        return text + inline(self)

    def _emphasis(self) -> str:
        return f" *{self.phrase(1, 4)}*"

    def _strong(self) -> str:
        return f" **{self.phrase(1, 3)}**"

    def _strong_emphasis(self) -> str:
        return f" ***{self.phrase(1, 2)}***"

    def _code(self) -> str:
        return f" `{self.phrase(1, 2)}`"

    def _link(self) -> str:
        path = f"{self.word()}/{self.word()}?a=1&b={self.stream.below(999)}"
        title = f' "{self.phrase(2, 4)}"' if self.stream.chance(0.3) else ""
        return f" [{self.phrase(1, 4)}](https://example.org/{path}{title})"

    def _cross_reference(self) -> str:
        chapter = chapter_name(self.stream.between(1, self.chapters))
        return f" [{self.phrase(2, 4)}]({chapter})"

    def _name(self) -> str:
        return f" {self.stream.pick(NAMES)} {self.phrase(1, 3)}"

    def _foreign(self) -> str:
        return f" {self.stream.pick(FOREIGN)}"

    def _entities(self) -> str:
        # No bare "<": pandoc reads the rest of the book again for each of them.
        words = f"{self.word()} & {self.word()}"
        return f" {words} &mdash; {self.stream.between(2, 99)} &lt; 100"

    def _note(self) -> str:
        label = f"c{self.number}n{len(self.notes) + 1}"
        self.notes.append(f"[^{label}]: {self.sentence(plain=True)}")
        return f"[^{label}]"


INLINES: tuple[tuple[float, Callable[[Prose], str]], ...] = (
    (0.055, Prose._emphasis),
    (0.075, Prose._strong),
    (0.085, Prose._strong_emphasis),
    (0.095, Prose._code),
    (0.110, Prose._link),
    (0.118, Prose._cross_reference),
    (0.135, Prose._name),
    (0.140, Prose._foreign),
    (0.145, Prose._entities),
)
"""Below which random number a sentence gets which construct; the notes have the rest."""


def chapter_name(number: int) -> str:
    """The file name of a chapter."""
    return f"ch{number:04d}.md"


def wrap(text: str) -> str:
    """The text in lines, none of which begins like a list item, a heading or a quotation."""
    lines = _filled(text)
    for at in range(1, len(lines)):
        if lines[at][:1] in "-+#>=*" and lines[at][1:2] in ("", " ", "-"):
            lines[at - 1] += " " + lines[at]
            lines[at] = ""
    return "\n".join(line for line in lines if line)


def _filled(text: str) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
