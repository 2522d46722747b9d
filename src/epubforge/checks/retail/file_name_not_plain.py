"""R032: names of files with more than ASCII letters and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.checks.shops import those, verb
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "R032",
    "file-name-not-plain",
    Severity.WARNING,
    page="""\
A file in the book has a name with other signs than ASCII letters, digits, `-`, `_` and `.`.

Why it matters
    Names are written in three places, and each program turns signs into codes in its own way: on
    some readers the picture is missing, or the chapter is. Kobo names them as the first cause of
    missing pictures.
Bad
    OEBPS/images/Müller (1).jpg
Good
    OEBPS/images/mueller-1.jpg
Reference
    Kobo, github.com/kobolabs/epub-spec, "OPF" and "Missing Images": no special characters and
    spaces, alphanumeric names (read 2026-11-23, certain; its own examples have `-`, `_` and `.`)
""",
)
_PLAIN = re.compile(r"[A-Za-z0-9._/-]*")
_NAMED = 3


def file_name_not_plain(rendition: Rendition) -> Iterator[Diagnostic]:
    """One finding, at the first such file, that names some and counts the others."""
    book = rendition.book
    asking = those(book.shops, lambda shop: shop.book.plain_names is True)
    if not asking or book.packages[0] is not rendition.package:
        return
    names = [name for name in book.entries if not _PLAIN.fullmatch(name)]
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        what = "is no plain name" if len(names) == 1 else "are no plain names"
        yield RULE.at(
            book.place(names[0]),
            f"{', '.join(names[:_NAMED])}{more} {what}; {verb(asking, 'asks', 'ask')} for those",
            "name files with ASCII letters, digits, - and _ alone",
        )
