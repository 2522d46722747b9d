"""A flowing book and its pages to a book of fixed pages, all of one size."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from epubforge.diagnostics import Outcome, Reporter, Rule, Severity
from epubforge.fonts.face import Face
from epubforge.keeping import Keep, anew
from epubforge.model.book import (
    Book,
    Chapter,
    ContentsPage,
    CoverPage,
    Page,
    PageMark,
    PlacedPicture,
    PlatePage,
    TitlePage,
)
from epubforge.model.fixed import FixedBook, FixedPage, Side
from epubforge.model.profile import Spread, Viewport
from epubforge.model.project import ThemeChoice
from epubforge.model.publication import Resource
from epubforge.render.fixed.arrange import Placed, arranged
from epubforge.render.fixed.contents import contents_text, without_plates
from epubforge.render.fixed.cover import cover_leaf
from epubforge.render.fixed.frame import Frame
from epubforge.render.fixed.leaf import Leaf
from epubforge.render.fixed.links import Places, led_landmarks, led_toc
from epubforge.render.fixed.opened import Opened, opened
from epubforge.render.fixed.plates import Halves, PlateSetter
from epubforge.render.fixed.setter import Setter
from epubforge.render.fixed.shell import Shell, mark_id
from epubforge.render.stylesheet import HREF
from epubforge.render.templates import Templates
from epubforge.render.theme import CLASSIC, Theme, ThemeError, read_theme
from epubforge.source import Span

PICTURE_ONLY = Rule(
    "B061",
    "page-of-pictures-alone",
    Severity.WARNING,
    """A fixed page shows a picture and not a word of text.

Why it matters
    Such pages fail basic demands of accessibility: nothing on them can be made larger, searched,
    or read aloud but a description that nobody sees.
Bad
    A chapter that is a picture, and nothing else
Good
    The picture with a caption, or a heading above it
Reference
    EPUB fixed layout accessibility https://www.w3.org/TR/epub-fxl-a11y/
""",
)

_UNKNOWN_NUMBER = "000"
_TRIALS = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages of an edition are laid out."""

    viewport: Viewport
    spread: Spread
    bleed: bool = False
    """Plates go to the edges of their pages."""
    halves: Mapping[str, Halves] = field(default_factory=dict)
    """Plates that lie across two pages, by their pictures' paths."""


def lay_out(
    book: Book,
    pages: Sequence[Resource],
    theme: ThemeChoice,
    faces: tuple[Face, ...],
    layout: Layout,
    keep: Keep = anew,
) -> Outcome[FixedBook]:
    """The book of fixed pages; pages are those that `render` made of the book, and its stylesheet.

    Every word of the flowing pages stands on a fixed one. Reports B060 and B061. A theme that is
    broken was reported by `render`; the classic one is used in its stead. `keep` may remember how
    a page was set.
    """
    out = Reporter()
    try:
        chosen = read_theme(theme.folder)
    except ThemeError:
        chosen = read_theme(CLASSIC)
    work = _Work(book, {page.href: page for page in pages}, chosen, faces, layout, out, keep)
    return Outcome(work.laid_out(), out.found)


