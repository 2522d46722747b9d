"""Books made to harm: floods of one fault, and archives and texts that are traps.

Each is written by a function of this file, which hands over the book's files one after another; a
flood has 99,000 of its kind, somewhat fewer than the elements that are read of one document.
"""

from __future__ import annotations

import os
import struct
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

FLOOD = 99_000
FEW = 20_000
"""Where each of them takes some hundred bytes of a file that may not grow for ever."""

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
    ' prefix="x: http://example.org/x">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1'
    "</dc:identifier><dc:title>A trap</dc:title><dc:language>en</dc:language>"
    '<meta property="dcterms:modified">2026-01-31T12:00:00Z</meta>%s</metadata><manifest>'
    '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"%s/>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>%s'
    '</manifest><spine><itemref idref="one"/>%s</spine>%s</package>'
)
_NAV = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>'
    '<title>Contents</title></head><body><nav epub:type="toc"><ol><li><a href="one.xhtml">One</a>'
    "</li>%s</ol></nav>%s</body></html>"
)
_PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'lang="en"><head><title>One</title>%s</head><body><h1>One</h1>%s</body></html>'
)
_CSS = '<item id="css" href="a.css" media-type="text/css"/>'
_STYLED = '<link rel="stylesheet" href="a.css"/>'
_FIXED = '<meta property="rendition:layout">pre-paginated</meta>'
_VIEWPORT = '<meta name="viewport" content="width=600, height=800"/>'
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63600000000200015d0b2a880000000049454e44ae426082"
)

Files = dict[str, "str | bytes"]
Writer = Callable[[Path], None]


def traps() -> dict[str, Writer]:
    """Every book, by the name of what is wrong with it."""
    return {name: partial(_write, make) for name, make in _FLOODS.items()} | _ARCHIVES


def _flood(text: str, count: int = FLOOD, joined: str = "\n") -> str:
    """The text so many times; {n} in it is its number."""
    numbers = range(_first[0], _first[0] + count)
    return joined.join(text.replace("{n}", str(number)) for number in numbers)


_first = [0]
"""Where numbers begin: a book like another is the same with other numbers."""


def _page(body: str, head: str = "", **more: str) -> Files:
    return _book(page=_PAGE % (head, body), **more)


def _book(
    page: str = _PAGE % ("", "<p>Text.</p>"),
    metadata: str = "",
    properties: str = "",
    items: str = "",
    spine: str = "",
    after: str = "",
    contents: str = "",
    navs: str = "",
) -> Files:
    said = f' properties="{properties}"' if properties else ""
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _PACKAGE % (metadata, said, items, spine, after),
        "EPUB/nav.xhtml": _NAV % (contents, navs),
        "EPUB/one.xhtml": page,
    }


def _styled(css: str, metadata: str = "", head: str = "") -> Files:
    page = _page("<p>Text.</p>", _STYLED + head, items=_CSS, metadata=metadata)
    return page | {"EPUB/a.css": css[: 1 << 19]}


def _old(page: str, ncx: str = "", metadata: str = "") -> Files:
    """A book of EPUB 2."""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:opf="http://www.idpf.org/2007/opf"><dc:identifier id="id">urn:x:1</dc:identifier>'
        f"<dc:title>A trap</dc:title><dc:language>en</dc:language>{metadata}</metadata><manifest>"
        '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        '<spine toc="ncx"><itemref idref="one"/></spine></package>'
    )
    contents = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>'
        '<meta name="dtb:uid" content="urn:x:1"/></head><docTitle><text>A trap</text></docTitle>'
        '<navMap><navPoint id="n" playOrder="1"><navLabel><text>One</text></navLabel>'
        f'<content src="one.xhtml"/></navPoint>{ncx}</navMap></ncx>'
    )
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": package,
        "EPUB/toc.ncx": contents,
        "EPUB/one.xhtml": page,
    }


def _tree(text: str, end: str, depth: int) -> str:
    return text * depth + end * depth


