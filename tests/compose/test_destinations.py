"""Which file a destination names."""

from __future__ import annotations

import time

import pytest

from epubforge.compose.destinations import Files, Named, leaves_the_project

FILES = Files(
    [
        "manuscript/01-a.md",
        "manuscript/part/02-b.md",
        "manuscript/a b#c.md",
        "manuscript/100%25.md",
        "manuscript/50%.md",
        "manuscript/été.md",
        "images/Ada.jpg",
        "manuscript/images/near.jpg",
    ],
    "manuscript",
)
HERE = "manuscript/part/02-b.md"
TOP = "manuscript/01-a.md"


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("../01-a.md", HERE, Named("manuscript/01-a.md", "")),
        ("./02-b.md", HERE, Named(HERE, "")),
        ("part/02-b.md#sum", TOP, Named(HERE, "sum")),
        ("manuscript/01-a.md", HERE, Named(TOP, "")),
        ("images/Ada.jpg", TOP, Named("images/Ada.jpg", "")),
        ("images/near.jpg", HERE, Named("manuscript/images/near.jpg", "")),
        ("../images/Ada.jpg", TOP, Named("images/Ada.jpg", "")),
        ("a b#c.md", TOP, Named("manuscript/a b#c.md", "")),
        ("a%20b%23c.md", TOP, Named("manuscript/a b#c.md", "")),
        ("a b#c.md#d", TOP, Named("manuscript/a b#c.md", "d")),
        ("a%20b%23c.md#d", TOP, Named("manuscript/a b#c.md", "d")),
        ("100%25.md", TOP, Named("manuscript/100%25.md", "")),
        ("50%25.md", TOP, Named("manuscript/50%.md", "")),
        ("50%.md", TOP, Named("manuscript/50%.md", "")),
        ("e\u0301te\u0301.md", TOP, Named("manuscript/été.md", "")),
        ("%C3%A9t%C3%A9.md", TOP, Named("manuscript/été.md", "")),
        ("../images/ada.JPG", TOP, Named("images/Ada.jpg", "", as_spelled=False)),
    ],
)
def test_a_destination_is_found(target: str, source: str, expected: Named) -> None:
    """Literal first, then decoded, then without fragment; from the chapter, root or manuscript."""
    assert FILES.find(target, source) == expected


@pytest.mark.parametrize("target", ["", "02-b.md", "/images/Ada.jpg", "../../01-a.md", "x/../.."])
def test_a_destination_that_names_nothing(target: str) -> None:
    """A name in another folder, an absolute path and a path out of the root name no file."""
    assert FILES.find(target, TOP) is None


@pytest.mark.parametrize(
    ("target", "leaves"),
    [
        ("../images/x.jpg", False),
        ("../../x.jpg", True),
        ("%2e%2e/%2e%2e/x.jpg", True),
        ("..\\..\\x.jpg", True),
        ("/etc/passwd", True),
        ("C:\\x.jpg", True),
        ("file:///x.jpg", True),
        ("~/x.jpg", True),
        ("a..b/x.jpg", False),
    ],
)
def test_what_leaves_the_project(target: str, leaves: bool) -> None:
    """Absolute paths, drives, homes, schemes, and climbing above the root, however encoded."""
    assert leaves_the_project(target, TOP) is leaves


def test_guesses_come_to_an_end() -> None:
    """A book whose every link is dead is answered in seconds; late ones have no guess."""
    files = Files([f"manuscript/{n}-chapter.md" for n in range(1000)], "manuscript")
    began = time.perf_counter()
    guesses = [files.similar(f"chaptre-{n}.md", TOP) for n in range(500)]
    assert guesses[-1] is None
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("01-b.md", TOP, "01-a.md"),
        ("../images/adda.jpg", TOP, "../images/Ada.jpg"),
        ("Ada.jpg", HERE, "../../images/Ada.jpg"),
        ("..\\images\\Ada.jpg", TOP, "../images/Ada.jpg"),
        ("completely-different.md", TOP, None),
        ("foo:bar", TOP, None),
    ],
)
def test_what_was_probably_meant(target: str, source: str, expected: str | None) -> None:
    """A similar path, or the same name in another folder, as the chapter would write it."""
    assert FILES.similar(target, source) == expected
