"""C022: a file with white space in its name."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.checks.entries import files
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive

RULE = Rule(
    "C022",
    "entry-name-with-space",
    Severity.WARNING,
    page="""\
The name of a file in an EPUB holds white space.

Why it matters
    Every link to the file must write the space as %20. Programs that forget it, and there are
    many, do not find the file.
Bad
    OEBPS/text/chapter one.xhtml
Good
    OEBPS/text/chapter-one.xhtml
Reference
    EPUB 3.3, file paths and file names: https://www.w3.org/TR/epub-33/#sec-container-filenames
""",
    equivalent="PKG-010",
)


def entry_name_with_space(archive: Archive) -> Iterator[Diagnostic]:
    """Such names, whatever the file is for."""
    for name, place in files(archive):
        if any(character.isspace() for character in name):
            yield RULE.at(place, f"the name {name} holds white space", "use hyphens")
