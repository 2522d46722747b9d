"""A064: pages that all have the same title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.checks.words import quoted
from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import pages
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "A064",
    "page-titles-alike",
    Severity.NOTE,
    page="""\
Most pages of the book have the same title in their heads, or none that says anything.

Why it matters
    Some reading systems and screen readers say the title when a page opens, and show it in the list
    of what was read. "Unknown, Unknown, Unknown" tells nobody where he is.
Bad
    <title>Heroes of Labour</title> in each of forty pages
Good
    <title>The record</title>
Reference
    WCAG 2.2, 2.4.2 Page Titled: https://www.w3.org/TR/WCAG22/#page-titled
    DAISY knowledge base: https://kb.daisy.org/publishing/docs/html/title.html
""",
)


_LEAST = 5
"""Pages with the same title: in a book of a few files it may be right."""
_SHARE = 0.8


def page_titles_alike(rendition: Rendition) -> Iterator[Diagnostic]:
    """Said once, of the title that four of five pages have."""
    titles = [facts.heard.title for _, facts in pages(rendition) if facts.has_ids]
    counted = Counter(title for title in titles if title).most_common(1)
    for title, count in counted:
        if count >= _LEAST and count >= _SHARE * len(titles):
            message = f"{count} of {len(titles)} pages are called {quoted(title)}"
            yield RULE.at(rendition.root, message, "give each the title of its chapter")
