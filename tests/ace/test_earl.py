"""Ace's report, read whole."""

from __future__ import annotations

import json

import pytest

from epubforge.ace.earl import Assertion, ReportUnreadable, read_report

Json = dict[str, object]


def failing(code: str, **more: object) -> Json:
    """An assertion that a test has failed, as axe makes it."""
    return {
        "@type": "earl:assertion",
        "earl:assertedBy": "aXe",
        "earl:result": {"earl:outcome": "fail", **more},
        "earl:test": {"earl:impact": "serious", "dct:title": code},
    }


def around(url: str, *assertions: Json) -> Json:
    """A document with what is asserted of it."""
    return {
        "earl:testSubject": {"url": url, "dct:title": "T"},
        "earl:result": {"earl:outcome": "fail" if assertions else "pass"},
        "assertions": list(assertions),
    }


def read(*assertions: Json, outcome: str = "fail") -> tuple[Assertion, ...]:
    """What failed in a report of these."""
    whole = {"earl:result": {"earl:outcome": outcome}, "assertions": list(assertions)}
    return read_report(json.dumps(whole).encode()).failed


def test_all_documents_at_any_depth() -> None:
    """Assertions inside assertions inherit the document, unless they name their own."""
    deep = around("b.xhtml", {"assertions": [failing("two"), around("c.xhtml", failing("three"))]})
    found = read(around("a.xhtml", failing("one")), deep)
    assert [(each.subject, each.code) for each in found] == [
        ("a.xhtml", "one"), ("b.xhtml", "two"), ("c.xhtml", "three"),
    ]  # fmt: skip


def test_what_passed_is_no_finding() -> None:
    """A document without failures, and a test that was passed."""
    passed: Json = {"earl:result": {"earl:outcome": "pass"}, "earl:test": {"dct:title": "x"}}
    assert read(around("a.xhtml"), around("b.xhtml", passed), outcome="pass") == ()


def test_the_documents_that_were_looked_at_are_known() -> None:
    """Those without failures too."""
    whole = {"assertions": [around("a.xhtml"), around("b.xhtml", failing("x"))]}
    assert read_report(json.dumps(whole).encode()).subjects == {"a.xhtml", "b.xhtml"}


def test_a_place_is_that_of_the_first_pointer() -> None:
    """The others are elements that have to do with it; a selector into a shadow is a list."""
    pointer = {"cfi": ["/4/2", "/4/4"], "css": [["x-book", "img"], "p"]}
    (found,) = read(around("a.xhtml", failing("x", **{"earl:pointer": pointer}, html="<img/>")))
    assert (found.cfi, found.css, found.html) == ("/4/2", "x-book img", "<img/>")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "its report cannot be read"),
        (b"{", "its report cannot be read"),
        (b'{"assertions": 3}', "its report cannot be read"),
        (b"[" * 100_000, "its report cannot be read"),
        (b'{"earl:result": {"earl:outcome": "fail"}}', "fails, and not in what"),
    ],
)
def test_what_is_no_report_is_not_believed(content: bytes, why: str) -> None:
    """Neither what is none, nor one that contradicts itself."""
    with pytest.raises(ReportUnreadable, match=why):
        read_report(content)
