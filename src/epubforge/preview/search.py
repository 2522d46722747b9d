"""Words looked for in all pages of an edition."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from epubforge.preview.proof import Leaf, Proof
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML
from epubforge.tree.parse import parse

MOST = 200
"""Places that are shown."""
_AROUND = 60
"""Characters before and behind what was found."""
_TAGS = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset(
    f"{XHTML} {name}"
    for name in "p h1 h2 h3 h4 h5 h6 li dt dd figcaption caption td th pre blockquote div section"
    " aside figure body".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand."""

    href: str
    element: int
    """The block that holds them."""
    excerpt: str


class Search:
    """Looks through pages; the text of each is kept as long as the page is the same."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def find(self, words: str, proof: Proof) -> tuple[Hit, ...]:
        """The first places in reading order; upper and lower case, and accents, are all one."""
        wanted = _folded(words).strip()
        if not wanted:
            return ()
        hits: list[Hit] = []
        for page in proof.spine:
            if wanted in self._text(page.leaf):
                hits += _hits(page.leaf, wanted)
            if len(hits) >= MOST:
                break
        return tuple(hits[:MOST])

    def _text(self, leaf: Leaf) -> str:
        if leaf.digest not in self._texts:
            if len(self._texts) > 5000:
                self._texts.clear()
            body = leaf.read().decode("utf-8", "replace").partition("<body")[2]
            # Without a blank for a tag: words go on across the tags inside a block.
            self._texts[leaf.digest] = _folded(unescape(_TAGS.sub("", body)))
        return self._texts[leaf.digest]


def _hits(leaf: Leaf, wanted: str) -> Iterator[Hit]:
    for element in parse(leaf.href, leaf.read()).elements:
        if element.name not in _BLOCKS:
            continue
        text = _SPACE.sub(" ", "".join(_own_text(element))).strip()
        at = _folded(text).find(wanted)
        if at >= 0:
            yield Hit(leaf.href, element.order, _excerpt(text, at, len(wanted)))


def _own_text(block: Element) -> Iterator[str]:
    """What a block says itself, without the blocks in it."""
    for each in block.content:
        if isinstance(each, str):
            yield each
        elif each.name not in _BLOCKS:
            yield from _own_text(each)


def _excerpt(text: str, at: int, length: int) -> str:
    start, end = max(0, at - _AROUND), at + length + _AROUND
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"


def _folded(text: str) -> str:
    """One letter for one letter as far as that goes, so that places stay near."""
    plain = unicodedata.normalize("NFD", _SPACE.sub(" ", text))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
