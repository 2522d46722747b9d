"""Books that are broken in one way each: named by what is wrong, with our rule for it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

from epubforge.package.container import write_container
from package.books import sample_publication

Files = Mapping[str, bytes]
PACKAGE = "OEBPS/package.opf"
CONTAINER = "META-INF/container.xml"
PAGE = "OEBPS/text/one.xhtml"


def good_bytes() -> bytes:
    """The sample book."""
    out = io.BytesIO()
    write_container(sample_publication(), out)
    return out.getvalue()


def good_files() -> dict[str, bytes]:
    """The sample book's entries."""
    with zipfile.ZipFile(io.BytesIO(good_bytes())) as book:
        return {name: book.read(name) for name in book.namelist()}


def packed(files: Files, *, deflate_mimetype: bool = False) -> bytes:
    """The entries as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in files.items():
            stored = name == "mimetype" and not deflate_mimetype
            book.writestr(name, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def without(name: str) -> bytes:
    """The sample book less one entry."""
    return packed({n: content for n, content in good_files().items() if n != name})


def changed(name: str, old: bytes, new: bytes) -> bytes:
    """The sample book with other bytes in one entry."""
    files = good_files()
    assert old in files[name]
    return packed({**files, name: files[name].replace(old, new)})


def mimetype_last() -> bytes:
    """The sample book with its first entry at the end."""
    files = good_files()
    return packed(
        {**{n: c for n, c in files.items() if n != "mimetype"}, "mimetype": files["mimetype"]}
    )


def extra_field() -> bytes:
    """The sample book as `zip` without -X would pack it."""
    files, out = good_files(), io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<HHB", 0x5455, 1, 0)
            book.writestr(info, content)
    return out.getvalue()


def flipped(name: str) -> bytes:
    """The sample book, one byte of an entry's data another."""
    content = bytearray(good_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        info = book.getinfo(name)
    content[info.header_offset + 30 + len(name) + info.compress_size // 2] ^= 0xFF
    return bytes(content)


BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "C002"),
    "too short": (lambda: b"PK\x03\x04", "C002"),
    "no zip": (lambda: b"%PDF-1.7 " * 20, "C003"),
    "cut short": (lambda: good_bytes()[:-200], "C004"),
    "no mimetype": (lambda: without("mimetype"), "C008"),
    "mimetype last": (mimetype_last, "C008"),
    "extra field": (extra_field, "C009"),
    "wrong mimetype": (lambda: changed("mimetype", b"epub", b"EPUB"), "C010"),
    "line end in mimetype": (lambda: changed("mimetype", b"zip", b"zip\n"), "C010"),
    "no container.xml": (lambda: without(CONTAINER), "C011"),
    "no rootfile": (lambda: changed(CONTAINER, b"oebps-package", b"other"), "C012"),
    "no package": (lambda: without(PACKAGE), "C013"),
    "container not well-formed": (lambda: changed(CONTAINER, b"</rootfiles>", b""), "C014"),
    "package not well-formed": (lambda: changed(PACKAGE, b"</manifest>", b""), "C014"),
    "page not well-formed": (lambda: changed(PAGE, b"</h1>", b""), "C014"),
    "unknown entity": (lambda: changed(PAGE, b"Text", b"a&nbsp;b"), "C014"),
    "missing picture": (lambda: without("OEBPS/images/ada.jpg"), "C015"),
}
"""What is wrong, the book, and the one code that we must say."""
