"""Links between chapters: from what the manuscript says to hrefs of the book's pages."""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Mapping, Sequence
from urllib.parse import quote, unquote

from epubforge.compose.destinations import Files, Named, shown
from epubforge.compose.pictures import manuscript_folder, other_case, usable
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
    The reader comes to the top of the page instead, and has to look for what was meant.
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


class Signposts:
    """Knows every page of the book by the file that it comes from."""

    def __init__(
        self, project: Project, documents: Sequence[Document], tree: Sequence[Node]
    ) -> None:
        self._chapters = by_path(tree)
        self._folders = _folders(tree)
        self._drafts = {d.source.path for d in documents if d.header.draft}
        self._pictures = set(usable(project)) | set(project.refused)
        paths = (*self._chapters, *self._folders, *self._drafts, *self._pictures)
        folder = manuscript_folder(project)
        self._files = Files(paths, folder)
        self._pages = Files((*self._chapters, *self._folders), folder)
        self._ids = {path: _ids(node.document) for path, node in self._chapters.items()}

    def href(self, link: LinkUse, page: ChapterNode, out: Reporter) -> str | None:
        """The href of a link on that page, relative to it; None where it leads nowhere.

        Reports L001 (dead link), L002 (dead fragment) and L003 (other capitals).
        """
        source = page.document.source.path
        if link.target.startswith("#"):
            named: Named | None = Named(source, link.target[1:])
        else:
            named = self._files.find(link.target, source)
        if named is None and _OUTWARD.match(link.target):
            return quote(link.target, safe="%#[]" + _KEPT)
        if named is None or named.path in self._drafts | self._pictures:
            out.add(self._dead(link, named, source))
            return None
        if not named.as_spelled:
            out.add(other_case(link.target, named.path, link.span))
        return self._to(named, link, page, out)

    def _to(self, named: Named, link: LinkUse, page: ChapterNode, out: Reporter) -> str:
        node = self._chapters.get(named.path)
        target = node.href if node else self._folders[named.path]
        place = self._place(named, link, out)
        if place and target == page.href:
            return f"#{_escaped(place)}"
        href = posixpath.relpath(target, posixpath.dirname(page.href))
        return f"{href}#{_escaped(place)}" if place else href

    def _place(self, named: Named, link: LinkUse, out: Reporter) -> str | None:
        if not named.fragment:
            return None
        ids = self._ids.get(named.path, {})
        for spelling in (named.fragment, unquote(named.fragment)):
            found = ids.get(unicodedata.normalize("NFC", spelling))
            if found is not None:
                return found
        out.add(_no_such_place(link, named, ids))
        return None

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


def _ids(document: Document) -> Mapping[str, str]:
    """The places of a chapter by their names in NFC."""
    outline = document.outline
    ids = (*(anchor.id for anchor in outline.anchors), *(h.id for h in outline.headings))
    return {unicodedata.normalize("NFC", place): place for place in ids if place}


def _no_such_place(link: LinkUse, named: Named, ids: Mapping[str, str]) -> Diagnostic:
    near = difflib.get_close_matches(named.fragment, ids, n=1)
    usual = f"write {{#{shown(named.fragment)}}} after the heading that is meant"
    return DEAD_FRAGMENT.at(
        link.span,
        f"{named.path} has no place #{shown(named.fragment)}",
        hint=f"did you mean #{near[0]}?" if near else usual,
    )


def _escaped(place: str) -> str:
    """An id as a fragment: letters of all scripts stay, what a URL cannot hold is encoded."""
    return "".join(c if ord(c) > 127 else quote(c, safe=_KEPT) for c in place)
