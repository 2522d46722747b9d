"""Books for the real Ace, and what it says of them: one run for all tests that look at it."""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from epubforge.ace.check import check_books
from epubforge.diagnostics import Diagnostic
from epubforge.package.open import open_epub
from epubforge.package.write import write
from epubforge.source import EntryPlace
from package.books import sample_publication

FOLDERS = (Path(sys.prefix) / "ace",)
"""Where `make test` has npm put Ace."""

PAGE = "EPUB one/text/a page Ж.xhtml"
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB one/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
""",
    "EPUB one/package.opf": """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:x:bad</dc:identifier><dc:title>Bad</dc:title>
<dc:language>en</dc:language><meta property="dcterms:modified">2026-01-31T12:00:00Z</meta>
<meta property="schema:accessMode">telepathic</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/a%20page%20%D0%96.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="one"/></spine></package>
""",
    "EPUB one/nav.xhtml": """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en">
<head><title>Contents</title></head><body><nav epub:type="toc" role="doc-toc"><ol>
<li><a href="text/a%20page%20%D0%96.xhtml">One</a></li></ol></nav></body></html>
""",
    PAGE: """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title></title><style>.pale { color: #ccc; background: #fff }</style></head>
<body><h1>One</h1>
<p>Жінка <img src="data:image/gif;base64,R0lGODlhAQABAAAAADs="/> and another
<img id="second" src="data:image/gif;base64,R0lGODlhAQABAAAAADs="/></p>
<p class="pale">Pale, and <a href="#there"></a>.</p>
<h4 id="there">Low</h4>
<section epub:type="chapter"><p>In it</p></section>
<table><tr><th></th><td>1</td></tr></table>
</body></html>
""",
}


def packed(files: dict[str, str], target: Path) -> Path:
    """The entries as an archive."""
    with zipfile.ZipFile(target, "w") as book:
        for name, text in files.items():
            book.writestr(name, text)
    return target


@dataclass(frozen=True, slots=True)
class Said:
    """A book, and what Ace said of it."""

    book: Path
    found: tuple[Diagnostic, ...]

    def at(self, code: str) -> list[EntryPlace]:
        """Where it said that."""
        return [
            each.place
            for each in self.found
            if each.source_code == code and isinstance(each.place, EntryPlace)
        ]


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    """Of a good book, a bad one, one that would be written outside its folder, and none at all."""
    folder = tmp_path_factory.mktemp("books")
    good = folder / "good Ж.epub"
    write(sample_publication(), good)
    books = {
        "good": good,
        "bad": packed(FILES, folder / "a bad book.epub"),
        "leading outside": packed({**FILES, "../x.txt": "x"}, folder / "outside.epub"),
        "no book": folder / "none.epub",
    }
    books["no book"].write_text("no book, but long enough to have its first bytes " * 2)
    archives = [open_epub(path).value for path in books.values()]
    found = check_books(archives, 120, FOLDERS)
    return {name: Said(books[name], said) for name, said in zip(books, found, strict=True)}
