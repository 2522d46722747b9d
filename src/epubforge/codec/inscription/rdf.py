"""An XMP packet turned into its properties: XMP Specification part 1, 7 (ISO 16684-1).

No entity is known, and nothing deeper or larger than a description could be is followed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_DEEPEST, _MOST_ELEMENTS, _LONGEST_TEXT = 40, 50_000, 100_000

PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-19/": "Iptc4xmpExt",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://ns.microsoft.com/photo/1.2/": "MP",
    "http://ns.microsoft.com/photo/1.2/t/RegionInfo#": "MPRI",
    "http://ns.microsoft.com/photo/1.2/t/Region#": "MPReg",
}
"""The namespaces that hold texts for people; properties of others are passed over."""


class PacketError(Exception):
    """A packet cannot be read; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property's value: a text, a list, or a structure."""

    text: str = ""
    items: tuple[tuple[str, Property], ...] = ()
    """Each with its language; empty where none is said."""
    fields: dict[str, Property] = field(default_factory=dict)


def properties(packet: bytes) -> dict[str, Property]:
    """The packet's properties by name, `dc:title`.

    Raises PacketError where it is not well-formed, or larger or deeper than a packet can be.
    """
    if not packet.startswith(_UTF16):
        packet = packet.strip(b"\0 \t\r\n")
    if not packet:
        return {}
    found: dict[str, Property] = {}
    for element in _descriptions(_parsed(packet)):
        for name, value in _fields(element).items():
            found.setdefault(name, value)
    return found


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str]
    children: list[_Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class _Tree:
    """What expat tells, as elements."""

    def __init__(self) -> None:
        self.open = [_Element("", {})]
        self.count = self.length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) > _DEEPEST:
            raise PacketError("it is nested too deep")
        if self.count > _MOST_ELEMENTS:
            raise PacketError("it has too many parts")
        element = _Element(name, attributes)
        self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, name: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        self.open[-1].texts.append(text)

    def refuse(self, *declared: object) -> None:
        raise PacketError("it declares a document type, which no packet may")


def _parsed(packet: bytes) -> _Element:
    tree = _Tree()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.text
    parser.StartDoctypeDeclHandler = tree.refuse
    try:
        parser.Parse(packet, True)
    except expat.ExpatError as error:
        raise PacketError(f"it is not well-formed: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError):
        raise PacketError("it is in an encoding that is not known") from None
    return tree.open[0]


def _descriptions(element: _Element) -> list[_Element]:
    """The top descriptions, whatever stands around `rdf:RDF`."""
    if element.name == f"{_RDF} RDF":
        return [child for child in element.children if child.name == f"{_RDF} Description"]
    return [found for child in element.children for found in _descriptions(child)]


def _fields(element: _Element) -> dict[str, Property]:
    """A description's properties: its attributes and its children."""
    found: dict[str, Property] = {}
    for name, text in element.attributes.items():
        if known := _short(name):
            found.setdefault(known, Property(text[:_LONGEST_TEXT].strip()))
    for child in element.children:
        if known := _short(child.name):
            found.setdefault(known, _property(child))
    return found


def _property(element: _Element) -> Property:
    inner = element.children[0] if element.children else None
    if inner is not None and inner.name in {f"{_RDF} {kind}" for kind in ("Alt", "Seq", "Bag")}:
        return Property(
            items=tuple(
                (item.attributes.get(_LANGUAGE, ""), _property(item))
                for item in inner.children
                if item.name == f"{_RDF} li"
            )
        )
    if inner is not None and inner.name == f"{_RDF} Description":
        value = next((each for each in inner.children if each.name == f"{_RDF} value"), None)
        return _property(value) if value else Property(fields=_fields(inner))
    fields = _fields(element)
    if fields:
        return Property(fields=fields)
    text = "".join(element.texts) or element.attributes.get(f"{_RDF} resource", "")
    return Property(text[:_LONGEST_TEXT].strip())


def _short(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""
