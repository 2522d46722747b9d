"""A small book that has one of everything that an inventory tells."""

from __future__ import annotations

from pathlib import Path

from checks.finished_books import write_book
from epubforge.inventory.take import Inventory, take_inventory
from epubforge.package.open import open_epub

BLOCKS = {
    "metadata": """<dc:title id="sub">A test of everything</dc:title>
<meta refines="#sub" property="title-type">subtitle</meta>
<dc:creator id="who">Ada Lovelace</dc:creator>
<meta refines="#who" property="role" scheme="marc:relators">aut</meta>
<meta refines="#who" property="file-as">Lovelace, Ada</meta>
<dc:identifier>urn:isbn:9783869306895</dc:identifier>
<dc:subject>Engines</dc:subject>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
""",
    "items": """<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="a.png" media-type="image/png" properties="cover-image"/>
<item id="c" href="a.css" media-type="text/css"/>
""",
    "spine": '<itemref idref="two" linear="no"/>\n',
    "contents": '<li><a href="two.xhtml">Two</a></li>\n',
    "navs": '<nav epub:type="landmarks"><ol><li><a epub:type="bodymatter" href="one.xhtml">Start'
    '</a></li></ol></nav>\n<nav epub:type="page-list"><ol><li><a href="one.xhtml#p1">1</a></li>'
    "</ol></nav>\n",
    "body": '<p id="p1">Four words are here.</p><p><img src="a.png" alt="A wheel"/></p>\n',
    "EPUB/two.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>2</title></head>'
    '<body><p>Two.</p><p><img src="a.png"/></p></body>',
    "EPUB/a.png": "hex "
    "89504e470d0a1a0a0000000d494844520000001e00000014080200000015c91a9300000017494441"
    "54789c63601805a360148c8251300a4601320000071c000178468c080000000049454e44ae426082",
    "EPUB/a.css": "p { margin: 0 }\n",
}


def small_book(folder: Path) -> Path:
    """The book, in a folder."""
    return write_book(BLOCKS, folder / "small.epub")


def small_inventory(folder: Path) -> Inventory:
    """What is in it."""
    file = small_book(folder)
    return take_inventory(open_epub(file).value, file.stat().st_size).inventory
