"""The names of XML as the tree has them: the namespace, a blank, and the local name."""

from __future__ import annotations

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
MATHML = "http://www.w3.org/1998/Math/MathML"
OPS = "http://www.idpf.org/2007/ops"
OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
NCX = "http://www.daisy.org/z3986/2005/ncx/"
SMIL = "http://www.w3.org/ns/SMIL"
CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
XML = "http://www.w3.org/XML/1998/namespace"
XLINK = "http://www.w3.org/1999/xlink"
SSML = "http://www.w3.org/2001/10/synthesis"
EVENTS = "http://www.w3.org/2001/xml-events"

EPUB_TYPE = f"{OPS} type"
EPUB_PREFIX = f"{OPS} prefix"
XLINK_HREF = f"{XLINK} href"
XML_LANG = f"{XML} lang"
XML_BASE = f"{XML} base"


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


def namespace(name: str) -> str:
    """A name's namespace; empty where it has none."""
    return name.rpartition(" ")[0]
