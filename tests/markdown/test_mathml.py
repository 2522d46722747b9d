"""TeX becomes MathML that any page may hold, or an error that says why not."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.markdown.mathml import MathError, mathml

PARTS = st.sampled_from(
    (
        *"x 1 + < & ^ _ { } ' [ ] é".split(),
        *r"\frac \sqrt \left( \right) \text{a<b} \begin{matrix} \end{matrix} \\ \sum".split(),
        *r"\foo \% \href{x}{y} \class{a}{b} \style{c}{d} \color{red} \limits \tag{1}".split(),
        " ",
    )
)


def test_a_formula_keeps_its_source() -> None:
    """The source is what a voice without MathML reads."""
    written = mathml("a\n < b", block=True)
    assert ElementTree.fromstring(written).attrib == {"display": "block", "alttext": "a < b"}


def test_nothing_leads_out_of_a_formula() -> None:
    """Links, classes and styles are left out."""
    written = mathml(r"\href{javascript:x}{y} \style{color:red}{z} \class{c}{d}", block=False)
    root = ElementTree.fromstring(written)
    assert {key for element in root.iter() for key in element.attrib} == {"display", "alttext"}


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\foo", r"\foo is not a command that is known"),
        ("x^", "nothing follows a ^ or _"),
        (r"\frac{a}", "it ends too early: an argument is missing"),
        ("{" * 5000 + "}" * 5000, "it is nested too deep"),
        ("x" * 20_000, "it is longer than 10000 characters"),
    ],
)
def test_a_formula_that_cannot_be_set_says_why(tex: str, reason: str) -> None:
    """The reason is in the author's words."""
    with pytest.raises(MathError) as caught:
        mathml(tex, block=False)
    assert str(caught.value) == reason


@given(st.lists(PARTS, max_size=12).map("".join))
@settings(max_examples=300, deadline=None)
def test_whatever_comes_out_is_xml(tex: str) -> None:
    """Any source is well-formed MathML, or refused."""
    try:
        written = mathml(tex, block=False)
    except MathError:
        return
    assert ElementTree.fromstring(written).tag == "{http://www.w3.org/1998/Math/MathML}math"
