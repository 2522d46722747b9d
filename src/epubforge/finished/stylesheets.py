"""The texts of a book's stylesheets, for those who read them whole."""

from __future__ import annotations

from epubforge.finished.book import Finished
from epubforge.styles.nesting import is_too_deep
from epubforge.tree.encoding import xml_encoding


def stylesheet(book: Finished, path: str) -> str:
    """The text of a stylesheet, kept for the next page that has it; empty where it cannot be read,
    or where its blocks lie too deep in each other."""
    key = f"{path} as text"
    if key not in book.seen:
        content = book.read(path) or b""
        text = content.decode(xml_encoding(content)[0], "replace")
        book.seen[key] = "" if is_too_deep(text) else text
    return str(book.seen[key])
