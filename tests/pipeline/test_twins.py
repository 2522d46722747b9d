"""Findings that name the same fault, told as one."""

from __future__ import annotations

from dataclasses import replace

from epubforge.diagnostics import Diagnostic, Origin, Place, Rule, Severity
from epubforge.model.publication import LineMap, Publication, Resource
from epubforge.pipeline.twins import told_once
from epubforge.source import EntryPlace, SourceFile
from package.books import sample_publication

OURS = Rule("C030", "element-not-allowed", Severity.WARNING, "", equivalent="RSC-005")
MISSING = Rule("L035", "target-missing", Severity.ERROR, "", equivalent="RSC-007")
HEADING = Rule("A002", "heading-level-skipped", Severity.NOTE, "", ace=("heading-order", "other"))
THEIRS = Rule("E001", "epubcheck-error", Severity.ERROR, "")
BOOK = sample_publication()


def at(line: int | None = None, column: int | None = None, entry: str = "a.xhtml") -> EntryPlace:
    """A place in a page."""
    return EntryPlace("b.epub", entry, line, column)


def other(place: Place, code: str = "RSC-005", origin: Origin = "epubcheck") -> Diagnostic:
    """What another tool says."""
    return Diagnostic(THEIRS, place, f"{code} said", origin=origin, source_code=code)


def ace(place: Place, code: str = "heading-order") -> Diagnostic:
    """What Ace says."""
    return other(place, code, "ace")


def told(
    ours: list[Diagnostic], others: list[Diagnostic], publication: Publication | None = None
) -> list[tuple[str, list[str | None]]]:
    """Each finding's code, and the codes of those inside."""
    found = told_once(ours, others, publication)
    return [(e.source_code or e.rule.code, [o.source_code for o in e.also]) for e in found]


def test_the_same_fault_in_the_same_line_is_told_once() -> None:
    """Ours, that names the other; columns may differ: EPUBCheck's are those of a tag's end."""
    assert told([OURS.at(at(3, 1), "x")], [other(at(3, 40))]) == [("C030", ["RSC-005"])]


def test_it_is_as_grave_as_the_gravest_says() -> None:
    """Whoever asks an authority wants to fail where it does."""
    (found,) = told_once([OURS.at(at(3, 1), "x")], [other(at(3, 40))], None)
    assert found.grade is Severity.ERROR
    assert found.message == "x"


def test_all_three_may_name_one_fault() -> None:
    """EPUBCheck and Ace beside ours."""
    rule = Rule("C161", "x", Severity.ERROR, "", equivalent="RSC-005", ace=("link-name",))
    others = [other(at(3, 9)), ace(at(3, 1), "link-name")]
    assert told([rule.at(at(3, 1), "x")], others) == [("C161", ["RSC-005", "link-name"])]


def test_other_faults_other_pages_and_other_lines_stay() -> None:
    """What only looks alike is told by itself."""
    ours = [OURS.at(at(3, 1), "x")]
    for each in (other(at(3), "RSC-007"), other(at(3, entry="b.xhtml")), other(at(4)), ace(at(3))):
        assert told(ours, [each]) == [("C030", []), (each.source_code, [])]


def test_the_end_of_a_tag_is_taken_to_its_beginning() -> None:
    """Tags of several lines: where it is known in which place the tag begins, they meet there."""
    ours = [OURS.at(at(3, 1), "x"), OURS.at(at(30, 1), "y")]
    ends = [other(at(34, 9)), other(at(5, 3))]
    starts = {at(34, 9): at(30, 1), at(5, 3): at(3, 1)}
    found = told_once(ours, ends, None, starts)
    assert [[also.place for also in each.also] for each in found] == [[at(5, 3)], [at(34, 9)]]
    assert len(told_once(ours, ends, None)) == 4


def test_what_is_not_there_is_known_by_its_name() -> None:
    """EPUBCheck's place is the entry that is missing, ours the line that wants it."""
    gone = Rule("C015", "x", Severity.ERROR, "", equivalent="RSC-001")
    ours = [gone.at(at(7, 1, "package.opf"), f"{name}.xhtml is missing") for name in "ab"]
    others = [other(at(entry=f"text/{name}.xhtml"), "RSC-001") for name in "bc"]
    assert told(ours, others) == [("C015", []), ("C015", ["RSC-001"]), ("RSC-001", [])]


