"""C234: mapping malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.held import hold
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve
from epubforge.tree.names import CONTAINER, EPUB_TYPE

RULE = Rule(
    "C234",
    "mapping-malformed",
    Severity.ERROR,
    page="""\
The document that maps the renditions to each other is not made as it must be.

Why it matters
    Reading systems cannot go from one rendition to the other.
Bad
    A mapping document without its version
Good
    <meta name="epub.multiple.renditions.version" content="1.0"/>
Reference
    EPUB Multiple-Rendition Publications: https://idpf.org/epub/renditions/multiple/
""",
    equivalent="RSC-005",
)


def mapping_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """Its version, its lists, its grammar."""
    book = rendition.book
    container = book.kept("META-INF/container.xml")
    if book.packages[0] is not rendition.package or container is None or len(book.packages) < 2:
        return
    for link in container.named.get(f"{CONTAINER} link", []):
        document = book.kept(resolve("", link.get("href")).path or "")
        if link.get("rel").strip() != "mapping" or document is None or document.fault is not None:
            continue
        for each in hold(book, document, "mapping").mismatches:
            yield RULE.at(
                book.at(document, each.element),
                f"{each.element.local}: {each.fault.value}",
                "mend it",
            )
        versions = [
            m
            for m in document.html("meta")
            if m.get("name") == "epub.multiple.renditions.version" and m.get("content") == "1.0"
        ]
        for head in document.html("head"):
            if not versions:
                yield RULE.at(
                    book.at(document, head),
                    "epub.multiple.renditions.version is not 1.0",
                    "say 1.0",
                )
        maps = [n for n in document.html("nav") if "resource-map" in n.tokens(EPUB_TYPE)]
        for body in document.html("body"):
            if len(maps) != 1:
                yield RULE.at(
                    book.at(document, body),
                    f"{len(maps)} nav of the type resource-map",
                    "write one",
                )
