"""C133: id unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.document import Document, Element
from epubforge.tree.names import MATHML, XHTML

RULE = Rule(
    "C133",
    "id-unknown",
    Severity.ERROR,
    page="""\
An attribute names an element of the same page by an id that is not there, or is no such
element's.

Why it matters
    A reader who listens is not told the label, the description or the heading that was meant.
Bad
    <section aria-labelledby="h"><h2 id="heading">Mines</h2></section>
Good
    <section aria-labelledby="heading"><h2 id="heading">Mines</h2></section>
Reference
    WAI-ARIA, ID references: https://www.w3.org/TR/wai-aria-1.2/#valuetype_idref_list
    HTML, forms: https://html.spec.whatwg.org/multipage/forms.html
""",
    equivalent="RSC-005",
)


_LISTS = ("aria-describedby", "aria-flowto", "aria-labelledby", "aria-owns", "aria-controls")
_LABELLED = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})


def id_unknown(page: Page) -> Iterator[Diagnostic]:
    """Every such attribute of a page of EPUB 3."""
    if not page.is_content3:
        return
    document = page.document
    ids = {each.attributes["id"]: each for each in document.elements if "id" in each.attributes}
    for element in document.elements:
        attributes = element.attributes
        if not attributes:
            continue
        for name in attributes:
            if name in _WATCHED and not _is_right(document, element, name, ids):
                said = (
                    f'{name}="{attributes[name][:60]}" names nothing on the page that it may name'
                )
                yield RULE.at(page.at(element), said, "name the id of the element that is meant")


_WATCHED = frozenset(
    {*_LISTS, "aria-activedescendant", "for", "form", "list", "headers", "xref", "indenttarget"}
)


def _is_right(document: Document, element: Element, name: str, ids: dict[str, Element]) -> bool:
    words = element.tokens(name)
    value = element.attributes[name]
    if name in _LISTS:
        return all(word in ids for word in words)
    if name == "aria-activedescendant":
        return value in ids and any(each is element for each in ids[value].ancestors())
    if element.name.startswith(MATHML):
        return name not in {"xref", "indenttarget"} or value in ids
    if not element.name.startswith(XHTML):
        return True
    target = ids.get(value)
    match name:
        case "for" if element.local == "output":
            return all(word in ids for word in words)
        case "for" if element.local == "label":
            return (
                target is not None and target.local in _LABELLED and target.get("type") != "hidden"
            )
        case "form":
            return target is not None and target.name == f"{XHTML} form"
        case "list":
            return element.local != "input" or (target is not None and target.local == "datalist")
        case "headers":
            table = document.around(element, f"{XHTML} table")
            return all(
                (cell := ids.get(word)) is not None
                and cell.local == "th"
                and document.around(cell, f"{XHTML} table") is table
                for word in words
            )
        case _:
            return True
