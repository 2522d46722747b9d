"""From the places of Ace's report to entries of the EPUB, lines and columns."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from epubforge.finished.book import Finished
from epubforge.source import EntryPlace
from epubforge.tree.document import Document, Element

_CFI = re.compile(r"(?:/\d+(?:\[[^\]]*\])?)+")
_STEP = re.compile(r"/(\d+)(?:\[[^\]]*\])?")
_TAG = re.compile(r"<(?:[^\s<>/:]+:)?([^\s<>/:]+)")


class Places:
    """The places of one book."""

    def __init__(self, book: Finished) -> None:
        self._book = book
        self._package = book.packages[0].path if book.packages else ""
        self._document = lru_cache(maxsize=1)(book.document)

    def entry(self, subject: str) -> str:
        """The entry that Ace means.

        It names pages from the package document's folder, that document itself from the root, and
        the navigation document from the root too, with a slash before it, where its own rules and
        not axe's speak of it.
        """
        path = subject.replace("\\", "/")
        if path.startswith("/"):
            return path[1:]
        if path == self._package:
            return path
        folder = posixpath.dirname(self._package)
        return posixpath.normpath(posixpath.join(folder, path))

    def place(self, subject: str, cfi: str, html: str) -> EntryPlace:
        """Where an element begins.

        The document as a whole where its outermost element is meant, and where there is no such
        element in the file: scripts may have made it.
        """
        path = self.entry(subject)
        document = self._document(path) if _CFI.fullmatch(cfi) else None
        element = _element(document, cfi) if document else None
        tag = _TAG.match(html)
        if document is None or element is None or (tag and tag[1] != element.local):
            return self._book.place(path)
        return self._book.at(document, element)


def _element(document: Document, cfi: str) -> Element | None:
    """The element that a CFI leads to: step by step the half of an even number is a child's.

    https://idpf.org/epub/linking/cfi/#sec-epubcfi-syntax
    """
    element = document.root
    for step in _STEP.findall(cfi):
        children = list(element.children()) if element else []
        number = int(step) // 2
        if int(step) % 2 or not 1 <= number <= len(children):
            return None
        element = children[number - 1]
    return element
