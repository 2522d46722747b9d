"""The rules on links, on books made by hand."""

from __future__ import annotations

from checks.by_hand import PUBLICATION, book, lines
from epubforge.checks.links.unused_picture import unused_picture


def test_unused_pictures() -> None:
    """Each picture that nothing uses is named, at the settings."""
    found = unused_picture(book(unused_pictures=["images/a.jpg", "images/b c.png"]), PUBLICATION)
    assert lines(found) == [
        "manuscript/book.toml:1:1 warning L020 unused-picture: "
        "images/a.jpg is not used in the book",
        "manuscript/book.toml:1:1 warning L020 unused-picture: "
        "images/b c.png is not used in the book",
    ]
