"""A045: a book that says one language, and pages that say another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.reading_order import pages
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "A045",
    "languages-contradict",
    Severity.WARNING,
    page="""\
The language of the book is not the language that its pages say they are in.

Why it matters
    Shops and libraries sort by the one, programs that read aloud go by the other: somebody gets a
    book that cannot be read, or hears it in the wrong voice. Mostly a template was not changed.
Bad
    <dc:language>en</dc:language>, and <html lang="de"> in all pages
Good
    <dc:language>de</dc:language>, and <html lang="de"> in all pages
Reference
    EPUB 3.3, dc:language: https://www.w3.org/TR/epub-33/#sec-opf-dclanguage
""",
)


_LEAST = 200
"""Letters: pages with fewer do not tell the language of a book."""


def languages_contradict(rendition: Rendition) -> Iterator[Diagnostic]:
    """The language of most pages, if the package does not name it; regions do not count."""
    said = [
        e for e in rendition.package.document.named.get(f"{DC} language", ()) if e.text().strip()
    ]
    named = {_primary(each.text()) for each in said}
    shown = [_primary(f.heard.language) for _, f in pages(rendition) if f.heard.letters >= _LEAST]
    counted = Counter(language for language in shown if language).most_common(1)
    for language, count in counted if named else ():
        if language not in named and count * 2 > len(shown):
            first = said[0].text().strip()[:40]
            which = "all" if count == len(shown) else f"{count} of the"
            message = f"the book is said to be in {first}, {which} {len(shown)} pages in {language}"
            hint = f"if it is in {language}, write that into dc:language, else mend the pages"
            yield RULE.at(rendition.at(said[0]), message, hint)


def _primary(tag: str) -> str:
    return tag.strip().lower().partition("-")[0]
