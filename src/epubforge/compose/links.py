"""Links between chapters: from what the manuscript says to hrefs of the book's pages."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

from epubforge.compose.destinations import Files, Named, shown
from epubforge.compose.guesses import Guesses
from epubforge.compose.pictures import manuscript_folder, other_case, usable
from epubforge.compose.places import Places, relative
from epubforge.compose.plate_places import PlatesNode
from epubforge.compose.plate_signs import PlateSigns
from epubforge.compose.tree import ChapterNode, Node, PartNode, by_path
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.model.document import Document, LinkUse
from epubforge.model.project import Project

DEAD_LINK = Rule(
    "L001",
    "dead-link",
    Severity.ERROR,
    """A link leads to nothing that is a page of the book.

Why it matters
    A reader who follows it would get nowhere, so its text stays in the book and the link goes.
Bad
    [the record](the-recrod.md)
Good
    [the record](03-the-record.md)
    [the record](https://example.org/record)
""",
    equivalent="RSC-007",
)
DEAD_FRAGMENT = Rule(
    "L002",
    "dead-fragment",
    Severity.ERROR,
    """A link leads to a place that its page does not have.

Why it matters
    A reader who follows it would not find what was meant, so its text stays in the book and the
    link goes. A reference that writes its own text can say no more than what the page is called.
Bad
    [the sum](03-the-record.md#teh-sum)
Good
    [the sum](03-the-record.md#the-sum), where that chapter has the heading
    ## The sum {#the-sum}
""",
    equivalent="RSC-012",
)

_OUTWARD = re.compile(r"(?:ftp|geo|irc|news|sip|sms|urn|xmpp):\S", re.IGNORECASE)
"""Registered schemes that some reading systems follow, besides those that every one does."""
_KEPT = "!$&'()*+,-./:;=?@_~"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads to."""

    href: str
    """From the package document, with `#id` where a place is meant; or out of the book."""
    node: ChapterNode | None = None
    place: str = ""
    """An id of that chapter, as the manuscript knows it."""
    plate: int | None = None
    outward: bool = False

    def seen_from(self, page: str) -> str:
        """The href that a page of the book has to give."""
        return self.href if self.outward else relative(self.href, page)


class Signposts:
    """Knows every page of the book by the file that it comes from, and every place by its id."""

    def __init__(
        self, project: Project, documents: Sequence[Document], tree: Sequence[Node], places: Places
    ) -> None:
        self._chapters = by_path(tree)
        self._folders = _folders(tree)
        self._plates = PlateSigns(_plates(tree))
        self._drafts = {d.source.path for d in documents if d.header.draft}
        self._pictures = {*usable(project), *project.refused, *project.withheld}
        self._pictures |= set(self._plates.by_path)
        paths = (*self._chapters, *self._folders, *self._drafts, *self._pictures)
        folder = manuscript_folder(project)
        self._files = Files(paths, folder)
        self._pages = Files((*self._chapters, *self._folders), folder)
        self._ids = {path: _ids(node.document) for path, node in self._chapters.items()}
        self._holders: dict[str, list[str]] = {}
        for path, ids in self._ids.items():
            for place in ids:
                self._holders.setdefault(place, []).append(path)
        self._places = places
        self._guesses = Guesses()

    def goal(self, link: LinkUse, page: ChapterNode, out: Reporter) -> Goal | None:
        """Where a link on that page leads to; None where it leads nowhere.

        A reference that writes its own text finds a place in any chapter by its id alone.
        Reports L001 (dead link), L002 (dead fragment) and L003 (other capitals).
        """
        source = page.document.source.path
        if link.target.startswith("#"):
            named: Named | None = self._by_id(link, source)
        else:
            named = self._files.find(link.target, source)
        if named is None and _OUTWARD.match(link.target):
            return Goal(quote(link.target, safe="%#[]" + _KEPT), outward=True)
        number = self._plates.by_file(link.target) if named is None else None
        if number is None and named is not None and not named.fragment:
            number = self._plates.by_path.get(named.path)
        if number is not None:
            if named is not None and not named.as_spelled:
                out.add(other_case(link.target, named.path, link.span))
            return self._to_plate(number)
        if named is None or named.path in self._drafts or named.path in self._pictures:
            out.add(self._dead(link, named, source))
            return None
        if not named.as_spelled:
            out.add(other_case(link.target, named.path, link.span))
        return self._to(named, link, out)

    def _by_id(self, link: LinkUse, source: str) -> Named:
        fragment = link.target[1:]
        if link.writes_itself and self._found(source, fragment) is None:
            holders = self._holding(fragment)
            if len(holders) == 1:
                return Named(holders[0], fragment)
        return Named(source, fragment)

    def _to(self, named: Named, link: LinkUse, out: Reporter) -> Goal | None:
        node = self._chapters.get(named.path)
        if not named.fragment:
            return Goal(node.href if node else self._folders[named.path], node)
        place = self._found(named.path, named.fragment)
        if node is not None and place is not None:
            return Goal(self._places.href(node, place), node, place)
        plate = self._plates.by_id(named.fragment)
        if plate is not None:
            return self._to_plate(plate)
        out.add(self._no_such_place(link, named))
        if not link.writes_itself:
            return None
        return Goal(node.href if node else self._folders[named.path], node)

    def _to_plate(self, number: int) -> Goal:
        return Goal(self._plates.href(number), plate=number)

    def _found(self, path: str, fragment: str) -> str | None:
        ids = self._ids.get(path, {})
        return next((ids[s] for s in _spellings(fragment) if s in ids), None)

    def _holding(self, fragment: str) -> list[str]:
        """The chapters that have a place of that name."""
        return next((self._holders[s] for s in _spellings(fragment) if s in self._holders), [])

    def _no_such_place(self, link: LinkUse, named: Named) -> Diagnostic:
        return DEAD_FRAGMENT.at(
            link.span,
            f"{named.path} has no place #{shown(named.fragment)}",
            hint=self._near_place(link, named)
            or f"write {{#{shown(named.fragment)}}} after the heading that is meant",
        )

    def _near_place(self, link: LinkUse, named: Named) -> str | None:
        source = link.span.source.path
        for path in self._holding(named.fragment):
            file = posixpath.relpath(path, posixpath.dirname(source) or ".")
            return f"did you mean {file}#{shown(named.fragment)}?"
        here = self._ids.get(named.path, {})
        near = self._guesses.near(named.fragment, (*here, *self._plates.ids))
        if near is None and link.writes_itself:
            near = self._guesses.near(named.fragment, self._holders)
        return f"did you mean #{near}?" if near else None

    def _dead(self, link: LinkUse, named: Named | None, source: str) -> Diagnostic:
        if named is not None and named.path in self._drafts:
            message = f"{named.path} is a draft, and no page of the book"
            return DEAD_LINK.at(link.span, message, "take the link out, or finish the draft")
        if named is not None:
            message = f"{named.path} is a picture, and no page of the book"
            return DEAD_LINK.at(link.span, message, "show it with ![...](...), or link to a page")
        near = self._pages.similar(link.target, source) if link.target else None
        advice = "name a chapter's file from this chapter's folder, or write https:// before it"
        hint = f"did you mean {near}?" if near else advice
        return DEAD_LINK.at(link.span, f"{shown(link.target)} leads nowhere", hint)


def _folders(tree: Sequence[Node]) -> dict[str, str]:
    """The parts' folders, and the pages that open them: a link may name a part by its folder."""
    found: dict[str, str] = {}
    for node in tree:
        if isinstance(node, PartNode):
            found |= _folders(node.children)
            inside = node.index or next(
                (child for child in node.children if isinstance(child, ChapterNode)), None
            )
            if inside is not None:
                found[posixpath.dirname(inside.document.source.path)] = node.href
    return found


def _plates(tree: Sequence[Node]) -> Iterator[PlatesNode]:
    for node in tree:
        if isinstance(node, PlatesNode):
            yield node
        elif isinstance(node, PartNode):
            yield from _plates(node.children)


def _spellings(fragment: str) -> tuple[str, str]:
    """As it is written, and percent-decoded."""
    return (
        unicodedata.normalize("NFC", fragment),
        unicodedata.normalize("NFC", unquote(fragment)),
    )


def _ids(document: Document) -> Mapping[str, str]:
    """The places of a chapter by their names in NFC."""
    outline = document.outline
    ids = (
        *(anchor.id for anchor in outline.anchors),
        *(heading.id for heading in outline.headings),
        *(thing.id for thing in outline.numbered),
        *(page.id for page in outline.print_pages),
    )
    return {unicodedata.normalize("NFC", place): place for place in ids if place}
