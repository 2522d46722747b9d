"""Markup as XML wants it: text escaped, fragments judged and mended; the one door to bs4."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow: https://www.w3.org/TR/xml/#charsets"""

PHRASING: Final = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span "
    "strong sub sup time u var".split()
)
_TEXT_BLOCKS: Final = frozenset("p h1 h2 h3 h4 h5 h6 pre dt summary".split())
_FLOW: Final = frozenset(
    "address article aside blockquote details div dl dd dt figure figcaption footer h1 h2 h3 h4 "
    "h5 h6 header hgroup hr li main nav ol p pre section table caption colgroup thead tbody tfoot "
    "tr td th ul".split()
)
_PARENTS: Final = {
    "li": frozenset({"ul", "ol"}),
    "dt": frozenset({"dl", "div"}),
    "dd": frozenset({"dl", "div"}),
    "tr": frozenset({"table", "thead", "tbody", "tfoot"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "caption": frozenset({"table"}),
    "colgroup": frozenset({"table"}),
    "col": frozenset({"colgroup"}),
    "figcaption": frozenset({"figure"}),
    "rt": frozenset({"ruby"}),
    "rp": frozenset({"ruby"}),
    "summary": frozenset({"details"}),
}
_TRANSPARENT: Final = frozenset({"a", "ins", "del"})

_TABLE: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup"})
_WHOLE: Final = {
    "details": r"(?:#text )?summary (?!.*\bsummary )",
    "dl": r"(?:(?:(?:dt )+(?:dd )+)*|(?:div )*)\Z",
    "figure": r"(?!.*figcaption .*figcaption )",
    "ol": r"(?:li )*\Z",
    "ruby": r"(?=.*rt )(?!rt |rp )",
    "table": r"(?!.*#text )(?!.*tfoot .*tbody )",
    "ul": r"(?:li )*\Z",
} | dict.fromkeys(_TABLE - {"table"}, "(?!.*#text )")
"""What an element must hold, as a pattern of the names in it: text that is seen is `#text`."""

_CAMEL: Final = {
    name.lower(): name
    for name in (
        "attributeName attributeType baseFrequency baseProfile calcMode clipPath clipPathUnits "
        "diffuseConstant edgeMode feBlend feColorMatrix feComponentTransfer feComposite "
        "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood "
        "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology "
        "feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filterUnits "
        "foreignObject glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength "
        "keyPoints keySplines keyTimes lengthAdjust limitingConeAngle linearGradient markerHeight "
        "markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength "
        "patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ "
        "preserveAlpha preserveAspectRatio primitiveUnits radialGradient refX refY repeatCount "
        "repeatDur requiredExtensions requiredFeatures specularConstant specularExponent "
        "spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues "
        "targetX targetY textLength textPath viewBox viewTarget xChannelSelector yChannelSelector "
        "zoomAndPan definitionURL"
    ).split()
}
"""Names of SVG and MathML that HTML parsers write small."""


def escape(text: str) -> str:
    """A text as XML has it between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """A text as XML has it inside an attribute; no line ends, no characters that XML forbids."""
    return escape(clean(text)).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def clean(text: str) -> str:
    """A text with each character that XML forbids replaced by the replacement character."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def proper_name(name: str) -> str:
    """The name of a foreign element or attribute with its capitals."""
    return _CAMEL.get(name.lower(), name)


def is_well_formed(fragment: str) -> bool:
    """Whether a fragment is well-formed XML inside an element."""
    return _misplaced(fragment) is not None


def is_well_nested(fragment: str) -> bool:
    """Whether a fragment is well-formed, and each element stands where XHTML allows it."""
    return _misplaced(fragment) == []


def _misplaced(fragment: str) -> list[str] | None:
    """The elements that stand where they cannot; None where the fragment is not well-formed."""
    parser = expat.ParserCreate()
    open_elements: list[str] = []
    misplaced: list[str] = []
    held: list[list[str]] = [[]]

    def opened(name: str, _attributes: object) -> None:
        if not _may_stand(name, open_elements):
            misplaced.append(name)
        open_elements.append(name)
        held[-1].append(name)
        held.append([])

    def closed(name: str) -> None:
        open_elements.pop()
        if not _is_whole(name, held.pop()):
            misplaced.append(name)

    def met(text: str) -> None:
        if text.strip():
            held[-1].append("#text")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = met
    try:
        parser.Parse(f"<body>{clean(fragment)}</body>", True)
    except expat.ExpatError:
        return None
    return misplaced


def _may_stand(name: str, ancestors: list[str]) -> bool:
    if "svg" in ancestors or "math" in ancestors or not ancestors:
        return True
    parent = next((a for a in reversed(ancestors) if a not in _TRANSPARENT), ancestors[0])
    if name in _PARENTS and parent not in _PARENTS[name]:
        return False
    if name in ("dt", "dd") and parent == "div" and "dl" not in ancestors[-2:]:
        return False
    if name == "a" and "a" in ancestors:
        return False
    return not (name in _FLOW and (parent in PHRASING or parent in _TEXT_BLOCKS))


def _is_whole(name: str, held: Iterable[str]) -> bool:
    """Whether an element holds what it must, and nothing that it cannot."""
    return name not in _WHOLE or bool(re.match(_WHOLE[name], "".join(f"{n} " for n in held)))


def repair(fragment: str) -> str:
    """A fragment of tag soup as a well-formed one: what is open is closed, what crosses is
    untangled, what cannot stand where it stands loses its tag; no text is lost."""
    # Inside a block of ours, as the parser wraps bare text in paragraphs.
    soup = _parsed(f"<div>{fragment}</div>")
    if soup.body is None:
        return escape(fragment)
    for tag in soup.body.find_all(True):
        if any(parent.name in ("svg", "math") for parent in tag.parents) or tag.name == "svg":
            _restore_names(tag)
    _unwrap_misplaced(soup.body.find_all(True))
    for tag in soup.body.find_all(list(_WHOLE)):
        if not _is_whole(tag.name, map(_name, filter(_is_seen, tag.contents))):
            _complete(tag)
    margin, *rest = soup.body.contents
    return "".join(_written(node) for node in (*getattr(margin, "contents", ()), *rest))


def _parsed(text: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup
    from bs4.element import PreformattedString

    soup = BeautifulSoup(text, "lxml")
    for node in soup.find_all(string=lambda found: isinstance(found, PreformattedString)):
        node.extract()
    return soup


def _restore_names(tag: Tag) -> None:
    tag.name = proper_name(tag.name)
    for key in list(tag.attrs):
        if proper_name(key) != key:
            tag.attrs = {proper_name(name): value for name, value in tag.attrs.items()}
            return


def _unwrap_misplaced(tags: Iterable[Tag]) -> None:
    for tag in tags:
        while tag.parent is not None:
            above = [parent.name for parent in reversed(list(tag.parents))][2:]
            if not above or _may_stand(tag.name, above):
                break
            in_text = tag.name in _FLOW and tag.parent.name in PHRASING | _TEXT_BLOCKS
            culprit = tag.parent if in_text else tag
            culprit.unwrap()


def _name(node: PageElement) -> str:
    from bs4 import Tag

    return node.name if isinstance(node, Tag) else "#text"


def _is_seen(node: PageElement) -> bool:
    return _name(node) != "#text" or bool(str(node).strip())


def _complete(tag: Tag) -> None:
    """An element that holds what it cannot: what it holds stays, in elements that can."""
    match tag.name:
        case "ol" | "ul":
            _into_items(tag)
        case "table" | "thead" | "tbody" | "tfoot" | "tr" | "colgroup":
            _out_of_table(tag)
        case "dl":
            tag.name = "div"
            for part in tag.find_all(["dt", "dd"], recursive=False):
                part.name = "div"
        case "figure":
            for part in tag.find_all("figcaption", recursive=False)[1:]:
                part.name = "div"
        case "details":
            tag.name = "div"
            for part in tag.find_all("summary", recursive=False):
                part.name = "div"
            tag.attrs.pop("open", None)
        case _:
            tag.unwrap()


def _into_items(tag: Tag) -> None:
    """What stands between the items of a list belongs to the item before it."""
    from bs4 import Tag

    item: Tag | None = None
    for node in _emptied(tag):
        if isinstance(node, Tag) and node.name == "li":
            item = node
        elif item is None and _is_seen(node):
            item = Tag(name="li")
            item.append(node)
        elif item is not None:
            item.append(node)
            continue
        tag.append(item or node)


def _out_of_table(tag: Tag) -> None:
    """Text between the rows of a table is seen before it, and its foot below it."""
    table = tag if tag.name == "table" else tag.find_parent("table")
    nodes = _emptied(tag)
    texts = [str(node) for node in nodes if _name(node) == "#text"]
    (table or tag).insert_before(" ".join("".join(texts).split()))
    for node in sorted(nodes, key=lambda node: _name(node) == "tfoot"):
        if _name(node) != "#text":
            tag.append(node)


def _emptied(tag: Tag) -> list[PageElement]:
    """What an element held: moved one by one out of the middle, many would take too long."""
    held = list(tag.contents)
    tag.clear()
    return held


def _written(node: object) -> str:
    from bs4 import Tag
    from bs4.element import NavigableString
    from bs4.formatter import XMLFormatter

    if isinstance(node, Tag):
        return node.decode(formatter=XMLFormatter(entity_substitution=escape))
    return escape(str(node)) if isinstance(node, NavigableString) else ""
