"""The shapes of a check: what it is asked of, and that it answers with findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from epubforge.diagnostics import Diagnostic
from epubforge.finished.held import Held
from epubforge.finished.page import Page
from epubforge.finished.rendition import Rendition
from epubforge.model.archive import Archive

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.publication import Publication

BookCheck: TypeAlias = "Callable[[Book, Publication], Iterator[Diagnostic]]"
"""A rule asked of a book of ours: the public function of a module of a family, named like it.

The book knows the manuscript's places; the publication knows what lies in the EPUB.
"""

ArchiveCheck: TypeAlias = Callable[[Archive], Iterator[Diagnostic]]
"""A rule asked of a finished EPUB, ours or a stranger's, as an archive: family `container`."""

HeldCheck: TypeAlias = Callable[[Held], Iterator[Diagnostic]]
"""A rule asked of a document held against the grammar of its kind: family `grammar`."""

PageCheck: TypeAlias = Callable[[Page], Iterator[Diagnostic]]
"""A rule asked of one document of the manifest: family `content`, and those that advise.

It looks at no other document: what it finds in one may be kept while others change.
"""

RenditionCheck: TypeAlias = Callable[[Rendition], Iterator[Diagnostic]]
"""A rule asked of a package: families `package`, and `resources` once all documents were read."""