class _Work:
    """One edition being laid out."""

    def __init__(
        self,
        book: Book,
        pages: Mapping[str, Resource],
        theme: Theme,
        faces: tuple[Face, ...],
        layout: Layout,
        out: Reporter,
        keep: Keep,
    ) -> None:
        self._keep = keep
        self._book, self._pages, self._layout, self._out = book, pages, layout, out
        self._frame = Frame(layout.viewport)
        sheet = pages[HREF].content
        self._sheet = fixed_sheet(
            sheet.decode("utf-8") if isinstance(sheet, bytes) else "", theme, self._frame
        )
        plates = {page.href for page in book.pages if isinstance(page.content, PlatePage)}
        self._toc = without_plates(book.toc, plates)
        sizes = _sizes(book)
        self._setter = Setter(self._frame, self._sheet, faces, book.settings_span, sizes, out)
        shared = (self._sheet, faces, layout, sizes, book.settings_span, book.metadata, book.labels)
        # An object of its own, which no other is equal to: quicker to compare than all this.
        self._shared = keep("set with", shared, object)
        self._plates = PlateSetter(self._setter, book, layout.halves, layout.bleed)
        self._shell = Shell(book, Templates(theme.templates), self._frame)

    def laid_out(self) -> FixedBook:
        parts = {page.href: self._opened(page) for page in self._book.pages}
        leaves = {page.href: self._leaves(page, parts[page.href]) for page in self._book.pages}
        placed = self._with_contents(leaves, parts)
        places = Places(placed)
        self._tell_picture_only(placed)
        marks = tuple(
            PageMark(str(page.number), f"{page.href}#{mark_id(page.number)}")
            for page in placed
            if page.leaf.page.linear
        )
        resources = tuple(self._shell.print(page, places) for page in placed)
        sheet = Resource(HREF, "text/css", self._sheet.encode())
        return FixedBook(
            self._layout.viewport,
            self._layout.spread,
            tuple(
                FixedPage(each.href, each.side, each.leaf.page.title, each.leaf.page.linear)
                for each in placed
            ),
            (*resources, sheet),
            led_toc(self._book.toc, places),
            led_landmarks(self._book.landmarks, places, {}),
            marks,
            tuple(self._pictures()),
        )

    def _opened(self, page: Page) -> Opened:
        if isinstance(page.content, ContentsPage):
            return Opened({"dir": self._book.metadata.text_direction}, {}, {}, "", 1)
        return opened(self._pages[page.href])

    def _leaves(self, page: Page, parts: Opened) -> tuple[Leaf, ...]:
        match page.content:
            case ContentsPage():
                text = contents_text(page, self._toc, lambda _: _UNKNOWN_NUMBER, parts)
                return self._contents(page, text)
            case CoverPage(picture=picture):
                return (cover_leaf(page, parts, picture, self._frame),)
            case _:
                given = (page, self._pages[page.href], self._shared)
                kept = self._keep(f"set {page.href}", given, lambda: self._set(page, parts))
                self._out.extend(kept.found)
                return kept.value

    def _set(self, page: Page, parts: Opened) -> Outcome[tuple[Leaf, ...]]:
        out = Reporter()
        setter = replace(self._setter, out=out)
        match page.content:
            case PlatePage() as plates:
                leaves = replace(self._plates, setter=setter).leaves(page, parts, plates)
            case _:
                leaves = setter.leaves(page, parts)
        if isinstance(page.content, TitlePage) or page.epub_type == "titlepage":
            first, *others = leaves
            leaves = (replace(first, opens=self._opening), *others)
        return Outcome(leaves, out.found)

    @property
    def _opening(self) -> Side:
        """The side of a book's first page."""
        return "left" if self._book.metadata.direction == "rtl" else "right"

    def _contents(self, page: Page, text: Opened) -> tuple[Leaf, ...]:
        leaves = self._setter.leaves(page, text)
        return tuple(replace(leaf, kind="contents", lines=(), origin=None) for leaf in leaves)

    def _with_contents(
        self, leaves: dict[str, tuple[Leaf, ...]], parts: Mapping[str, Opened]
    ) -> tuple[Placed, ...]:
        """All pages in order, once the contents have the numbers that they get themselves."""
        contents = [page for page in self._book.pages if isinstance(page.content, ContentsPage)]
        for _ in range(_TRIALS):
            placed = arranged(
                [leaf for page in self._book.pages for leaf in leaves[page.href]],
                self._book.metadata.direction,
            )
            places = Places(placed)
            before = {page.href: len(leaves[page.href]) for page in contents}
            for page in contents:
                text = contents_text(page, self._toc, _numbers(places), parts[page.href])
                leaves[page.href] = self._contents(page, text)
            if all(len(leaves[href]) == count for href, count in before.items()):
                break
        return arranged(
            [leaf for page in self._book.pages for leaf in leaves[page.href]],
            self._book.metadata.direction,
        )

    def _tell_picture_only(self, placed: Sequence[Placed]) -> None:
        for page in placed:
            if page.leaf.is_picture_only and page.leaf.page.epub_type != "cover":
                message = f"page {page.number} of the fixed edition shows pictures and no text"
                hint = "give the picture a caption, or the page a heading"
                self._out.add(PICTURE_ONLY.at(self._place(page.leaf), message, hint))

    def _place(self, leaf: Leaf) -> Span:
        if leaf.origin is None or not leaf.lines:
            return self._book.settings_span
        text = leaf.origin.source.text
        lines = [origin for at, origin in leaf.origin.lines if at <= leaf.lines[0]]
        starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
        start = starts[min((lines[-1] if lines else 1), len(starts)) - 1]
        end = text.find("\n", start)
        return leaf.origin.source.span(start, end if end >= 0 else len(text))

    def _pictures(self) -> Iterator[PlacedPicture]:
        """The book's pictures; of those across two pages the halves, unless they are used whole."""
        cut = set(self._layout.halves)
        whole = _used_whole(self._book, cut)
        for placed in self._book.pictures:
            halves = self._layout.halves.get(placed.source_path)
            if halves is None or placed.href in whole:
                yield placed
            if halves is not None:
                yield from (halves.left, halves.right)


def fixed_sheet(sheet: str, theme: Theme, frame: Frame) -> str:
    """The book's stylesheet with what makes its pages fixed behind it."""
    from epubforge.typeset.sheet import SHEET

    paper = "#{:02x}{:02x}{:02x}".format(*theme.paper)
    return "\n".join((sheet, SHEET, frame.rules(paper), theme.fixed))


def _sizes(book: Book) -> Mapping[str, tuple[float, float]]:
    """Sizes of pictures by the `src` that a page names them by."""
    folders = {posixpath.dirname(page.href) for page in book.pages}
    return {
        posixpath.relpath(placed.href, folder or "."): (
            float(placed.picture.width),
            float(placed.picture.height),
        )
        for placed in book.pictures
        for folder in folders
    }


def _numbers(places: Places) -> Callable[[str], str]:
    def number_of(href: str) -> str:
        placed = places.of(href)
        return str(placed.number) if placed else ""

    return number_of


def _used_whole(book: Book, cut: set[str]) -> set[str]:
    """The hrefs of pictures that something else than a plate across two pages shows."""
    used: set[str] = {book.cover.href} if book.cover else set()
    for page in book.pages:
        match page.content:
            case Chapter() as chapter:
                used.update(placed.href for placed in chapter.pictures if placed)
            case PlatePage(plates=plates, layout=layout):
                used.update(
                    plate.placed.href
                    for plate in plates
                    if plate.placed and (layout != "one-per-page" or plate.path not in cut)
                )
            case _:
                pass
    return used
