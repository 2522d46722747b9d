"""The negative control: a book known to be bad, which EPUBCheck must report as bad."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from epubforge.epubcheck.engine import CheckFailed, CheckTooSlow, Engine
from epubforge.epubcheck.messages import Message
from epubforge.epubcheck.tool import INSTALL, ToolMissing

_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
_PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:x:control</dc:identifier><dc:title>Control</dc:title>
<dc:language>en</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="bad.css" media-type="text/css"/></manifest>
<spine><itemref idref="nav"/></spine></package>
"""
_PAGE = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Control</title><link rel="stylesheet" href="bad.css"/></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Here</a></li></ol></nav>
<p><div>a block in a paragraph</div><a href="nowhere.xhtml">to nowhere</a></p></body></html>
"""
_FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": _CONTAINER,
    "package.opf": _PACKAGE,
    "nav.xhtml": _PAGE,
    "bad.css": "p { color red; }",
}
_FAULTS = frozenset(
    {
        ("RSC-005", "package.opf"),  # Schematron: no date of modification
        ("RSC-005", "nav.xhtml"),  # RELAX NG: a block in a paragraph
        ("RSC-007", "nav.xhtml"),  # EPUBCheck itself: a link to nowhere
        ("CSS-008", "bad.css"),  # the CSS parser
    }
)
"""One fault for each library that EPUBCheck leans on: without one it may still say "no errors"."""


def prove(engine: Engine, timeout: float) -> None:
    """Raise ToolMissing unless EPUBCheck reports every fault of a book made to be bad."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "control.epub"
        _write(book)
        try:
            messages = engine.check(book, timeout)
        except CheckTooSlow as error:
            raise ToolMissing(f"EPUBCheck did not start within {timeout:.0f} s") from error
        except CheckFailed as error:
            raise ToolMissing(_broken(str(error))) from error
    missed = _FAULTS - {_fault(message) for message in messages}
    if missed:
        codes = ", ".join(sorted({code for code, _ in missed}))
        raise ToolMissing(_broken(f"it did not report {codes} in a book made to be bad"))


def _write(book: Path) -> None:
    with ZipFile(book, "w", ZIP_STORED) as out:
        for name, text in _FILES.items():
            out.writestr(name, text)


def _fault(message: Message) -> tuple[str, str]:
    return message.code, message.entry or ""


def _broken(why: str) -> str:
    return f"EPUBCheck is here but does not work: {why}; install it anew: {INSTALL}"
