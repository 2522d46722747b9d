"""Findings brought to the pages that are shown: which page, and which element on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from epubforge.diagnostics import Diagnostic
from epubforge.model.publication import FOLDER
from epubforge.preview.blocks import Block, PageLines, PageTree, block_of_line
from epubforge.preview.proof import Leaf, Proof
from epubforge.report.places import position_in
from epubforge.source import EntryPlace, Span


@dataclass(frozen=True, slots=True)
class Located:
    """A finding, and where it is to be seen; None: on no page, on no element of its own."""

    finding: Diagnostic
    href: str | None = None
    element: int | None = None


class Locator:
    """Brings findings to pages; what it has learnt of a page is kept as long as it is the same."""

    def __init__(self) -> None:
        self._lines: dict[str, PageLines] = {}
        self._trees: dict[str, PageTree] = {}

    def locate(self, found: Iterable[Diagnostic], proof: Proof | None) -> tuple[Located, ...]:
        """The findings in their order, on the pages of a proof."""
        if proof is None:
            return tuple(Located(each) for each in found)
        self._forget(proof)
        pages = _by_source(proof)
        return tuple(self._located(each, proof, pages) for each in found)

    def lines_of(self, leaf: Leaf) -> PageLines:
        """The lines of a page that was made here."""
        if leaf.digest not in self._lines:
            self._lines[leaf.digest] = PageLines.of(leaf.read())
        return self._lines[leaf.digest]

    def _located(self, finding: Diagnostic, proof: Proof, pages: dict[str, list[Leaf]]) -> Located:
        match finding.place:
            case Span() as span:
                return self._in_manuscript(finding, span, proof, pages)
            case EntryPlace() as place:
                return self._in_book(finding, place, proof)

    def _in_manuscript(
        self, finding: Diagnostic, span: Span, proof: Proof, pages: dict[str, list[Leaf]]
    ) -> Located:
        path = span.source.path
        if path in pages:
            line = position_in(span.source, span.start).line
            return self._in_chapter(finding, line, pages[path])
        for row, href in proof.rows:
            if row.source.path == path and row.start <= span.start <= row.end:
                return Located(finding, href.partition("#")[0], None)
        shown = proof.leaf((finding.page or "").removeprefix(f"{FOLDER}/"))
        return Located(finding, shown.href if shown else proof.included.get(path))

    def _in_chapter(self, finding: Diagnostic, line: int, pages: list[Leaf]) -> Located:
        """A chapter is one page, or several where they are fixed: the nearest block counts."""
        best: tuple[Block, Leaf] | None = None
        for leaf in pages:
            if leaf.origin is None:
                continue
            block = block_of_line(self.lines_of(leaf), leaf.origin, line)
            if block is not None and (best is None or block[2] > best[0][2]):
                best = (block, leaf)
        if best is None:
            return Located(finding, pages[0].href)
        return Located(finding, best[1].href, best[0][0])

    def _in_book(self, finding: Diagnostic, place: EntryPlace, proof: Proof) -> Located:
        entry = place.entry or finding.page or ""
        leaf = proof.leaf(entry) or proof.leaf(entry.removeprefix(f"{FOLDER}/"))
        if leaf is None or not _is_page(leaf):
            return Located(finding)
        if place.line is None:
            return Located(finding, leaf.href)
        if leaf.digest not in self._trees:
            self._trees[leaf.digest] = PageTree.of(leaf.href, leaf.read())
        element = self._trees[leaf.digest].at(place.line, place.column or 1)
        return Located(finding, leaf.href, element)

    def _forget(self, proof: Proof) -> None:
        """Pages of the past, once there are many of them."""
        most = 2 * len(proof.leaves) + 1000
        if len(self._lines) + len(self._trees) > most:
            self._lines.clear()
            self._trees.clear()


def _by_source(proof: Proof) -> dict[str, list[Leaf]]:
    pages: dict[str, list[Leaf]] = {}
    for leaf in _pages(proof):
        if leaf.origin is not None:
            pages.setdefault(leaf.origin.source.path, []).append(leaf)
    return pages


def _pages(proof: Proof) -> Iterator[Leaf]:
    return (page.leaf for page in proof.spine)


def _is_page(leaf: Leaf) -> bool:
    return leaf.media_type == "application/xhtml+xml"
