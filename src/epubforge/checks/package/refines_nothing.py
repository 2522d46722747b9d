"""C044: refines nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.tree.document import Element

RULE = Rule(
    "C044",
    "refines-nothing",
    Severity.ERROR,
    page="""\
Metadata refines something that is not there, or names it by an address and not by its id.

Why it matters
    A role or a sort name that belongs to nobody is lost.
Bad
    <meta refines="#author" property="role">aut</meta>, and no element has the id author
Good
    <dc:creator id="author">…</dc:creator> <meta refines="#author" property="role">aut</meta>
Reference
    EPUB 3.3, the refines attribute: https://www.w3.org/TR/epub-33/#attrdef-refines
""",
    equivalent="RSC-005",
)


_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def refines_nothing(rendition: Rendition) -> Iterator[Diagnostic]:
    """In a collection only what stands in the collection may be refined."""
    elements = rendition.package.document.elements
    ids = {each.get("id").strip() for each in elements}
    inside_of: dict[int, set[str]] = {}
    for element in elements if rendition.is_epub3 else ():
        target = element.get("refines").strip()
        if "refines" not in element.attributes:
            continue
        collection = _outermost(element)
        if collection is not None:
            if id(collection) not in inside_of:
                inside_of[id(collection)] = {e.get("id").strip() for e in collection.descendants()}
            inside = inside_of[id(collection)]
            if not target.startswith("#") or target[1:] not in inside:
                said = f"{target} is nothing in the same collection"
                yield RULE.at(rendition.at(element), said, "name an id of the same collection")
        elif _ABSOLUTE.search(target):
            said = f"{target} is an address, and what is refined must be in the package"
            yield RULE.at(rendition.at(element), said, "name it by # and its id")
        elif target.startswith("#") and target[1:] not in ids:
            yield RULE.at(
                rendition.at(element), f"nothing has the id {target[1:]}", "give it that id"
            )


def _outermost(element: Element) -> Element | None:
    around = [each for each in element.ancestors() if each.local == "collection"]
    return around[-1] if around else None
