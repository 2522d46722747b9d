"""What can be wrong in a bibliography file of either format."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.citations.entry import Entry
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.source import Span

BROKEN = Rule(
    "P060",
    "broken-bibliography",
    Severity.ERROR,
    """The bibliography file breaks the rules of its format: a bracket is open, a sign missing.

Why it matters
    Works after the broken place may be lost, and citations of them lead nowhere.
Bad
    @book{ada, title = {Notes, year = 1843}
Good
    @book{ada, title = {Notes}, year = 1843}
""",
)
NO_KEY = Rule(
    "P061",
    "bibliography-entry-without-key",
    Severity.ERROR,
    """A work in the bibliography file has no key.

Why it matters
    A citation names a work by its key; a work without one can never be cited.
Bad
    @book{title = {Notes}, year = 1843}
Good
    @book{ada, title = {Notes}, year = 1843}
""",
)
DUPLICATE_KEY = Rule(
    "P062",
    "duplicate-bibliography-key",
    Severity.ERROR,
    """Two works in the bibliography file have the same key; the first one is used.

Why it matters
    A citation of that key may show the wrong work.
Bad
    @book{ada, title = {Notes}}  @book{ada, title = {Letters}}
Good
    @book{ada-notes, title = {Notes}}  @book{ada-letters, title = {Letters}}
""",
)
UNKNOWN_TYPE = Rule(
    "P063",
    "unknown-entry-type",
    Severity.NOTE,
    """The type of a work is not one that is known; it is treated as a document of any kind.

Why it matters
    The citation style decides by the type what is shown of a work, and how.
Bad
    @bok{ada, title = {Notes}}
Good
    @book{ada, title = {Notes}}
""",
)
NO_TITLE = Rule(
    "P064",
    "bibliography-entry-without-title",
    Severity.WARNING,
    """A work in the bibliography file has no title.

Why it matters
    A reader who looks for the work has too little to find it by.
Bad
    @book{ada, author = {Lovelace, Ada}}
Good
    @book{ada, author = {Lovelace, Ada}, title = {Notes}}
""",
)
NO_AUTHOR = Rule(
    "P065",
    "bibliography-entry-without-author",
    Severity.NOTE,
    """A work in the bibliography file names nobody who made it.

Why it matters
    Most styles name a work by its author. Without one they name it by its title.
Bad
    @book{ada, title = {Notes}}
Good
    @book{ada, title = {Notes}, author = {Lovelace, Ada}}
    @book{ada, title = {Notes}, author = {{The Analytical Society}}}
""",
)
UNREADABLE_VALUE = Rule(
    "P069",
    "unreadable-bibliography-value",
    Severity.WARNING,
    """A value in the bibliography file is not of the kind that its field asks for.

Why it matters
    The value is left out of the book, or shown as it stands and sorted wrongly.
Bad
    month = {Brumaire}
    "issued": "some time ago"
Good
    month = nov
    "issued": {"date-parts": [[1799, 11, 9]]}
""",
)

_MAKERS = "author editor translator director composer illustrator container-author".split()


def gaps(entry: Entry, place: Span) -> Iterator[Diagnostic]:
    """What a work lacks that a reader needs: its title, and who made it."""
    if not entry.texts.get("title"):
        yield NO_TITLE.at(place, f"{entry.key} has no title", hint="add its title")
    if not any(entry.names.get(role) for role in _MAKERS):
        yield NO_AUTHOR.at(
            place, f"{entry.key} has no author", hint="add its author, its editor, or the body"
        )
