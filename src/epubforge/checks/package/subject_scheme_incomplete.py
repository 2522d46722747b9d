"""C049: subject scheme incomplete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C049",
    "subject-scheme-incomplete",
    Severity.ERROR,
    page="""\
A subject has the scheme that a term comes from without the term, or the term without the
scheme.

Why it matters
    Shops cannot tell what the code means.
Bad
    <meta refines="#s" property="authority">BISAC</meta>
Good
    <meta refines="#s" property="authority">BISAC</meta> <meta refines="#s"
      property="term">PHO016000</meta>
Reference
    EPUB 3.3, authority: https://www.w3.org/TR/epub-33/#authority
""",
    equivalent="RSC-005",
)


def subject_scheme_incomplete(rendition: Rendition) -> Iterator[Diagnostic]:
    """Counted for each subject."""
    if not rendition.is_epub3:
        return
    counts = Counter(
        (meta.get("property").strip(), meta.get("refines").strip().removeprefix("#"))
        for meta in rendition.package.metas
    )
    for subject in rendition.package.document.named.get(f"{DC} subject", ()):
        name = subject.get("id").strip()
        schemes, terms = counts["authority", name], counts["term", name]
        if name and (schemes != terms or schemes > 1):
            said = f"the subject {name} has {schemes} authority and {terms} term"
            yield RULE.at(rendition.at(subject), said, "give it one of both, or none")
