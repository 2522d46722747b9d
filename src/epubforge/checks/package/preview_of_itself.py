"""C241: preview of itself."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.names import DC

RULE = Rule(
    "C241",
    "preview-of-itself",
    Severity.ERROR,
    page="""\
A preview has the identifier of the book that it shows.

Why it matters
    Readers' libraries take the one for the other.
Bad
    The same in dc:source and dc:identifier
Good
    An identifier of its own
Reference
    EPUB Previews: https://idpf.org/epub/previews/
""",
    equivalent="RSC-005",
)


def preview_of_itself(rendition: Rendition) -> Iterator[Diagnostic]:
    """Books of the type preview."""
    named = rendition.package.document.named
    ids = {e.text().strip() for e in named.get(f"{DC} identifier", [])}
    for source in named.get(f"{DC} source", []) if "preview" in rendition.package.types else ():
        if source.text().strip() in ids:
            yield RULE.at(
                rendition.at(source),
                f"dc:source is the preview itself, {source.text().strip()}",
                "give it an own identifier",
            )
