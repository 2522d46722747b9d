"""From the bytes of an XML document to its tree, within bounds and without a look outside."""

from __future__ import annotations

from html.entities import name2codepoint
from xml.parsers import expat

from epubforge.tree.document import Doctype, Document, Element, Fault, Instruction
from epubforge.tree.encoding import xml_encoding

MOST_ELEMENTS = 100_000
"""Some ten times what the longest single-page novels have."""
MOST_ATTRIBUTES = 300_000
MOST_OF_ONE_ELEMENT = 500
"""Attributes of one element."""
DEEPEST = 1_000
"""Elements inside each other; readers give up far earlier."""
MOST_NESTED = 2_000_000
"""For all elements together, how many each stands inside: a bound on every walk up or down from
each of them. A page of a hundred thousand elements may still be twenty deep on average."""
MOST_CHARACTERS = 1 << 26


_XHTML11 = "-//W3C//DTD XHTML 1.1//EN"
"""The one document type of EPUB 2's pages; its entities are known without it."""


class _Full(Exception):  # noqa: N818  (it is no error: the rest is left unread)
    """The document has more in it than is read; the message says of what."""


def parse(name: str, content: bytes) -> Document:
    """The tree of a document, as far as it is well-formed and as large as a page may be.

    Nothing outside the document is fetched; what its entities may become is bounded by expat.
    """
    encoding, declared = xml_encoding(content)
    document = Document(name, content, encoding, declared_encoding=declared)
    _Reader(document).read()
    if document.fault is not None and encoding == "utf-8" and declared in _UTF8:
        repaired = content.decode("utf-8", "replace").encode()
        if repaired != content:
            document = Document(name, repaired, encoding, declared_encoding=declared)
            document.is_repaired = True
            _Reader(document).read()
    return document


_UTF8 = frozenset({None, "utf-8", "UTF-8", "Utf-8"})


class _Reader:
    """One reading: expat's events become elements."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._open: Element | None = None
        self._depth = self._nested = self._attributes = self._characters = 0
        self._external = False
        self._bind()

    def _bind(self) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.ProcessingInstructionHandler = self._instruction
        parser.XmlDeclHandler = self._declaration

    def read(self) -> None:
        """Fill the document."""
        document = self._document
        try:
            self._parser.Parse(document.content, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code) or "unknown fault"
            document.fault = document.fault or Fault(reason, self._parser.ErrorByteIndex)
        except (LookupError, ValueError) as error:
            document.fault = Fault(f"its encoding: {error}", 0)
        except _Full as why:
            document.is_too_large = document.fault is None
            document.excess = str(why)
        finally:
            del self._parser  # it knows this reader, which would keep the document

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        document, parent = self._document, self._open
        elements = document.elements
        order = len(elements)
        element = Element(name, attributes, parent, self._parser.CurrentByteIndex, order)
        if parent is not None:
            parent.content.append(element)
        elements.append(element)
        try:
            document.named[name].append(element)
        except KeyError:
            document.named[name] = [element]
        self._open = element
        self._depth += 1
        self._nested += self._depth
        if self._depth > document.deepest:
            document.deepest = self._depth
        self._attributes += len(attributes)
        if len(attributes) > MOST_OF_ONE_ELEMENT:
            raise _Full(f"an element with more than {MOST_OF_ONE_ELEMENT} attributes")
        if order > MOST_ELEMENTS or self._attributes > MOST_ATTRIBUTES:
            many = f"{MOST_ELEMENTS:,} elements or {MOST_ATTRIBUTES:,} attributes"
            raise _Full(f"more than {many}")
        if self._depth > DEEPEST or self._nested > MOST_NESTED:
            raise _Full(f"elements more than {DEEPEST:,} deep, or far too many nearly so deep")

    def _end(self, name: str) -> None:
        if self._open is not None:
            self._open = self._open.parent
            self._depth -= 1

    def _text(self, text: str) -> None:
        inside = self._open
        if inside is None:
            return
        inside.content.append(text)
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise _Full(f"more than {MOST_CHARACTERS:,} characters")

    def _namespace(self, prefix: str | None, uri: str) -> None:
        at = self._parser.CurrentByteIndex
        self._document.namespaces.append((prefix, uri or "", at))

    def _doctype(self, name: str, system: str | None, public: str | None, subset: int) -> None:
        self._external = public == _XHTML11
        at = self._parser.CurrentByteIndex
        self._document.doctype = Doctype(name, public, system, at)

    def _entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if value is None:
            at = self._parser.CurrentByteIndex
            self._document.external_entities.append((name, at))

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """A name that a DTD elsewhere may declare: those of XHTML are known without it."""
        if is_parameter:
            return
        if name in name2codepoint and self._external:
            self._text(chr(name2codepoint[name]))
        elif name not in {each for each, _ in self._document.external_entities}:
            at = self._parser.CurrentByteIndex
            self._document.fault = Fault(f"the entity {name} is not declared", at)
            raise _Full("an entity that is not declared")

    def _instruction(self, target: str, content: str) -> None:
        at = self._parser.CurrentByteIndex
        self._document.instructions.append(Instruction(target, content, at))

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self._document.version = version
