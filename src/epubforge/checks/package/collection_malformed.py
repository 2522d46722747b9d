"""C110: collection malformed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.document import Element

RULE = Rule(
    "C110",
    "collection-malformed",
    Severity.ERROR,
    page="""\
A collection does not hold what its role asks for.

Why it matters
    Reading systems that know the role do not find what they look for.
Bad
    <collection role="preview"> without a manifest of what it needs
Good
    <collection role="preview"> <collection role="manifest"><link href="one.xhtml"/></collection>
      <link href="one.xhtml"/> …
Reference
    EPUB 3.3, collections: https://www.w3.org/TR/epub-33/#sec-pkg-collections
    EPUB Previews: https://idpf.org/epub/previews/
    EPUB Indexes: https://idpf.org/epub/idx/
""",
    equivalent="RSC-005",
)


def collection_malformed(rendition: Rendition) -> Iterator[Diagnostic]:
    """What stands in each, and where it stands."""
    for element in rendition.package.elements("collection") if rendition.is_epub3 else ():
        for role in element.tokens("role"):
            for said in _faults(element, role):
                message = f'role="{role}": {said}'
                yield RULE.at(rendition.at(element), message, "look in the role's specification")


def _faults(element: Element, role: str) -> Iterator[str]:
    children = list(element.children())
    inner = [each for each in children if each.local == "collection"]
    links = [each for each in children if each.local == "link"]
    around = element.parent.tokens("role") if element.parent is not None else []
    manifests = [each for each in inner if "manifest" in each.tokens("role")]
    match role:
        case "manifest":
            if len(links) != len(children) or not links:
                yield "a manifest collection holds links and nothing else"
            if element.parent is None or element.parent.local != "collection":
                yield "a manifest collection stands in another collection"
        case "preview":
            if len(manifests) != 1:
                yield "a preview holds one manifest collection"
            if not links:
                yield "a preview links to a page"
        case "index":
            if any("index-group" not in each.tokens("role") for each in inner):
                yield "an index holds no collections but index-groups"
        case "index-group":
            if "index" not in around or inner:
                yield "an index-group stands in an index, and holds no collections"
        case "dictionary":
            if inner:
                yield "a dictionary holds no collections"
        case "distributable-object":
            yield from _distributable(children, manifests, links)


def _distributable(
    children: list[Element], manifests: list[Element], links: list[Element]
) -> Iterator[str]:
    metadata = [each for each in children if each.local == "metadata"]
    if not metadata or len(manifests) > 1 or not links:
        yield "a distributable object holds metadata, at most one manifest, and links"
    names = Counter(each.local for each in (metadata[0].children() if metadata else ()))
    if metadata and (names["identifier"] != 1 or not names["title"] or not names["language"]):
        yield "a distributable object has one identifier, a title and a language"
