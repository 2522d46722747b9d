"""C239: textbook metadata missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C239",
    "textbook-metadata-missing",
    Severity.ERROR,
    page="""\
A textbook does not say what it must.

Why it matters
    Schools look for what it can do, and find nothing.
Bad
    <dc:type>edupub</dc:type> without schema:accessibilityFeature
Good
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
Reference
    EPUB for Education: https://idpf.org/epub/profiles/edu/spec/
""",
    equivalent="RSC-005",
)


def textbook_metadata_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """In every rendition of a book of which one is a textbook."""
    packages = rendition.book.packages
    if not rendition.is_epub3 or not any("edupub" in each.types for each in packages):
        return
    if "edupub" not in rendition.package.types:
        yield RULE.at(rendition.root, "the dc:type edupub is missing", "say it in each rendition")
    features = rendition.package.meta_values("schema:accessibilityFeature")
    if not features:
        yield RULE.at(
            rendition.root,
            "schema:accessibilityFeature is not said",
            "say tableOfContents at least",
        )
    elif "none" in features:
        yield RULE.at(
            rendition.root, "schema:accessibilityFeature says none", "say tableOfContents at least"
        )
