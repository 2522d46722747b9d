"""What a document points to, and its styles, by the kind of document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.finished import types
from epubforge.finished.package import Package
from epubforge.finished.page import Page
from epubforge.finished.references import Reference, Use
from epubforge.finished.url import Url, resolve
from epubforge.styles.read import read_declarations, read_sheet
from epubforge.styles.rulesets import Ruleset, of_attribute, rulesets
from epubforge.styles.survey import Sheet
from epubforge.tree.document import Element
from epubforge.tree.names import MATHML, NCX, OPS, SMIL, XHTML, XLINK_HREF, XML_BASE

_SIMPLE = (
    ("area", "href", Use.LINK),
    ("blockquote", "cite", Use.CITE),
    ("q", "cite", Use.CITE),
    ("ins", "cite", Use.CITE),
    ("del", "cite", Use.CITE),
    ("video", "poster", Use.IMAGE),
    ("track", "src", Use.TRACK),
    ("embed", "src", Use.EMBEDDED),
    ("iframe", "src", Use.EMBEDDED),
    ("script", "src", Use.SCRIPT),
)
"""https://html.spec.whatwg.org/multipage/indices.html#attributes-3"""
_NOT_IN_2 = frozenset({"video", "track", "embed", "ins", "del"})
_SIMPLE_2 = tuple(each for each in _SIMPLE if each[0] not in _NOT_IN_2)
"""Those that XHTML 1.1 has and EPUB 2 counts: what says why a text was changed is no resource.
http://idpf.org/epub/20/spec/OPS_2.0.1_draft.htm#Section1.3.7"""
_INSTRUCTION_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']*)["']""")
_PAINT = re.compile(r"""\s*url\(\s*["']?(.*?)["']?\s*\)""")


def references(page: Page) -> list[Reference]:
    """All that it points to, kind by kind."""
    match page.kind:
        case types.XHTML:
            found = [*_in_html(page), *_in_svg(page), *_in_styles(page)]
        case types.SVG:
            found = [*_in_svg(page), *_styles_of(page), *_in_styles(page)]
        case types.CSS:
            found = list(_in_styles(page))
        case types.NCX:
            found = list(_plain(page, f"{NCX} content", "src", Use.LINK))
        case types.SMIL:
            found = list(_in_overlay(page))
        case types.SEARCH_KEY_MAP:
            found = [
                *_plain(page, f"{OPS} search-key-group", "href", Use.SEARCH_KEY),
                *_plain(page, f"{OPS} match", "href", Use.SEARCH_KEY),
            ]
        case _:
            found = []
    return sorted(found, key=lambda reference: reference.at)


def sheets(page: Page) -> list[tuple[Sheet, int]]:
    """The styles that stand in the document itself, each with the place where it begins."""
    document = page.document
    if page.kind == types.CSS:
        encoding = document.encoding
        return [(read_sheet(document.content.decode(encoding, "replace")), 0)]
    found = [
        (read_sheet(e.text()), e.at) for e in (*document.html("style"), *document.svg("style"))
    ]
    found += [
        (read_declarations(element.attributes["style"]), element.at)
        for element in document.elements
        if "style" in element.attributes and not element.name.startswith(MATHML)
    ]
    return found


def rulesets_in(page: Page) -> list[tuple[Ruleset, int]]:
    """The rules of the styles that stand in the document itself, with where their sheets begin."""
    document = page.document
    if page.kind == types.CSS:
        text = document.content.decode(document.encoding, "replace")
        return [(each, 0) for each in rulesets(text)]
    sheets = [*document.html("style"), *document.svg("style")]
    found = [(each, sheet.at) for sheet in sheets for each in rulesets(sheet.text())]
    found += [
        (of_attribute(element.attributes["style"]), element.at)
        for element in document.elements
        if "style" in element.attributes and not element.name.startswith(MATHML)
    ]
    return found


def base_of(page: Page, element: Element) -> str:
    """The path that an element's addresses are relative to; an address where they lead elsewhere.

    https://html.spec.whatwg.org/multipage/urls-and-fetching.html#document-base-url
    """
    way: list[Element] = []
    around: Element | None = element
    while around is not None and around.order not in page.bases:
        way.append(around)
        around = around.parent
    base = page.path if around is None else page.bases[around.order]
    for each in reversed(way):
        if each.parent is None:
            html = [e.get("href") for e in page.document.html("base") if e.get("href")]
            base = _moved(base, html[0]) if html else base
        if XML_BASE in each.attributes:
            base = _moved(base, each.attributes[XML_BASE])
        page.bases[each.order] = base
    return base


def _moved(base: str, href: str) -> str:
    """A base within another; those that no file lies under are not followed any further."""
    if len(base) + len(href) > _LONGEST_BASE:
        return base
    url = resolve(base, href)
    return url.text if url.path is None else url.path + ("x" if href.endswith("/") else "")


_LONGEST_BASE = 1_000


def _url(page: Page, element: Element, href: str) -> Url:
    if not page.has_bases:
        return resolve(page.path, href)
    base = base_of(page, element)
    url = resolve(page.path if "://" in base else base, href)
    if "://" in base and url.scheme is None and not href.strip().startswith("#"):
        return resolve(page.path, base.rpartition("/")[0] + "/" + href)
    return url


def _reference(
    page: Page,
    element: Element,
    href: str,
    use: Use,
    *,
    type_: str = "",
    has_fallback: bool = False,
    in_picture: bool = False,
) -> Reference:
    url = _url(page, element, href)
    return Reference(
        page.path, element.at, url, use, element.local, type_, has_fallback, in_picture
    )


def _plain(page: Page, name: str, attribute: str, use: Use) -> Iterator[Reference]:
    for element in page.document.named.get(name, ()):
        if attribute in element.attributes:
            yield _reference(page, element, element.attributes[attribute], use)


def _in_html(page: Page) -> Iterator[Reference]:
    document = page.document
    for element in document.html("a"):
        if "href" in element.attributes:
            yield _reference(page, element, element.attributes["href"], _link_use(page, element))
    for name, attribute, use in _SIMPLE if not page.package.is_epub2 else _SIMPLE_2:
        for element in document.html(name):
            if attribute in element.attributes:
                yield _reference(page, element, element.attributes[attribute], use)
    yield from _pictures(page)
    if not page.package.is_epub2:
        yield from _media(page)
    for element in document.html("object"):
        if "data" in element.attributes:
            has = any(isinstance(e, Element) and e.local != "param" for e in element.content)
            has = has or any(isinstance(e, str) and e.strip() for e in element.content)
            yield _reference(
                page, element, element.attributes["data"], Use.EMBEDDED,
                type_=element.get("type"), has_fallback=has,
            )  # fmt: skip
    yield from _styles_of(page)
    for element in document.named.get(f"{MATHML} math", ()):
        if element.get("altimg"):
            yield _reference(page, element, element.get("altimg"), Use.IMAGE)


def guide_references(package: Package) -> list[Reference]:
    """What the guide of a package names."""
    return [
        Reference(
            package.path, each.at, resolve(package.path, each.get("href")), Use.GUIDE, "reference"
        )
        for each in package.elements("reference")
        if "href" in each.attributes
    ]


def _styles_of(page: Page) -> Iterator[Reference]:
    for element in page.document.html("link"):
        if "href" in element.attributes and "stylesheet" in element.get("rel").lower().split():
            yield _reference(
                page, element, element.attributes["href"], Use.STYLESHEET, type_=element.get("type")
            )


def _link_use(page: Page, element: Element) -> Use:
    if page.is_navigation or page.is_data_navigation:
        nav = page.document.around(element, f"{XHTML} nav")
        while nav is not None:
            meanings = nav.tokens(f"{OPS} type")
            if "toc" in meanings:
                return Use.NAV_TOC
            if "page-list" in meanings:
                return Use.NAV_PAGES
            if "region-based" in meanings:
                return Use.REGION
            nav = page.document.around(nav, f"{XHTML} nav")
    return Use.LINK


def _pictures(page: Page) -> Iterator[Reference]:
    for element in page.document.html("img"):
        inside = element.parent is not None and element.parent.local == "picture"
        if "src" in element.attributes:
            yield _reference(page, element, element.attributes["src"], Use.IMAGE, in_picture=inside)
        for href in _candidates(element.get("srcset")):
            yield _reference(page, element, href, Use.IMAGE, in_picture=inside)
    for element in page.document.html("input"):
        if element.get("type").lower() == "image" and "src" in element.attributes:
            yield _reference(page, element, element.attributes["src"], Use.IMAGE)
    for element in page.document.html("source"):
        if element.parent is not None and element.parent.local == "picture":
            for href in _candidates(element.get("srcset")):
                yield _reference(page, element, href, Use.SOURCE, type_=element.get("type"))


def _candidates(srcset: str) -> list[str]:
    """https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute"""
    return [
        each.split()[0].rstrip(",") for each in re.split(r",\s+|,(?=\S+\s)", srcset) if each.strip()
    ]


def _media(page: Page) -> Iterator[Reference]:
    for name, use in (("audio", Use.AUDIO), ("video", Use.VIDEO)):
        for element in page.document.html(name):
            if "src" in element.attributes:
                yield _reference(page, element, element.attributes["src"], use)
            sources = [
                e for e in element.children() if e.local == "source" and "src" in e.attributes
            ]
            is_offered = _is_offered(page, sources)
            for source in sources:
                yield _reference(
                    page, source, source.attributes["src"], use,
                    type_=source.get("type"), has_fallback=is_offered,
                )  # fmt: skip


def _is_offered(page: Page, sources: list[Element]) -> bool:
    """Whether one of several sources is of a type that every reading system knows."""
    found = [
        page.package.by_resource.get(_url(page, e, e.attributes["src"]).resource) for e in sources
    ]
    return any(item is not None and types.is_core(item.media_type) for item in found)


def _in_svg(page: Page) -> Iterator[Reference]:
    document = page.document
    for name, use in (
        ("image", Use.IMAGE),
        ("use", Use.SYMBOL),
        ("a", Use.LINK),
        ("script", Use.SCRIPT),
    ):
        for element in document.svg(name):
            # SVG 2 writes href; EPUB 3 is of SVG 1.1, whose reading systems look for xlink:href.
            href = element.attributes.get(XLINK_HREF)
            if href is not None:
                yield _reference(page, element, href, use)
    if b"url(" in document.content:
        for element in document.elements:
            for attribute in ("fill", "stroke"):
                found = _PAINT.match(element.attributes.get(attribute, ""))
                if found:
                    yield _reference(page, element, found[1], Use.PAINT)
    for instruction in document.instructions:
        href_of = _INSTRUCTION_HREF.search(instruction.content)
        if instruction.target == "xml-stylesheet" and href_of:
            url = resolve(page.path, href_of[1])
            yield Reference(page.path, instruction.at, url, Use.STYLESHEET, "xml-stylesheet")


def _in_styles(page: Page) -> Iterator[Reference]:
    for sheet, start in page.sheets:
        for address in sheet.addresses:
            if not address.text or address.text.startswith("#"):
                continue
            at = (
                start
                if page.kind != types.CSS
                else page.document.byte(address.line, address.column)
            )
            use = Use.FONT if address.in_font_face and address.property == "src" else Use.IMAGE
            use = Use.STYLESHEET if address.property == "@import" else use
            yield Reference(page.path, at, resolve(page.path, address.text), use, "style")


def _in_overlay(page: Page) -> Iterator[Reference]:
    yield from _plain(page, f"{SMIL} text", "src", Use.OVERLAY_TEXT)
    yield from _plain(page, f"{SMIL} audio", "src", Use.OVERLAY_AUDIO)
    for name in ("body", "seq"):
        yield from _plain(page, f"{SMIL} {name}", f"{OPS} textref", Use.OVERLAY_TEXT)
