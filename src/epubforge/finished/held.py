"""A document held against the grammar of its kind, and what did not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from epubforge.finished.book import Finished
from epubforge.schema.derivatives import element_steps, takes
from epubforge.schema.grammar import grammar
from epubforge.schema.validate import Fault, Mismatch, validate
from epubforge.source import EntryPlace
from epubforge.tree.document import Document, Element
from epubforge.tree.names import EVENTS, MATHML, OPS, SSML, SVG, XHTML, XLINK, XML, namespace


@dataclass(frozen=True, slots=True)
class Held:
    """What the rules on the grammar of documents are asked of."""

    book: Finished
    document: Document
    mismatches: tuple[Mismatch, ...]

    def of(self, fault: Fault) -> list[Mismatch]:
        """The mismatches of one kind."""
        return [each for each in self.mismatches if each.fault is fault]

    def at(self, element: Element) -> EntryPlace:
        """The place of an element."""
        return self.book.at(self.document, element)


def hold(book: Finished, document: Document, name: str) -> Held:
    """A document against one of our grammars."""
    root = document.root
    if root is None or document.fault is not None or document.is_too_large:
        return Held(book, document, ())
    found = validate(root, grammar(name))
    if name in _OPEN:
        found = [each for each in found if not (_is_own(each) or _is_html(each))]
    elif not book.is_epub2:
        found = [each for each in found if not _is_data(each)]
    return Held(book, document, tuple(found))


_OPEN = frozenset({"xhtml", "nav", "svg-document"})
_KNOWN = frozenset({XHTML, SVG, MATHML, OPS, XML, XLINK, SSML, EVENTS, ""})


def _is_own(mismatch: Mismatch) -> bool:
    """Whether it is an attribute of the author's own, which pages may have.

    https://www.w3.org/TR/epub-33/#sec-xhtml-custom-attributes
    """
    if mismatch.fault is not Fault.ATTRIBUTE:
        return False
    return namespace(mismatch.attribute) not in _KNOWN or _is_data(mismatch)


def _is_html(mismatch: Mismatch) -> bool:
    """Whether HTML knows better than its grammar.

    Keywords are compared without regard to case, and there are elements of the author's own:
    https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#keywords-and-enumerated-attributes
    https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name
    """
    element, expected = mismatch.element, mismatch.expected
    if expected is None or namespace(element.name) != XHTML:
        return False
    if mismatch.fault is Fault.VALUE and not mismatch.attribute.startswith("aria-"):
        value = element.attributes[mismatch.attribute]
        return not value.islower() and takes(expected, value.lower())
    is_custom = mismatch.fault is Fault.ELEMENT and _CUSTOM.fullmatch(element.local)
    return bool(is_custom and element_steps(expected, f"{XHTML} span"))


_CUSTOM = re.compile(
    r"(?!(?:annotation-xml|color-profile|font-face(?:-src|-uri|-format|-name)?|missing-glyph)\Z)"
    r"[a-z][^A-Z]*-[^A-Z]*"
)


def _is_data(mismatch: Mismatch) -> bool:
    """Whether it is data for a program: EPUBCheck passes it over in every file of EPUB 3."""
    name = mismatch.attribute
    return mismatch.fault is Fault.ATTRIBUTE and name.startswith("data-") and " " not in name


def tag(element: Element) -> str:
    """An element as it is named in a message."""
    prefix = {"http://purl.org/dc/elements/1.1/": "dc:", "http://www.idpf.org/2007/ops": "epub:"}
    return prefix.get(namespace(element.name), "") + element.local
