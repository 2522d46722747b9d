"""C105: prefix redeclared."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.named import declared
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C105",
    "prefix-redeclared",
    Severity.WARNING,
    page="""\
A reserved prefix is declared to mean something else than it does.

Why it matters
    Reading systems that know the prefix take it for what it always means.
Bad
    prefix="media: http://example.org/media#"
Good
    prefix="ourmedia: http://example.org/media#"
Reference
    EPUB 3.3, reserved prefixes: https://www.w3.org/TR/epub-33/#sec-reserved-prefixes
""",
    equivalent="OPF-007",
)


def prefix_redeclared(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for name, address in declared(rendition).items():
        known = vocabulary.RESERVED.get(name)
        if known is not None and address != known:
            said = f"{name} always means {known}, and not {address}"
            yield RULE.at(rendition.root, said, "choose another prefix")
