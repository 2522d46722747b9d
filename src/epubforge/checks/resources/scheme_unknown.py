"""L048: scheme unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.references import HYPERLINKS
from epubforge.finished.rendition import Rendition
from epubforge.finished.schemes import REGISTERED

RULE = Rule(
    "L048",
    "scheme-unknown",
    Severity.WARNING,
    page="""\
A link has a scheme that is not registered.

Why it matters
    Few programs know what to do with it.
Bad
    <a href="kindle:pos:fid:0001">
Good
    <a href="https://example.org/">
Reference
    IANA, URI schemes: https://www.iana.org/assignments/uri-schemes/
""",
    equivalent="HTM-025",
)


def scheme_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links that a reader follows."""
    for reference in rendition.facts.references():
        scheme = reference.url.scheme
        if reference.use in HYPERLINKS and scheme is not None and scheme not in REGISTERED:
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{scheme}: is no registered scheme", "link to the web, or take it out"
            )
