"""B052: HTML in a text that is shown letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity

if TYPE_CHECKING:
    from epubforge.model.book import Book
    from epubforge.model.metadata import Metadata
    from epubforge.model.publication import Publication

RULE = Rule(
    "B052",
    "markup-in-metadata",
    Severity.WARNING,
    page="""\
A text of the metadata holds an HTML tag or a character reference.

Why it matters
    Titles, names and descriptions are plain text in an EPUB. Shops and bookshelves show the tag
    as it stands, in the one line that every buyer reads.
Bad
    description = "A <em>new</em> look at the pit &amp; its people"
Good
    description = "A new look at the pit & its people"
Reference
    EPUB 3.3, metadata values: https://www.w3.org/TR/epub-33/#sec-metadata-values
""",
)
MARKUP = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|cite|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|q|s|small"
    r"|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp);",
    re.IGNORECASE,
)


def markup_in_metadata(book: Book, publication: Publication) -> Iterator[Diagnostic]:
    """One finding for each text, at the settings, that names the first piece of markup."""
    for name, text in _texts(book.metadata):
        markup = MARKUP.search(text or "")
        if markup:
            yield RULE.at(
                book.settings_span,
                f"{name} holds HTML: {quoted(markup.group())} will be seen as it stands",
                "write plain text",
            )


def _texts(metadata: Metadata) -> Iterator[tuple[str, str | None]]:
    yield "the title", metadata.title
    yield "the subtitle", metadata.subtitle
    yield "the publisher", metadata.publisher
    yield "the description", metadata.description
    yield "the rights", metadata.rights
    for contributor in metadata.contributors:
        yield f"the name of {quoted(contributor.name)}", contributor.name
