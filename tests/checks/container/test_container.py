"""The rules on the names in a finished EPUB, on real archives."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from epubforge.checks.runner import run_archive
from epubforge.diagnostics import Diagnostic
from epubforge.model.archive import Archive, ArchiveEntry
from epubforge.source import EntryPlace


def archive(*names: str) -> Archive:
    """An archive of empty files with these names, as its directory lists them."""
    return Archive("a.epub", tuple(ArchiveEntry(name, 0, 0, 0, 0, 0) for name in names))


def found(*names: str) -> list[tuple[str | None, str | None]]:
    """What is found: the EPUBCheck message, and the entry."""
    return [(each.rule.equivalent, _entry(each)) for each in run_archive(archive(*names))]


def _entry(diagnostic: Diagnostic) -> str | None:
    assert isinstance(diagnostic.place, EntryPlace)
    assert diagnostic.place.book == "a.epub"
    return diagnostic.place.entry


@pytest.mark.parametrize(
    "names",
    [
        ("mimetype", "META-INF/container.xml", "OEBPS/package.opf", "OEBPS/text/a.xhtml"),
        ("OEBPS/", "OEBPS/images/", "OEBPS/images/a.jpg"),
        ("a/x.txt", "b/x.txt", "a.b/x..txt"),
        (".hidden", "a-b_c(1)~!$&'+,;=@[]{}^`#%.txt"),
    ],
)
def test_sound_names(names: Sequence[str]) -> None:
    """Names that EPUB allows and every system stores are let pass."""
    assert found(*names) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.txt", "a.txt"),
        ("x/a.txt", "x/A.TXT"),
        ("Straße.txt", "STRASSE.txt"),
        ("é.txt", "e\u0301.txt"),
        ("É.txt", "e\u0301.txt"),
    ],
)
def test_repeated_name(first: str, second: str) -> None:
    """The second of two names that fold to one is found."""
    assert ("OPF-060", second) in found(first, second)


def test_message_of_a_repeated_name() -> None:
    """Both names are named; of equal ones the one."""
    made = [each.message for each in run_archive(archive("a", "A", "a"))]
    assert made == ["A and a are one file to many systems", "a is in the book twice"]


@pytest.mark.parametrize("sign", [*'"*:<>?\\|', "\x01", "\x7f"])
def test_forbidden_ascii(sign: str) -> None:
    """Signs that file systems need for themselves."""
    assert found(f"x/a{sign}b.txt") == [("PKG-009", f"x/a{sign}b.txt")]


@pytest.mark.parametrize(
    "sign",
    ["\x9f", "\ue000", "\ufdd0", "\ufffd", "\uffff", "\U0001fffe", "\U000e0001", "\U00100000"],
)
def test_forbidden_beyond_ascii(sign: str) -> None:
    """Controls, private and non-characters; that they are not ASCII is said as well."""
    assert found(f"a{sign}.txt") == [("PKG-009", f"a{sign}.txt"), ("PKG-012", f"a{sign}.txt")]


def test_message_of_a_forbidden_sign() -> None:
    """Each sign is named once, with its number."""
    assert [each.message for each in run_archive(archive("a?*?"))] == [
        "the name a?*? holds * (U+002A), ? (U+003F)"
    ]


@pytest.mark.parametrize("name", ["a b.txt", "a b/c.txt"])
def test_space(name: str) -> None:
    """A space in the name of a file or of its folder."""
    assert found(name) == [("PKG-010", name)]


def test_space_beyond_ascii() -> None:
    """A no-break space is a space too."""
    assert found("a\u00a0b.txt") == [("PKG-012", "a\u00a0b.txt"), ("PKG-010", "a\u00a0b.txt")]


def test_full_stop() -> None:
    """A file that ends with a full stop; a folder may."""
    assert found("x/the-end.", "dir./a.txt") == [("PKG-011", "x/the-end.")]


def test_letters_beyond_ascii() -> None:
    """They are only noted."""
    assert found("schächte.txt") == [("PKG-012", "schächte.txt")]


def test_empty_folders() -> None:
    """A folder without files is found, also one that holds only such folders."""
    assert found("a/", "a/b/", "c/", "c/d/x.txt") == [("PKG-014", "a/"), ("PKG-014", "a/b/")]


def test_real_archive(tmp_path: Path) -> None:
    """The rules ask a file on the disk as they ask a list of names."""
    from epubforge.package.open import open_epub

    book = tmp_path / "a.epub"
    with zipfile.ZipFile(book, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr("x y.txt", "")
    opened = open_epub(book)
    assert [each.rule.code for each in run_archive(opened.value)] == ["C022"]
