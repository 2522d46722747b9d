"""What fixes may need to know of the book: its files, its chapters, and each use by its place."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from epubforge.compose.destinations import Files
from epubforge.compose.pictures import manuscript_folder, usable
from epubforge.fixes.names import Names
from epubforge.model.document import Document
from epubforge.model.project import Project
from epubforge.source import Span


class Bench:
    """The book laid out for mending."""

    def __init__(self, project: Project, documents: Sequence[Document]) -> None:
        self.project = project
        self.documents = {document.source.path: document for document in documents}
        kept = [path for path, each in self.documents.items() if not each.header.draft]
        folder = manuscript_folder(project)
        self.chapters, self.pictures = tuple(kept), tuple(usable(project))
        self.pages = Files(self.chapters, folder)
        self.images = Files(self.pictures, folder)
        self._all = Files((*self.documents, *self.pictures, *project.refused), folder)
        self._names: dict[str, Names] = {}
        self._targets = dict(_targets(documents))

    def target(self, place: Span) -> str | None:
        """The destination of the link or picture at that place.

        None where there is none, and for a link that writes its own text: once it leads somewhere
        it would say something new.
        """
        return self._targets.get(place)

    def exists(self, target: str, source: str) -> bool:
        """Whether a destination names a file that is there, in the book or beside it."""
        if self._all.find(target, source) is not None:
            return True
        name = posixpath.join(posixpath.dirname(source), unquote(target.partition("#")[0]))
        return os.path.exists(self.project.root / posixpath.normpath(name))

    def ids(self, path: str) -> tuple[str, ...]:
        """The places of a chapter that a link can lead to."""
        outline = self.documents[path].outline
        found = (*(each.id for each in outline.anchors), *(each.id for each in outline.headings))
        return tuple(dict.fromkeys(found))

    def names(self, path: str) -> Names:
        """The ids of a chapter, with those that fixes have given already."""
        if path not in self._names:
            links = (link for each in self.documents.values() for link in each.outline.links)
            targets = (link.target for link in links)
            self._names[path] = Names(self.documents[path].source, self.ids(path), targets)
        return self._names[path]


def _targets(documents: Iterable[Document]) -> Iterator[tuple[Span, str]]:
    for document in documents:
        for link in document.outline.links:
            if not link.writes_itself:
                yield link.span, link.target
        for use in document.outline.pictures:
            yield use.span, use.target
