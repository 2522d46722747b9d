"""C040: version unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import OPF

RULE = Rule(
    "C040",
    "version-unknown",
    Severity.ERROR,
    page="""\
The package document does not say which version of EPUB it follows, or names one that there is
not.

Why it matters
    Reading systems choose by it how to read everything else.
Bad
    <package version="3.3" …>
Good
    <package version="3.0" …>: the version of all EPUB 3
Reference
    EPUB 3.3, package element: https://www.w3.org/TR/epub-33/#sec-package-elem
""",
    equivalent="OPF-001",
)


def version_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """The version as it is written."""
    root = rendition.package.document.root
    version = "" if root is None else root.get("version").strip()
    if root is not None and root.name == f"{OPF} package" and version not in {"2.0", "3.0"}:
        said = (
            f"there is no version {version} of EPUB" if version else "no version of EPUB is named"
        )
        yield RULE.at(rendition.root, said, 'write version="3.0"')
