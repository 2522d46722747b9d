"""C081: prefix undeclared."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.named import named_properties
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C081",
    "prefix-undeclared",
    Severity.ERROR,
    page="""\
A property has a prefix that is not declared.

Why it matters
    Nobody can tell what the property means.
Bad
    <meta property="ibooks:version">1.0</meta>
Good
    <package prefix="ibooks:
      http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/" …>
Reference
    EPUB 3.3, the prefix attribute: https://www.w3.org/TR/epub-33/#sec-prefix-attr
""",
    equivalent="OPF-028",
)


def prefix_undeclared(rendition: Rendition) -> Iterator[Diagnostic]:
    """Prefixes that are neither declared nor reserved."""
    for element, _, prefix, name, is_declared in named_properties(rendition):
        if prefix and not is_declared:
            said = f"the prefix of {prefix}:{name} is not declared"
            yield RULE.at(
                rendition.at(element), said, "declare it in the prefix attribute of package"
            )
