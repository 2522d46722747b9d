"""From what Ace says to findings."""

from __future__ import annotations

import pytest

from epubforge.ace.earl import Assertion
from epubforge.ace.messages import findings
from epubforge.ace.place import Places
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.finished.book import Finished
from epubforge.model.archive import Archive

PLACES = Places(Finished(Archive("a.epub", ())))
AXE = Assertion(
    "a.xhtml", "image-alt", "critical", True,
    test="Ensure images have alternative text",
    said="Element has no alt\naria-label is empty\n",
    remedy="Images must have alternative text",
    help_url="http://kb.daisy.org/publishing/docs/html/images.html",
    html='<img xmlns="http://www.w3.org/1999/xhtml" src="a.png" />',
)  # fmt: skip


def found(failed: Assertion) -> Diagnostic:
    """The finding of an assertion."""
    (only,) = findings([failed], PLACES)
    return only


@pytest.mark.parametrize(
    ("impact", "code", "grade"),
    [
        ("critical", "X001", Severity.ERROR),
        ("serious", "X001", Severity.ERROR),
        ("moderate", "X002", Severity.WARNING),
        ("minor", "X003", Severity.NOTE),
        (None, "X002", Severity.WARNING),
    ],
)
def test_each_impact_has_its_rule(impact: str | None, code: str, grade: Severity) -> None:
    """What Ace does not grade is a warning."""
    made = found(Assertion("a.xhtml", "x", impact, True, remedy="R"))
    assert (made.rule.code, made.grade, made.source_code) == (code, grade, "x")


def test_what_axe_says() -> None:
    """The rule, the element as the author wrote it, all that was found, and where to read on."""
    made = found(AXE)
    assert made.message == (
        'Images must have alternative text, <img src="a.png">:'
        " Element has no alt; aria-label is empty"
    )
    assert made.hint == "read http://kb.daisy.org/publishing/docs/html/images.html"


def test_what_ace_says_itself() -> None:
    """What is wrong, what to do, and where to read on; of a wrong value which one it is."""
    missing = Assertion(
        "p.opf", "metadata-accessmode", "serious", False, "Ensures that it is there",
        "Publications must declare it", "Add it", help_url="http://kb/",
    )  # fmt: skip
    assert found(missing).message == "Publications must declare it"
    assert found(missing).hint == "Add it; read http://kb/"
    wrong = Assertion("p.opf", "metadata-accessmode-invalid", "minor", False, "Value 'x' is wrong",
                      "It must be a known value")  # fmt: skip
    assert found(wrong).message == "Value 'x' is wrong"
    assert found(wrong).hint is None


def test_a_long_tag_is_cut() -> None:
    """An element with a picture inside its address does not fill the screen."""
    html = f'<img src="data:image/gif;base64,{"R" * 200}"/>'
    made = found(Assertion("a.xhtml", "image-alt", "critical", True, remedy="R", html=html))
    assert made.message.startswith('R, <img src="data:image/gif;base64,RRR')
    assert made.message.endswith("R…")
    assert len(made.message) < 90


def test_an_element_is_named_by_its_selector_where_there_is_nothing_better() -> None:
    """So that it can be found."""
    assert found(Assertion("a", "x", None, True, remedy="R", css="p > img")).message == (
        "R, p > img"
    )


def test_what_is_said_twice_is_told_once() -> None:
    """Of a page that Ace has looked at twice."""
    assert len(findings([AXE, AXE], PLACES)) == 1
