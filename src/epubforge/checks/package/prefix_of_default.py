"""C107: prefix of default."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import vocabulary
from epubforge.finished.named import declared
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C107",
    "prefix-of-default",
    Severity.ERROR,
    page="""\
A prefix is declared for a vocabulary that needs none.

Why it matters
    Its properties are named without a prefix, and are not known with one.
Bad
    prefix="item: http://idpf.org/epub/vocab/package/item/#"
Good
    The attribute without it, and the properties without prefix.
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-007b",
)


def prefix_of_default(rendition: Rendition) -> Iterator[Diagnostic]:
    """In the package document."""
    for name, address in declared(rendition).items():
        if address in vocabulary.DEFAULTS:
            said = f"{name} is declared for {address}, which needs no prefix"
            yield RULE.at(rendition.root, said, "take it out")