_WORDS = "the sea was calm and the boat lay still under a sky of lead while they slept".split()


def _prose() -> str:
    return " ".join(_WORDS[(n * n + n // 7) % len(_WORDS)] + str(n % 977) for n in range(400_000))


def _short_paragraphs() -> str:
    prose = _prose()
    return "".join(f"<p>{prose[at : at + 28]}</p>" for at in range(0, 28 * FLOOD, 28))


_REFERENCES = [f"&{chr(97 + n)};" * 10 for n in range(9)]
_BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{each}">' for n, each in enumerate(_REFERENCES))
_ATTRIBUTE = 'a{n}="x"'
_A = "a " * 200

_FLOODS: dict[str, Callable[[], Files]] = {
    # documents, as their grammar has it
    "attributes that are not allowed": lambda: _page(_flood('<p size="3">x</p>')),
    "attributes with wrong values": lambda: _page(_flood('<p dir="up">x</p>')),
    "attributes that are missing": lambda: _page(_flood("<img/>")),
    "elements that are not known": lambda: _page(_flood("<foo/>")),
    "elements of many names": lambda: _page(_flood("<f{n}/>")),
    "attributes of many names": lambda: _page(_flood('<p a{n}="x"/>')),
    "values of many sorts": lambda: _page(_flood('<p dir="a{n}"/>')),
    "elements in wrong places": lambda: _page(_flood("<li>x</li>")),
    "text in wrong places": lambda: _page(f"<ul>{_flood('x<li>x</li>')}</ul>"),
    "lists without items": lambda: _page(_flood("<ol></ol>")),
    "lists in lists": lambda: _page(_flood(_tree("<ul><li>", "</li></ul>", 450), 110)),
    "all on one line": lambda: _page(_flood("<foo/>", joined="")),
    "all on one line, in Greek": lambda: _page(_flood("<foo>αβγδ</foo>", joined="")),
    "ids that are the same": lambda: _page(_flood('<p id="x">x</p>')),
    "ids that are malformed": lambda: _page(_flood('<p id="{n} {n}">x</p>')),
    "data attributes": lambda: _page(_flood('<p data-A="x">x</p>')),
    "attributes of one's own": lambda: _page(
        _flood('<p xmlns:y="http://www.w3.org/y" y:a="x">x</p>')
    ),
    "many attributes each": lambda: _page(f"<p {_flood(_ATTRIBUTE, 290, ' ')}/>" * 1_000),
    "five hundred attributes": lambda: _page(f"<p {_flood(_ATTRIBUTE, 500, ' ')}/>" * 500),
    "interactive in interactive": lambda: _page(_tree("<a href='#x'>", "</a>", 900) * 100),
    "deep and wrong": lambda: _page(_tree("<foo>", "</foo>", 900) * 110),
    "deep and linking": lambda: _page(_tree('<a href="none">', "</a>", 900) * 110),
    "languages that differ": lambda: _page(_flood('<p lang="en" xml:lang="de">x</p>')),
    "languages unknown": lambda: _page(_flood('<p lang="xx-{n}">x</p>')),
    # meaning
    "epub:type unknown": lambda: _page(_flood('<p epub:type="foo">x</p>')),
    "epub:type of many sorts": lambda: _page(_flood('<p epub:type="a{n}">x</p>')),
    "epub:type with prefix": lambda: _page(_flood('<p epub:type="y:foo">x</p>')),
    "notes without way back": lambda: _page(
        _flood('<aside epub:type="footnote" id="n{n}">x</aside>')
    ),
    "note calls": lambda: _page(
        _flood('<a href="#n{n}">{n}</a><aside id="n{n}">x</aside>', FLOOD // 2)
    ),
    "page breaks": lambda: _page(_flood('<span epub:type="pagebreak" id="p{n}"/>')),
    # links
    "links to no file": lambda: _page(_flood('<a href="none{n}.xhtml">x</a>')),
    "links to no part": lambda: _page(_flood('<a href="#none{n}">x</a>')),
    "links without text": lambda: _page(_flood('<a href="one.xhtml"></a>')),
    "links malformed": lambda: _page(_flood('<a href="http://[{n}">x</a>')),
    "links out of the book": lambda: _page(_flood('<a href="../../../{n}.xhtml">x</a>')),
    "links that say nothing": lambda: _page(_flood('<a href="one.xhtml">here</a>')),
    "links alike to many": lambda: _page(_flood('<a href="#a{n}" id="a{n}">more</a>')),
    "links below bases": lambda: _page(_flood('<a xml:base="a/" href="none{n}">x</a>')),
    "pictures without text": lambda: _page(_flood('<img src="a.png"/>')),
    "pictures that are not there": lambda: _page(_flood('<img src="none{n}.png" alt="x"/>')),
    "pictures with one text": lambda: _page(_flood('<img src="p{n}.png" alt="A boat"/>')),
    "pictures from elsewhere": lambda: _page(
        _flood('<img src="https://example.org/{n}.png" alt="x"/>')
    ),
    "choices of pictures": lambda: _page(
        _flood(
            '<picture><source srcset="{n}.x" type="a/b"/><img src="{n}" alt=""/></picture>', 33_000
        )
    ),
    "sources of one film": lambda: _page("<video>" + _flood('<source src="a{n}.x"/>') + "</video>"),
    "addresses of one picture": lambda: _page(
        '<img alt="" srcset="' + _flood("a{n}.png 2x", joined=", ") + '"/>'
    ),
    "scripts": lambda: _page(_flood('<button onclick="x()">x</button>')),
    # structure that is advised
    "headings skipped": lambda: _page(_flood("<h1>x</h1><h4>y</h4>", FLOOD // 2)),
    "headings without text": lambda: _page(_flood("<h2></h2>")),
    "tables without headers": lambda: _page(_flood("<table><tr><td>x</td></tr></table>", 33_000)),
    "one table": lambda: _page(f"<table>{_flood('<tr><th/><td>x</td></tr>', 33_000)}</table>"),
    "spanning cells": lambda: _page(
        "<table>"
        + _flood('<tr><td rowspan="65534" colspan="1000">x</td></tr>', 49_000)
        + "</table>"
    ),
    "controls without label": lambda: _page(_flood('<input type="text"/>')),
    "labelled by many": lambda: _page(
        '<p id="a">x</p>' + _flood(f'<input aria-labelledby="{_A}"/>', 20_000)
    ),
    "access keys": lambda: _page(_flood('<a href="one.xhtml" accesskey="x">x</a>')),
    "faked lists": lambda: _page(_flood("<p>• one<br/>• two<br/>• three</p>", 24_000)),
    "bold paragraphs": lambda: _page(_flood("<p><b>Chapter {n}</b></p>", FLOOD // 2)),
    "words of other languages": lambda: _page(
        _flood("<p>Das ist ein kleiner deutscher Satz, und er hat viele Worte.</p>", 50_000)
    ),
    "formulas": lambda: _page(
        _flood('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>', 49_000)
    ),
    "drawings": lambda: _page(
        _flood('<svg xmlns="http://www.w3.org/2000/svg"><a><g/></a></svg>', 33_000)
    ),
    "a long text": lambda: _page(f"<p>{_prose()}</p>"),
    "a text of short paragraphs": lambda: _page(_short_paragraphs()),
    # styles
    "style attributes": lambda: _page(_flood('<p style="colour:red;position:fixed">x</p>')),
    "style attributes broken": lambda: _page(_flood('<p style="{ {n">x</p>')),
    "style elements": lambda: _page("<p>x</p>", _flood("<style>p { } } a</style>", 90_000)),
    "style errors": lambda: _styled("p { : } \n" * 99_000),
    "style errors of brackets": lambda: _styled("a]b)c} \n" * 99_000),
    "style declarations forbidden": lambda: _styled("p{direction:rtl;position:fixed}\n" * 20_000),
    "style addresses": lambda: _styled(_flood("p{background:url(none{n}.png)}")),
    "style imports": lambda: _styled(_flood("@import 'none{n}.css';")),
    "style faces": lambda: _styled(_flood("@font-face{src:url(none{n}.ttf)}")),
    "style selectors": lambda: _styled(
        _flood(".a{n}>b c,", 50_000, "") + "p{color:#777;background:#777}"
    ),
    "style colours": lambda: _styled(_flood("p.a{n}{color:#888}")),
    "style sizes": lambda: _styled(
        "p{font-size:12pt!important;line-height:9px!important;height:9em}\n" * 9_000
    ),
    "style text": lambda: _styled('p::before{content:"some words"}\n' * 20_000),
    "style blocks": lambda: _styled("{" * 500_000),
    "style media": lambda: _styled("@media all{" * 40_000),
    "style parentheses": lambda: _styled("p{a:" + "(" * 500_000),
    "style escapes": lambda: _styled("p{a:" + "\\41 " * 120_000 + "}"),
    "style comments": lambda: _styled("/**/" * 130_000),
    "style texts open": lambda: _styled("p{a:'\n" * 80_000),
    "style addresses open": lambda: _styled("p{a:url(\n" * 50_000),
    "styles of a fixed page": lambda: _styled(
        "body p,\n" * 50_000 + "p{font-family:x}", _FIXED, _VIEWPORT
    ),
    "coloured words": lambda: _page(
        _flood('<p class="c{n}">x</p>', 49_000),
        "<style>" + _flood(".c{n}{color:#aaa}", 20_000) + "</style>",
    ),
    "selectors of all kinds": lambda: _page(
        _tree("<div>", "</div>", 900) * 100,
        "<style>" + _flood("div div div div div#a{n}{color:#aaa}", 10_000) + "</style>",
    ),
    # the package
    "items that are missing": lambda: _book(
        items=_flood('<item id="i{n}" href="none{n}.xhtml" media-type="application/xhtml+xml"/>')
    ),
    "pictures that are missing": lambda: _book(
        items=_flood('<item id="i{n}" href="p{n}.png" media-type="image/png"/>')
    ),
    "items alike": lambda: _book(items=_flood('<item id="i" href="one.xhtml" media-type="a/b"/>')),
    "items foreign": lambda: _book(items=_flood('<item id="i{n}" href="a{n}" media-type="a/b"/>')),
    "items from elsewhere": lambda: _book(
        items=_flood('<item id="i{n}" href="https://example.org/{n}" media-type="image/png"/>')
    ),
    "items with properties": lambda: _book(
        items=_flood('<item id="i{n}" href="a{n}" media-type="a/b" properties="y:foo bar"/>')
    ),
    "fallbacks in a circle": lambda: _book(
        items=_flood(
            '<item id="i{n}" href="a{n}" media-type="a/b" fallback="j{n}"/>'
            '<item id="j{n}" href="b{n}" media-type="a/b" fallback="i{n}"/>',
            49_000,
        )
    ),
    "one chain of fallbacks": lambda: _book(
        items="".join(
            f'<item id="i{n}" href="a{n}" media-type="a/b" fallback="i{n + 1}"/>\n'
            for n in range(FLOOD)
        )
    ),
    "steps unknown": lambda: _book(spine=_flood('<itemref idref="none{n}"/>')),
    "steps again and again": lambda: _book(spine=_flood('<itemref idref="one"/>')),
    "steps to pictures": lambda: _book(
        items=_flood('<item id="i{n}" href="p{n}.png" media-type="image/png"/>', 49_000),
        spine=_flood('<itemref idref="i{n}"/>', 49_000),
    ),
    "refines in a circle": lambda: _book(
        metadata="".join(
            f'<meta id="m{n}" property="file-as" refines="#m{(n + 1) % FLOOD}">x</meta>\n'
            for n in range(FLOOD)
        )
    ),
    "refines of nothing": lambda: _book(
        metadata=_flood('<meta property="role" refines="#no{n}">x</meta>')
    ),
    "refines of one": lambda: _book(
        metadata=_flood('<meta property="file-as" refines="#id">x</meta>')
    ),
    "properties unknown": lambda: _book(metadata=_flood('<meta property="foo{n}">x</meta>')),
    "creators": lambda: _book(metadata=_flood("<dc:creator>Ada {n}</dc:creator>")),
    "subjects and dates": lambda: _book(
        metadata=_flood("<dc:date>x{n}</dc:date><dc:subject>x</dc:subject>", FLOOD // 2)
    ),
    "identifiers": lambda: _book(metadata=_flood("<dc:identifier>urn:isbn:{n}</dc:identifier>")),
    "languages of the book": lambda: _book(metadata=_flood("<dc:language>x_{n}</dc:language>")),
    "claims": lambda: _book(
        metadata=_flood('<meta property="schema:accessibilityFeature">foo{n}</meta>')
    ),
    "links of the package": lambda: _book(metadata=_flood('<link rel="record" href="none{n}"/>')),
    "collections": lambda: _book(
        after=_flood('<collection role="x{n}"><link href="no"/></collection>', 49_000)
    ),
    "collections in collections": lambda: _book(
        after=_flood(_tree('<collection role="x">', "</collection>", 900), 109)
    ),
    "guides": lambda: _book(
        after="<guide>" + _flood('<reference type="x" href="none{n}"/>') + "</guide>"
    ),
    "prefixes": lambda: (
        _book()
        | {
            "EPUB/package.opf": (_PACKAGE % ("", "", "", "", "")).replace(
                "x: http", _flood("p{n}: http://a.b/{n}", FLOOD, " ") + " x: http"
            )
        }
    ),
    # contents
    "contents that lead nowhere": lambda: _book(
        contents=_flood('<li><a href="no{n}">x</a></li>', 49_000)
    ),
    "contents without words": lambda: _book(
        contents=_flood('<li><a href="one.xhtml"/></li>', 49_000)
    ),
    "contents in contents": lambda: _book(
        contents=_tree('<li><a href="one.xhtml">x</a><ol>', "</ol></li>", 300)
        + _flood('<li><a href="one.xhtml">x</a></li>', 48_000)
    ),
    "contents out of order": lambda: _page(
        _flood('<p id="p{n}">x</p>', 49_000),
        contents="".join(
            f'<li><a href="one.xhtml#p{n}">{n}</a></li>\n' for n in range(49_000, 0, -1)
        ),
    ),
    "lists of contents": lambda: _book(
        navs=_flood('<nav epub:type="x{n}"><ol><li><a href="no">x</a></li></ol></nav>', 24_000)
    ),
    "landmarks": lambda: _book(
        navs='<nav epub:type="landmarks"><ol>'
        + _flood('<li><a epub:type="foo{n}" href="one.xhtml">x</a></li>', 49_000)
        + "</ol></nav>"
    ),
    "pages listed": lambda: _page(
        _flood('<span epub:type="pagebreak" id="p{n}" title="{n}"/>', 49_000),
        navs='<nav epub:type="page-list"><ol>'
        + _flood('<li><a href="one.xhtml#p{n}">{n}</a></li>', 49_000)
        + "</ol></nav>",
    ),
    "EPUB 2, unknown elements": lambda: _old(_PAGE % ("", _flood("<foo/>"))),
    "EPUB 2, unknown attributes": lambda: _old(
        _PAGE % ("", _flood('<p epub:foo="x" x{n}="a">x</p>'))
    ),
    "EPUB 2, contents": lambda: _old(
        _PAGE % ("", "<p>x</p>"),
        _flood('<navPoint><navLabel><text/></navLabel><content src="no{n}"/></navPoint>', 24_000),
    ),
    # many files
    "files that are not listed": lambda: _book() | {f"EPUB/{n}.png": b"x" for n in range(95_000)},
    "files with bad names": lambda: _book() | {f"EPUB/a b:{n}?.": b"x" for n in range(60_000)},
    "files with names alike": lambda: (
        _book() | {f"EPUB/{'aA'[n % 2]}{n // 2}": b"x" for n in range(60_000)}
    ),
    "folders that are empty": lambda: _book() | {f"EPUB/{n}/": b"" for n in range(60_000)},
    "pictures that are broken": lambda: (
        _book(items=_flood('<item id="i{n}" href="p{n}.png" media-type="image/png"/>', FEW))
        | {f"EPUB/p{n}.png": b"x" for n in range(FEW)}
    ),
    "pictures": lambda: (
        _page(
            _flood('<img src="p{n}.png" alt=""/>', FEW),
            items=_flood('<item id="i{n}" href="p{n}.png" media-type="image/png"/>', FEW),
        )
        | {f"EPUB/p{n}.png": _PNG for n in range(FEW)}
    ),
    "pages without any text": lambda: (
        _book(
            items=_flood(
                '<item id="i{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>', 2_000
            ),
            spine=_flood('<itemref idref="i{n}"/>', 2_000),
        )
        | {f"EPUB/{n}.xhtml": "<html/>" for n in range(2_000)}
    ),
    "pages beside a flood of metadata": lambda: (
        _book(
            metadata=_flood('<meta property="x:y">x</meta><link rel="record" href="x"/>', 30_000),
            items=_flood(
                '<item id="i{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>', 1_500
            ),
            spine=_flood('<itemref idref="i{n}"/>', 1_500),
        )
        | {f"EPUB/{n}.xhtml": _PAGE % ("", "<p>x</p>") for n in range(1_500)}
    ),
    "pages that are no XML": lambda: (
        _book(
            items=_flood(
                '<item id="i{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>', 9_000
            ),
        )
        | {f"EPUB/{n}.xhtml": "<html" for n in range(9_000)}
    ),
    # texts that are traps
    "100,000 deep": lambda: _page(_tree("<b>", "</b>", 100_000)),
    "a million elements": lambda: _page("<b/>" * 1_000_000),
    "entity bomb": lambda: _book(
        f'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">{_BOMB}]>' + _PAGE % ("", "&j;")
    ),
    "entity from outside": lambda: _book(
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _PAGE % ("", "&a;")
    ),
    "entities outside": lambda: _book(
        "<!DOCTYPE html ["
        + _flood('<!ENTITY a{n} SYSTEM "{n}">')
        + "]>"
        + _PAGE % ("", _flood("&a{n};"))
    ),
    "instructions": lambda: _page(_flood('<?xml-stylesheet href="none{n}.css"?>')),
    "namespaces": lambda: _page(_flood('<p xmlns:a{n}="http://www.w3.org/{n}"/>')),
    "UTF-16": lambda: (
        _book() | {"EPUB/one.xhtml": (_PAGE % ("", _flood("<foo/>"))).encode("utf-16")}
    ),
    "wrong bytes": lambda: _book() | {"EPUB/one.xhtml": b"\xff" * 5_000_000},
    "bytes wrong everywhere": lambda: (
        _book() | {"EPUB/one.xhtml": (_PAGE % ("", _flood("<foo>\xff</foo>"))).encode("latin-1")}
    ),
    "unknown encoding": lambda: _book(
        '<?xml version="1.0" encoding="klingon"?>' + _PAGE % ("", "")
    ),
    "a long name": lambda: _page(f"<{'a' * 900_000}/>"),
    "a long value": lambda: _page(f"<p class='{'a ' * 900_000}'/>"),
    "a long meaning": lambda: _page(f"<p epub:type='{'b ' * 900_000}'/>"),
    "a long address": lambda: _page('<a href="%sx">x</a>' % ("../" * 900_000)),
    "a long metadata": lambda: _book(metadata=f"<dc:title>{'word ' * 900_000}</dc:title>"),
    "a long number": lambda: _book(
        metadata=f"<dc:identifier>urn:isbn:{'9' * 900_000}</dc:identifier>"
    ),
    "a slow pattern": lambda: _page('<time datetime="%sx">x</time>' % ("1 h " * 90_000)),
}


def _write(make: Callable[[], Files], target: Path) -> None:
    _pack(make(), target)


def _pack(files: Files, target: Path) -> None:
    with zipfile.ZipFile(target, "w", compresslevel=1) as book:
        for name, content in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(name), content, kind)


def _gigabyte(target: Path) -> None:
    """A page of a gigabyte, which takes little more than a megabyte when packed."""
    _pack(_book(), target)
    info = zipfile.ZipInfo("EPUB/two.xhtml")
    info.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "a") as book, book.open(info, "w", force_zip64=True) as page:
        for _ in range(1_000):
            page.write(b"<p>x</p>" * 125_000)


def _wordy_gigabyte(target: Path) -> None:
    """A page of some hundred megabytes that is packed no tighter than text is."""
    files = _book()
    head, _, tail = str(files.pop("EPUB/one.xhtml")).partition("<p>")
    _pack(files, target)
    info = zipfile.ZipInfo("EPUB/one.xhtml")
    info.compress_type = zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "a") as book, book.open(info, "w", force_zip64=True) as page:
        page.write(head.encode())
        text = f"<p>{_prose()}</p>".encode()
        for _ in range(60):
            page.write(text)
        page.write(b"<p>" + tail.encode())


def _changed(change: Callable[[bytearray], None]) -> Writer:
    def write(target: Path) -> None:
        _pack(_book(), target)
        content = bytearray(target.read_bytes())
        change(content)
        target.write_bytes(content)

    return write


def _lie(content: bytearray) -> None:
    """The directory says that a page has ten bytes."""
    at = content.rindex(b"EPUB/one.xhtml") - 46
    struct.pack_into("<I", content, at + 24, 10)


def _encrypt(content: bytearray) -> None:
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        content[at + 8] |= 1


def _overlap(content: bytearray) -> None:
    """All entries of the directory lead to one place."""
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        struct.pack_into("<I", content, at + 42, 0)


def _repeat(target: Path) -> None:
    with zipfile.ZipFile(target, "w") as book, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in [*_book().items(), *[("EPUB/one.xhtml", "x")] * 60_000]:
            book.writestr(zipfile.ZipInfo(name), content)


def _many(target: Path) -> None:
    _pack(_book() | {f"{number}": b"" for number in range(200_000)}, target)


def _cut(target: Path) -> None:
    _pack(_book(), target)
    target.write_bytes(target.read_bytes()[:-30])


def _pdf(target: Path) -> None:
    target.write_bytes(b"%PDF-1.7" * 1_000)


def _nothing(target: Path) -> None:
    target.touch()


def _folder(target: Path) -> None:
    target.mkdir()


def _climbing(target: Path) -> None:
    _pack(_book() | {f"../../{n}": b"x" for n in range(50_000)} | {"/etc/x": b"x"}, target)


_ARCHIVES: dict[str, Writer] = {
    "a gigabyte of a page": _gigabyte,
    "a large page of words": _wordy_gigabyte,
    "a size that lies": _changed(_lie),
    "entries encrypted": _changed(_encrypt),
    "entries over each other": _changed(_overlap),
    "names above the root": _climbing,
    "200,000 entries": _many,
    "one name, 60,000 times": _repeat,
    "not a zip": _pdf,
    "cut short": _cut,
    "nothing": _nothing,
    "a folder": _folder,
}
if hasattr(os, "mkfifo"):
    _ARCHIVES["a pipe"] = os.mkfifo


def names(part: Iterable[str]) -> list[str]:
    """The books whose names have one of these words in them; all where there is none."""
    words = [each.lower() for each in part]
    return [name for name in traps() if not words or any(word in name.lower() for word in words)]


if __name__ == "__main__":
    _first[0] = int(sys.argv[3])
    traps()[sys.argv[1]](Path(sys.argv[2]))
