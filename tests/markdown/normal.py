"""Markup in a normal form, so that two ways of writing the same page are equal."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it.common.normalize_url import normalizeLink

from epubforge.model.document import Document, Slot, SlotKind

BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li "
    "ol p pre section table tbody td tfoot th thead tr ul".split()
)


def normal(markup: str) -> list[str]:
    """Tags and texts in order: attributes sorted, blanks between blocks left out."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.seen()


def filled(document: Document) -> str:
    """A document's body with its slots filled as the specification's examples have them."""
    return "".join(
        piece if isinstance(piece, str) else _fill(document, piece) for piece in document.body
    )


def without_ids(markup: str) -> str:
    """Markup without the ids that headings are given."""
    return re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", markup)


def _fill(document: Document, slot: Slot) -> str:
    if slot.kind is SlotKind.HREF:
        return f' href="{_escaped(document.outline.links[slot.index].target)}"'
    if slot.kind is SlotKind.REFERENCE:
        return ""
    return f' src="{_escaped(document.outline.pictures[slot.index].target)}"'


def _escaped(target: str) -> str:
    return normalizeLink(target).replace("&", "&amp;").replace('"', "&quot;")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[str] = []
        self._text = ""
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_text(tag)
        self._pre += tag == "pre"
        folded = [(key, " ".join((value or "").split())) for key, value in sorted(attrs)]
        written = "".join(f" {key}={value!r}" for key, value in folded)
        self._found.append(f"<{tag}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._pre -= tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self._end_text(tag)
        self._pre -= tag == "pre"
        self._found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text += data

    def seen(self) -> list[str]:
        """All that was read."""
        self._end_text("body")
        return self._found

    def _end_text(self, following: str) -> None:
        text, self._text = self._text, ""
        if not self._pre:
            text = re.sub(r"[ \t\n]+", " ", text)
            before = re.match(r"</?(\w+)", self._found[-1]) if self._found else None
            if before is None or before[1] in BLOCKS or before[1] == "br":
                text = text.lstrip(" ")
            if following in BLOCKS or following == "br":
                text = text.rstrip(" ")
        if text:
            self._found.append(text)
