"""Strangers' files: opened safely, with one clear finding."""

from __future__ import annotations

import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epubforge.checks.runner import run_archive
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.package.open import open_epub
from epubforge.source import EntryPlace
from package.broken import BROKEN, flipped, good_bytes, good_files, packed

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and signals of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the book lies."""
    return tmp_path / "book.epub"


def everything(path: Path) -> list[Diagnostic]:
    """What opening finds, and then the rules."""
    opened = open_epub(path)
    return [*opened.found, *run_archive(opened.value)]


def codes(path: Path) -> list[str]:
    """The codes of all that is found, notes left out."""
    return [d.rule.code for d in everything(path) if d.grade is not Severity.NOTE]


def test_our_own_book_opens_without_a_finding(path: Path) -> None:
    """Entries come in the order they lie in the file, and can be read."""
    path.write_bytes(good_bytes())
    opened = open_epub(path)
    assert opened.found == ()
    files = good_files()
    assert opened.value.names == tuple(files)
    assert {name: opened.value.read(name) for name in opened.value.names} == files


@pytest.mark.parametrize("name", BROKEN)
def test_each_fault_has_one_finding(name: str, path: Path) -> None:
    """What is wrong is said once, by its own rule."""
    make, code = BROKEN[name]
    path.write_bytes(make())
    assert codes(path).count(code) == 1


def test_names_are_compared_in_nfc(path: Path) -> None:
    """A manifest that decomposes a letter which the archive composes means the same file."""
    files = good_files()
    files["OEBPS/text/\u00fc.xhtml"] = files.pop("OEBPS/text/one.xhtml")
    package = files["OEBPS/package.opf"]
    assert b"text/one.xhtml" in package
    files["OEBPS/package.opf"] = package.replace(b"text/one.xhtml", b"text/u%CC%88.xhtml")
    path.write_bytes(packed(files))
    assert "C015" not in codes(path)


def test_the_place_of_a_fault_is_told(path: Path) -> None:
    """A page that is no XML is named with line and column; a missing file at its manifest line."""
    files = good_files()
    files["OEBPS/text/one.xhtml"] = b"<html>\n<p>one<br>two</p>\n</html>"
    del files["OEBPS/images/ada.jpg"]
    path.write_bytes(packed(files))
    page, picture = (d for d in everything(path) if d.rule.code in {"C014", "C015"})
    assert page.place == EntryPlace(path.as_posix(), "OEBPS/text/one.xhtml", 2, 16)
    assert page.message == "OEBPS/text/one.xhtml is not well-formed XML: mismatched tag"
    lines = files["OEBPS/package.opf"].decode().splitlines()
    (at,) = [n for n, line in enumerate(lines, 1) if 'href="images/ada.jpg"' in line]
    assert picture.place == EntryPlace(path.as_posix(), "OEBPS/package.opf", at, 5)
    assert picture.message.startswith("OEBPS/images/ada.jpg is listed in the manifest")


@POSIX
@pytest.mark.parametrize("kind", ["absent", "folder", "pipe", "device"])
def test_what_is_no_file_is_refused_at_once(kind: str, path: Path) -> None:
    """A folder, a pipe, a device, nothing at all: named, and never waited for."""
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case _:
            pass
    opened = open_epub(path)
    assert [d.rule.code for d in opened.found] == ["C001"]
    assert opened.found[0].message.startswith(f"{path} cannot be opened: ")
    assert opened.value.entries == ()


def test_a_name_with_a_zero_byte_is_refused() -> None:
    """No system has such files."""
    assert codes(Path("a\x00.epub")) == ["C001"]


def test_an_encrypted_entry_is_named(path: Path) -> None:
    """The zip password that EPUB does not know; the entry is not tried."""
    content = bytearray(good_bytes())
    for signature, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.index(b"OEBPS/text/one.xhtml", content.index(signature))
        header = content.rindex(signature, 0, at)
        content[header + flags] |= 1
    path.write_bytes(content)
    (found,) = open_epub(path).found
    assert (found.rule.code, found.message) == (
        "C006",
        "OEBPS/text/one.xhtml is encrypted by the zip program",
    )


def test_what_a_shop_encrypts_is_not_called_damaged(path: Path) -> None:
    """Content that META-INF/encryption.xml names cannot be XML before it is decrypted."""
    files = good_files()
    files["OEBPS/text/one.xhtml"] = bytes(range(256))
    files["META-INF/encryption.xml"] = (
        b'<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        b'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
        b'<e:CipherReference URI="OEBPS/text/one.xhtml"/></e:CipherData></e:EncryptedData>'
        b"</encryption>"
    )
    path.write_bytes(packed(files))
    assert codes(path) == []


def test_a_changed_byte_is_noticed(path: Path) -> None:
    """An entry that does not match its checksum is told of, and read all the same."""
    path.write_bytes(flipped("OEBPS/text/one.xhtml"))
    (found,) = (d for d in everything(path) if d.rule.code == "C261")
    assert found.message.startswith("OEBPS/text/one.xhtml has not the size or the checksum")


def test_an_entry_that_would_fill_the_memory_is_not_unpacked(path: Path) -> None:
    """A kilobyte that says it is a hundred megabytes is a trap."""
    path.write_bytes(packed({**good_files(), "OEBPS/bomb.css": bytes(100_000_000)}))
    (found,) = open_epub(path).found
    assert (found.rule.code, found.message) == (
        "C005",
        f"{path} is not opened: OEBPS/bomb.css says it unpacks to 95 MB",
    )


def test_entries_over_each_other_are_a_trap(path: Path) -> None:
    """Two names for the same bytes make a small file unpack to a large one."""
    content = bytearray(good_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        first, second = (book.getinfo(f"OEBPS/images/{n}.jpg") for n in ("cover", "ada"))
    directory = content.rindex(b"OEBPS/images/ada.jpg") - 46
    struct.pack_into("<I", content, directory + 42, first.header_offset + 10)
    assert second.header_offset != first.header_offset
    path.write_bytes(content)
    assert codes(path) == ["C005"]


def test_a_directory_that_lies_about_its_size_is_not_read(path: Path) -> None:
    """Before the directory is read, it is asked how large it says it is."""
    content = bytearray(good_bytes())
    struct.pack_into("<I", content, content.rindex(b"PK\x05\x06") + 12, 0x7FFFFFFF)
    path.write_bytes(content)
    assert codes(path) == ["C005"]


def test_an_archive_without_entries_is_no_book(path: Path) -> None:
    """An empty zip file is short and says nothing."""
    path.write_bytes(b"PK\x05\x06" + bytes(18) + b"")
    assert codes(path) == ["C002"]
    path.write_bytes(b"PK\x05\x06" + bytes(16) + b"\x40\x00" + bytes(64))
    assert codes(path) == ["C008", "C011"]


def test_a_large_archive_of_the_newer_kind_opens(path: Path) -> None:
    """More than 65,535 entries need ZIP64, which EPUB allows."""
    with zipfile.ZipFile(path, "w") as book:
        for name, content in good_files().items():
            book.writestr(name, content)
        for number in range(65_600):
            book.writestr(f"x/{number}", b"")
    opened = open_epub(path)
    assert [d.rule.code for d in opened.found] == []
    assert len(opened.value.entries) == 65_600 + len(good_files())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_damage_is_survived(path: Path, data: st.DataObject) -> None:
    """Bytes changed, cut out or cut off anywhere give findings or none, never an exception."""
    content = bytearray(good_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["change", "cut out", "cut off"])):
            case "change":
                content[at] = data.draw(st.integers(0, 255))
            case "cut out":
                del content[at : at + data.draw(st.integers(1, 50))]
            case _:
                del content[max(1, at) :]
        if not content:
            break
    path.write_bytes(content)
    for found in everything(path):
        assert found.message
