"""The shapes of a check: what it is asked of, and that it answers with findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from epubforge.diagnostics import Diagnostic
from epubforge.model.archive import Archive
from epubforge.model.book import Book
from epubforge.model.publication import Publication

BookCheck: TypeAlias = Callable[[Book, Publication], Iterator[Diagnostic]]
"""A rule asked of a book of ours: the public function of a module of a family, named like it.

The book knows the manuscript's places; the publication knows what lies in the EPUB.
"""

ArchiveCheck: TypeAlias = Callable[[Archive], Iterator[Diagnostic]]
"""A rule asked of a finished EPUB, ours or a stranger's; its family is `container`."""
