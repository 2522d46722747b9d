"""The negative control: a book known to be bad, which Ace must report as bad."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from epubforge.ace.earl import ReportUnreadable, read_report
from epubforge.ace.run import RunFailed, RunTooSlow, run
from epubforge.ace.tool import INSTALL, Tool, ToolMissing

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
</manifest><spine><itemref idref="nav"/></spine></package>
"""
_PAGE = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Control</title></head>
<body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Here</a></li></ol></nav>
<p style="color: #ddd; background: #fff">pale <img src="data:image/gif;base64,R0lGODlhAQABAAAAADs="
/></p></body></html>
"""
_FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": _CONTAINER,
    "package.opf": _PACKAGE,
    "nav.xhtml": _PAGE,
}
_FAULTS = frozenset(
    {
        ("metadata-accessmode", "package.opf"),  # Ace's own rules
        ("image-alt", "nav.xhtml"),  # axe: an element of the page
        ("color-contrast", "nav.xhtml"),  # axe: what the browser has drawn
    }
)
"""One fault for each thing that Ace leans on."""


def prove(tool: Tool, timeout: float, environment: Mapping[str, str]) -> None:
    """Raise ToolMissing unless Ace reports every fault of a book made to be bad."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "control.epub"
        _write(book)
        try:
            failed = read_report(run(tool, book, timeout, environment)).failed
        except RunTooSlow as error:
            raise ToolMissing(_broken(f"it took more than {timeout:g} s over one page")) from error
        except (RunFailed, ReportUnreadable) as error:
            raise ToolMissing(_broken(str(error))) from error
    missed = _FAULTS - {(each.code, each.subject) for each in failed}
    if missed:
        codes = ", ".join(sorted(code for code, _ in missed))
        raise ToolMissing(_broken(f"it did not report {codes} in a book made to be bad"))


def _write(book: Path) -> None:
    with ZipFile(book, "w", ZIP_STORED) as out:
        for name, text in _FILES.items():
            out.writestr(name, text)


def _broken(why: str) -> str:
    return f"Ace is here but does not work: {why}; install it anew: {INSTALL}"