def test_ace_means_the_element() -> None:
    """Two headings in one line, of which one is wrong, are not mixed up."""
    ours = [HEADING.at(at(3, 1), "x"), HEADING.at(at(3, 30), "y")]
    assert told(ours, [ace(at(3, 30))]) == [("A002", []), ("A002", ["heading-order"])]


def test_each_says_each_thing_once() -> None:
    """Of two equal messages at one place only one is the twin of ours, and nobody knows which."""
    ours, two = [OURS.at(at(3, 1), "x")], [other(at(3, 9)), other(at(3, 20))]
    assert told(ours, two) == [("C030", []), ("RSC-005", []), ("RSC-005", [])]
    ours = [OURS.at(at(3, 1), "x"), OURS.at(at(3, 12), "y")]
    assert told(ours, two) == [("C030", ["RSC-005"]), ("C030", ["RSC-005"])]
    places = [each.also[0].place for each in told_once(ours[::-1], two[::-1], None)]
    assert places == [at(3, 20), at(3, 9)]


def test_what_is_found_twice_by_us_is_one() -> None:
    """Equal findings of ours do not hide the twin."""
    ours = [OURS.at(at(3, 1), "x")] * 2
    assert told(ours, [other(at(3, 9))]) == [("C030", ["RSC-005"])]


def test_what_is_said_of_a_page_meets_what_is_said_of_a_place_in_it() -> None:
    """Either of them may not know the line."""
    assert told([OURS.at(at(3, 1), "x")], [other(at())]) == [("C030", ["RSC-005"])]
    assert told([OURS.at(at(), "x")], [other(at(3))]) == [("C030", ["RSC-005"])]
    assert told([HEADING.at(at(3, 1), "x")], [ace(at(), "other")]) == [("A002", ["other"])]


def test_what_is_said_of_the_book_meets_what_is_said_of_its_entries() -> None:
    """EPUBCheck tells of names of files at the book, with the names in its words."""
    rule = Rule("C022", "x", Severity.WARNING, "", equivalent="PKG-010")
    ours = [rule.at(at(entry=name), name) for name in ("b b", "a a")]
    others = [
        Diagnostic(THEIRS, EntryPlace("b.epub"), f'"{name}"', origin="epubcheck",
                   source_code="PKG-010")
        for name in ("a a", "b b")
    ]  # fmt: skip
    found = told_once(ours, others, None)
    assert [(each.message, each.also[0].message) for each in found] == [
        ("b b", '"b b"'), ("a a", '"a a"'),
    ]  # fmt: skip


def test_a_message_of_one_meaning_may_be_lines_below() -> None:
    """EPUBCheck's place is the end of a tag of several lines; messages of grammars do not count."""
    assert told([MISSING.at(at(3, 1), "x")], [other(at(9), "RSC-007")]) == [("L035", ["RSC-007"])]
    assert told([OURS.at(at(3, 1), "x")], [other(at(9))]) == [("C030", []), ("RSC-005", [])]


def test_in_the_manuscript_the_line_counts_then_the_block() -> None:
    """A page's line leads to a line of the manuscript, or to the one where its block begins."""
    text = SourceFile("1.md", "# One\n\nA paragraph\nof two lines\n\nNext\n")
    page = Resource("one.xhtml", "x", b"", origin=LineMap(text, ((1, 1), (9, 3), (11, 6))))
    book = replace(sample_publication(), resources=(page,))
    in_second_line = HEADING.at(text.span(text.text.index("two")), "x")
    next_block = HEADING.at(text.span(text.text.index("Next")), "y")
    both, theirs = [in_second_line, next_block], ace(text.line_span(3))
    assert told(both, [theirs], book) == [("A002", ["heading-order"]), ("A002", [])]
    assert told([next_block], [theirs], book) == [("A002", []), ("heading-order", [])]
    others = [ace(text.line_span(6)), theirs]
    assert told(both, others, book) == [("A002", ["heading-order"])] * 2


def test_the_settings_as_a_whole_meet_a_line_of_them() -> None:
    """What is said of the package document is at the settings, which it is made from."""
    settings = SourceFile("manuscript/book.toml", "[book]\ntitle = 1\n")
    assert told([HEADING.at(settings.span(7, 12), "x")], [ace(settings.span())], BOOK) == [
        ("A002", ["heading-order"])
    ]


def test_without_others_ours_stay_as_they_are() -> None:
    """Nothing is compared."""
    ours = [OURS.at(at(3, 1), "x"), OURS.at(at(1, 1), "y")]
    assert told_once(ours, [], None) == tuple(ours)
