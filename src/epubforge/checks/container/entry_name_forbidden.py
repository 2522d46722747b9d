"""C021: a file that some systems cannot store under its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.entries import files
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.model.archive import Archive

RULE = Rule(
    "C021",
    "entry-name-forbidden",
    Severity.ERROR,
    page="""\
The name of a file in an EPUB holds a character that EPUB forbids there.

Why it matters
    Windows cannot store a file with a colon or a question mark in its name; controls and
    private characters mean something else on each system. The file is lost when the book is
    unpacked.
Bad
    OEBPS/text/what?.xhtml
Good
    OEBPS/text/what.xhtml
Reference
    EPUB 3.3, file paths and file names: https://www.w3.org/TR/epub-33/#sec-container-filenames
""",
    blocking=True,
    equivalent="PKG-009",
)
LAST_OF_PLANES = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
FORBIDDEN = re.compile(
    r'["*:<>?\\|\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff'
    f"\U000e0001\U000f0000-\U0010ffff{LAST_OF_PLANES}]"
)
"""Signs of the file systems, controls, private characters, non-characters, specials; `/` divides
names: https://www.w3.org/TR/epub-33/#sec-container-filenames."""


def entry_name_forbidden(archive: Archive) -> Iterator[Diagnostic]:
    """Such names, whatever the file is for."""
    for name, place in files(archive):
        found = sorted(set(FORBIDDEN.findall(name)))
        if found:
            codes = ", ".join(f"{character} (U+{ord(character):04X})" for character in found)
            yield RULE.at(
                place,
                f"the name {name} holds {codes}",
                "use letters, figures, hyphens and underscores",
            )
