"""The passages of a page that are surely not in the language that it says they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.finished.nearest import Nearest
from epubforge.finished.page import Page
from epubforge.finished.semantics import meanings
from epubforge.finished.spoken import language_of_book
from epubforge.language.guess import common_words, primary_of, small_words, sounds_like
from epubforge.language.scripts import foreign_script, has_other_script
from epubforge.tree.document import Element
from epubforge.tree.names import XML_LANG

_APART = frozenset("code pre kbd samp var math nav cite svg script style".split())
"""Elements whose text is no prose of the page's language, or names a work."""
_MEANT_APART = frozenset(
    """bibliography biblioentry index index-entry toc landmarks page-list titlepage halftitlepage
    copyright-page imprint seriespage cover colophon""".split()
)
_INLINE = ("i", "em", "q")
"""Where words of another language stand in a sentence."""
_WORDS_OF_BLOCK, _WORDS_INSIDE, _LETTERS = 10, 8, 25
"""A passage is judged by its words from so many on, by its script from so many letters on."""
_LEADS = frozenset({*range(0xCD, 0xE2), *range(0xE3, 0xEE)})
_NO_LEADS = bytes(set(range(256)) - _LEADS)
"""All bytes but those that letters of other scripts than Latin begin with in UTF-8."""
_LEAST_FOREIGN = 8
"""Letters of another script on a page that count: as many as make a passage in Chinese."""
_LEAST_LETTERS = 30
"""Of a passage in Latin letters, which ten words have in any language."""
_MOST_JUDGED = 600
"""Blocks of a page that are no usual ones: what it is in is known by then."""
_BEGINNING = 300
"""Letters by which a paragraph is known again."""
_MOST_NODES = 300
_MOST_LETTERS = 800
_KNOWN_AGAIN = 3
"""Small words of its own language that are enough to pass a paragraph over."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is surely not in the language that counts for it."""

    element: Element
    text: str
    """What of it is in another language."""
    said: str
    """The tag that counts for it."""
    is_block: bool
    letters: int
    """How long all of it is, as far as it was read."""
    language: str | None
    """The tag of the language that it is in, where that is known."""
    script: str | None = None
    """What its script is called, where that is another."""


@dataclass(frozen=True, slots=True)
class Tongues:
    """What was seen of the languages of a page."""

    strays: list[Passage]
    """Blocks in the order of the text, then what is set off in them."""
    read: dict[str, tuple[int, int]]
    """For each tag: the blocks that it counts for, and their letters."""


def tongues(page: Page) -> Tongues:
    """The text of a page held against the languages that it is said to be in."""
    strays: list[Passage] = []
    read: dict[str, tuple[int, int]] = {}
    apart: Nearest[bool] = Nearest(_is_apart)
    fallback, tags = language_of_book(page), page.languages
    is_latin = len(page.document.content.translate(None, _NO_LEADS)) < _LEAST_FOREIGN
    judged = 0
    for block in page.blocks:
        tag = tags.of(block.element)
        said = fallback if tag is None else tag
        text = block.text
        blocks, letters = read.get(said, (0, 0))
        read[said] = (blocks + 1, letters + min(len(text), _MOST_LETTERS))
        is_plain = is_latin or text.isascii() or not has_other_script(text)
        if is_plain and (len(text) < _LEAST_LETTERS or _is_usual(text, said)):
            continue
        if said and not apart.of(block.element):
            strays += _judged(block.element, said, True)
            judged += 1
            if judged == _MOST_JUDGED:
                break
    for element in page.document.html(*_INLINE)[:_MOST_JUDGED]:
        if 0 < len(element.content) < _MOST_NODES and not apart.of(element):
            tag = tags.of(element)
            strays += _judged(element, fallback if tag is None else tag, False)
    return Tongues(strays, read)


def _judged(element: Element, said: str, is_block: bool) -> Iterator[Passage]:
    """What an element holds, if it is surely something else; nothing if it is not."""
    text = _text(element)
    written = None if text.isascii() else foreign_script(text, said, _LETTERS)
    if written is not None:
        yield Passage(element, written[1], said, is_block, len(text), None, written[0])
    elif len(text) >= _LEAST_LETTERS and not _is_known_again(text, said):
        least = _WORDS_OF_BLOCK if is_block else _WORDS_INSIDE
        language = sounds_like(text, primary_of(said), least)
        if language is not None:
            yield Passage(element, text, said, is_block, len(text), language)


def _is_usual(text: str, said: str) -> bool:
    """Most paragraphs are known again by the commonest words, and not read any further."""
    one, two, three, four = common_words(primary_of(said))
    return (one in text) + (two in text) + (three in text) + (four in text) > 1


def _is_known_again(text: str, said: str) -> bool:
    own = small_words(primary_of(said))
    return len(own.intersection(text[:_BEGINNING].lower().split())) >= _KNOWN_AGAIN


def _is_apart(element: Element) -> bool | None:
    if element.local in _APART or element.get("translate") == "no":
        return True
    return True if element.attributes and not _MEANT_APART.isdisjoint(meanings(element)) else None


def _text(element: Element) -> str:
    """Its text without the parts that say another language, or are none."""
    pieces: list[str] = []
    room = _MOST_LETTERS
    waiting: list[Element | str] = list(reversed(element.content))
    for _ in range(_MOST_NODES):
        if not waiting or room < 0:
            break
        each = waiting.pop()
        if isinstance(each, str):
            pieces.append(each[:_MOST_LETTERS])
            room -= len(each)
        elif not _says_language(each) and each.local not in _APART:
            waiting += reversed(each.content)
    return "".join(pieces).strip()


def _says_language(element: Element) -> bool:
    return "lang" in element.attributes or XML_LANG in element.attributes
