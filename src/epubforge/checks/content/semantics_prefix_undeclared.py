"""C164: semantics prefix undeclared."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_PREFIX

RULE = Rule(
    "C164",
    "semantics-prefix-undeclared",
    Severity.ERROR,
    page="""\
A meaning in epub:type has a prefix that is not declared.

Why it matters
    Nobody can tell what it means.
Bad
    <p epub:type="our:aside">
Good
    <html epub:prefix="our: https://example.org/types/" …>
Reference
    EPUB 3.3, epub:type: https://www.w3.org/TR/epub-33/#sec-epub-type-attribute
""",
    equivalent="OPF-028",
)


def semantics_prefix_undeclared(page: Page) -> Iterator[Diagnostic]:
    """Of a page of EPUB 3, or of a media overlay."""
    if page.package.is_epub2 or not page.typed:
        return
    root = page.document.root
    known = {**vocabulary.RESERVED_CONTENT}
    if root is not None:
        known.update(vocabulary.prefixes(root.get(EPUB_PREFIX))[0])
    for element, meanings in page.typed:
        for word in meanings:
            prefix, colon, name = word.partition(":")
            if colon and prefix and name and prefix not in known:
                yield RULE.at(
                    page.at(element), f"the prefix of {word} is not declared", "declare it"
                )
