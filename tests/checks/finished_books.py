"""Finished books for the rules' case files: a sound one, with what a case puts in or changes.

A block is a place of the sound book (`metadata`, `items`, `properties`, `toc`, `spine`, `step`,
`contents`, `navs`, `html`, `head`, `body`, `after`, `rootfiles`, `package`, `metadata of epub 2`)
or a file's path. A path that ends in .png, .jpg, .gif or .webp holds the size of a picture that is
drawn, and what it is like, as `drawn` has it; a GIF may be `frames 60 x 60 of 100 ms once:` or
`… for ever:` and its colours. `hex` and `utf-16` before a text say how it is to be taken. A block
`epub2` asks for a book of EPUB 2, `damaged` names a file whose bytes are changed, `unpackable` one
that is said to be packed.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from PIL import Image

from checks.drawn import drawn
from epubforge.diagnostics import Diagnostic
from epubforge.source import EntryPlace

CONTAINER = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
{rootfiles}</rootfiles>
{links}</container>
"""
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"{package}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:x-test:1</dc:identifier>
<dc:title id="title">A test</dc:title>
<dc:language>en</dc:language>
{modified}
{metadata}</metadata>
<manifest>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"{properties}/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}</manifest>
<spine{toc}>
<itemref idref="one"{step}/>
{spine}</spine>
{after}</package>
"""
NAVIGATION = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Contents</title></head>
<body>
<nav epub:type="toc"><ol>
<li><a href="one.xhtml">One</a></li>
{contents}</ol></nav>
{navs}</body>
</html>
"""
PAGE = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{html}>
<head><title>One</title>
{head}</head>
<body>
<h1>One</h1>
{body}</body>
</html>
"""
PACKAGE_2 = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:identifier id="id">urn:x-test:1</dc:identifier>
<dc:title>A test</dc:title>
<dc:language>en</dc:language>
{metadata}</metadata>
<manifest>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
{items}</manifest>
<spine toc="ncx"{toc}>
<itemref idref="one"{step}/>
{spine}</spine>
{after}</package>
"""
NCX = """<?xml version="1.0"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="urn:x-test:1"/></head>
<docTitle><text>A test</text></docTitle>
<navMap>
<navPoint id="n1" playOrder="1">
<navLabel><text>One</text></navLabel><content src="one.xhtml"/></navPoint>
{contents}</navMap>
{navs}</ncx>
"""
PAGE_2 = PAGE.replace(' xmlns:epub="http://www.idpf.org/2007/ops"', "")
MODIFIED = '<meta property="dcterms:modified">2026-01-31T12:00:00Z</meta>'


def write_book(blocks: dict[str, str], target: Path) -> Path:
    """The book of a case."""
    with zipfile.ZipFile(target, "w") as book:
        for name, content in files(blocks).items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            book.writestr(info, content)
    if "damaged" in blocks:
        _damage(target, files(blocks)[blocks["damaged"].strip()])
    if "unpackable" in blocks:
        _call_deflated(target, blocks["unpackable"].strip())
    return target


def _call_deflated(target: Path, name: str) -> None:
    """A stored file that the archive says is packed."""
    book = bytearray(target.read_bytes())
    for header, method in ((30, 8), (46, 10)):
        at = book.index(name.encode()) if header == 30 else book.rindex(name.encode())
        book[at - header + method] = 8
    target.write_bytes(book)


def _damage(target: Path, content: bytes) -> None:
    """Another byte in the middle of a file, whose checksum stays."""
    book = bytearray(target.read_bytes())
    book[book.index(content) + len(content) // 2] ^= 1
    target.write_bytes(book)


def files(blocks: dict[str, str]) -> dict[str, bytes]:
    """Its files by their names, mimetype first; a file whose block says `absent` is left out."""
    texts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        **(_two() if "epub2" in blocks else _three()),
    }
    found = {name: _filled(text, blocks).encode() for name, text in texts.items()}
    for name, text in blocks.items():
        if "/" in name or "." in name:
            found[name] = _content(name, text)
    return {name: content for name, content in found.items() if content != b"absent\n"}


def _three() -> dict[str, str]:
    return {"EPUB/package.opf": PACKAGE, "EPUB/nav.xhtml": NAVIGATION, "EPUB/one.xhtml": PAGE}


def _two() -> dict[str, str]:
    return {"EPUB/package.opf": PACKAGE_2, "EPUB/toc.ncx": NCX, "EPUB/one.xhtml": PAGE_2}


def _filled(text: str, blocks: dict[str, str]) -> str:
    """Attributes go in with a blank before them; all else as it stands."""
    attributes = {"package", "properties", "toc", "step", "html"}

    def block(found: re.Match[str]) -> str:
        name = found[1]
        value = blocks.get(name, MODIFIED if name == "modified" else "")
        return f" {value.strip()}" if name in attributes and value.strip() else value

    return re.sub(r"\{([a-z]+)\}", block, text)


def _content(name: str, text: str) -> bytes:
    if text.startswith("frames "):
        return _moving(text)
    picture = drawn(name, text)
    if picture is not None:
        return picture
    if text.startswith("utf-16 "):
        return text[7:].encode("utf-16")
    if text.startswith("hex "):
        return bytes.fromhex(text[4:])
    return text.encode()


def _moving(text: str) -> bytes:
    """A GIF of plain frames."""
    told = re.fullmatch(r"frames (\d+) x (\d+) of (\d+) ms (once|for ever): (.*)\n", text)
    assert told
    size = (int(told[1]), int(told[2]))
    frames = [Image.new("RGB", size, colour) for colour in told[5].split()]
    often = {"loop": 0} if told[4] == "for ever" else {}
    out = io.BytesIO()
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=int(told[3]), **often
    )
    return out.getvalue()


def lines(found: tuple[Diagnostic, ...]) -> list[str]:
    """Findings as a case writes them; what is merely noted of unused files is left out."""
    told = [d for d in found if d.rule.code not in {"L052", "C190"}]
    return [_line(d) for d in told or found]


def _line(found: Diagnostic) -> str:
    place = found.place
    assert isinstance(place, EntryPlace)
    where = ":".join(str(each) for each in (place.entry, place.line, place.column) if each)
    return f"{where} {found.grade.value} {found.rule.code} {found.rule.name}: {found.message}"
