"""Files known again: by name, by content, by what they hold."""

from __future__ import annotations

from epubforge.collation.pairing import Items, Pair, pair_documents, pair_files


def book(*documents: tuple[str, str]) -> dict[str, tuple[str, Items]]:
    """Documents by path; each letter of a text is a paragraph."""
    return {path: (text, dict.fromkeys(text, 10.0)) for path, text in documents}


def paired(before: dict[str, tuple[str, Items]], after: dict[str, tuple[str, Items]]) -> list[str]:
    """Pairs as `before>after`, with nothing on a side where there is none."""
    return [f"{e.before or ''}>{e.after or ''}" for e in pair_documents(before, after)]


def test_files() -> None:
    """By path; what has another path by content; what is left is new or gone, the gone last."""
    before = {"a": "1", "b": "2", "c": "3", "d": "3"}
    after = {"a": "9", "x": "2", "y": "3", "new": "8"}
    assert pair_files(before, after) == (
        Pair("a", "a"), Pair("b", "x"), Pair("c", "y"), Pair(None, "new"), Pair("d", None),
    )  # fmt: skip


def test_an_inserted_chapter_shifts_no_names() -> None:
    """ch2 is new and all after it have the name of the one before: content tells them."""
    before = book(("ch1", "abc"), ("ch2", "def"), ("ch3", "ghi"))
    after = book(("ch1", "abc"), ("ch2", "xyz"), ("ch3", "def"), ("ch4", "ghi"))
    assert paired(before, after) == ["ch1>ch1", ">ch2", "ch2>ch3", "ch3>ch4"]


def test_a_renamed_and_rewritten_chapter() -> None:
    """Most of what it alone holds is enough."""
    before, after = book(("ch1", "abcde"), ("ch2", "f")), book(("one", "abcdX"), ("ch2", "f"))
    assert paired(before, after) == ["ch1>one", "ch2>ch2"]


def test_what_all_hold_tells_nothing() -> None:
    """A line that stands on every page makes no two of them one."""
    before = book(("p1", "za"), ("p2", "zb"))
    after = book(("q1", "zb"), ("q2", "zc"))
    assert paired(before, after) == ["p2>q1", ">q2", "p1>"]


def test_a_wholly_rewritten_chapter_keeps_its_name() -> None:
    """Where nothing tells otherwise, one path is one document."""
    assert paired(book(("ch1", "abc")), book(("ch1", "xyz"))) == ["ch1>ch1"]


def test_equal_documents_keep_their_names() -> None:
    """Blank pages of one content are not mixed up."""
    blank = book(("a", "-"), ("b", "-"), ("c", "-"))
    assert paired(blank, blank) == ["a>a", "b>b", "c>c"]
    assert paired(blank, book(("b", "-"), ("d", "-"))) == ["b>b", "a>d", "c>"]
