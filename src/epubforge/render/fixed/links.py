"""Links that led to flowing pages, led to the fixed pages that their places are on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape, unescape

from epubforge.model.book import Landmark, TocEntry
from epubforge.render.fixed.arrange import Placed

_HREF = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_REFERENCE = re.compile(r' (aria-(?:details|labelledby|describedby))="([^"]*)"')
_PRINT_MARK = re.compile(r' (?:epub:type="pagebreak"|role="doc-pagebreak")')
_MARKED = re.compile(r'<(?:span|div)\b[^>]*(?:epub:type="pagebreak"|role="doc-pagebreak")[^>]*/?>')
_LABEL = re.compile(r' (?:aria-label|title)="[^"]*"')


class Places:
    """Where each place of the flowing book is in the fixed one."""

    def __init__(self, pages: Sequence[Placed]) -> None:
        self._page_of: dict[tuple[str, str], Placed] = {}
        for placed in pages:
            leaf = placed.leaf
            if leaf.kind == "blank":
                continue
            for name in ("", *leaf.ids):
                self._page_of.setdefault((leaf.page.href, name), placed)

    def of(self, href: str) -> Placed | None:
        """The page that a place is on; hrefs are from the package document."""
        path, _, name = href.partition("#")
        return self._page_of.get((path, name)) or self._page_of.get((path, ""))

    def led(self, href: str) -> str:
        """The href that leads to the same place; what is no page of the book stays."""
        path, mark, name = href.partition("#")
        placed = self.of(href)
        if placed is None:
            return href
        there = (path, name) in self._page_of
        return placed.href + (mark + name if there else "")


def relinked(placed: Placed, places: Places) -> str:
    """The leaf's markup with its links led to fixed pages.

    References to ids that are on another page now, which cannot be followed, are taken out; the
    marks of printed pages are mere places, for the pages of this book are others.
    """
    leaf = placed.leaf
    folder = posixpath.dirname(leaf.page.href)
    here = set(re.findall(r'\sid="([^"]*)"', leaf.markup))

    def link(found: re.Match[str]) -> str:
        href = unescape(found[2])
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", href) or not href:
            return found[0]
        path, mark, name = href.partition("#")
        whole = posixpath.normpath(posixpath.join(folder, path)) if path else leaf.page.href
        led = places.led(whole + mark + name)
        target, mark, name = led.partition("#")
        if target == placed.href and name:
            return f"{found[1]}#{escape(name)}{found[3]}"
        return (
            f"{found[1]}{escape(posixpath.relpath(target, folder or '.') + mark + name)}{found[3]}"
        )

    def reference(found: re.Match[str]) -> str:
        return found[0] if set(found[2].split()) <= here else ""

    text = _REFERENCE.sub(reference, _HREF.sub(link, leaf.markup))
    return _MARKED.sub(lambda mark: _LABEL.sub("", _PRINT_MARK.sub("", mark[0])), text)


def led_toc(toc: Sequence[TocEntry], places: Places) -> tuple[TocEntry, ...]:
    """The contents, leading to fixed pages."""
    return tuple(
        replace(entry, href=places.led(entry.href), children=led_toc(entry.children, places))
        for entry in toc
    )


def led_landmarks(
    landmarks: Sequence[Landmark], places: Places, moved: Mapping[str, str]
) -> tuple[Landmark, ...]:
    """The landmarks, leading to fixed pages; `moved` says what became of single hrefs."""
    return tuple(
        replace(mark, href=places.led(moved.get(mark.href, mark.href))) for mark in landmarks
    )
