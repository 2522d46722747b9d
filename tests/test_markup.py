"""Markup escaped, judged and mended."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.markup import attribute, clean, escape, is_well_nested, proper_name, repair

SOUP = st.lists(
    st.sampled_from(
        ("a", " ", "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<div>", "</div>", "<ul>", "<li>",
         "</li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<a href='x'>", "</a>", "<br>",
         "<svg>", "</svg>", "<linearGradient/>", "&amp;", "&lt;", "<h2>", "</h2>", "<dl>", "<dd>")
    ),
    max_size=25,
).map("".join)  # fmt: skip


def test_text_is_escaped() -> None:
    """The three signs of XML, and in attributes quotes and line ends too."""
    assert escape('a < b & c > "d"') == 'a &lt; b &amp; c &gt; "d"'
    assert attribute('"a"\n<b>') == "&quot;a&quot; &lt;b&gt;"


def test_forbidden_characters_are_replaced() -> None:
    """What XML does not allow becomes the replacement character."""
    assert clean("a\x0cb\ufffec\td") == "a\ufffdb\ufffdc\td"


@pytest.mark.parametrize(
    ("soup", "expected"),
    [
        ("<b><i>x</b></i>", "<b><i>x</i></b>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<table><tr><td>1<td>2</table>", "<table><tr><td>1</td><td>2</td></tr></table>"),
        ("<p><b><div>x</div></b></p>", "<div>x</div>"),
        ("<li>x</li>", "x"),
        ('<svg viewbox="0 0 1 1"><lineargradient/></svg>',
         '<svg viewBox="0 0 1 1"><linearGradient></linearGradient></svg>'),
        ("a &amp; b<br>", "a &amp; b<br/>"),
        ("<!-- x -->a", "a"),
    ],
)  # fmt: skip
def test_soup_is_mended(soup: str, expected: str) -> None:
    """What is open is closed, what crosses is untangled, what cannot stand there loses its tag."""
    assert repair(soup) == expected


@given(SOUP)
@settings(max_examples=200, deadline=None)
def test_mended_soup_is_well_formed(soup: str) -> None:
    """Whatever goes in, XML comes out."""
    expat.ParserCreate().Parse(f"<body>{repair(soup)}</body>", True)


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>a <em>b</em></p>", True),
        ("<p>a", False),
        ("<p><div>a</div></p>", False),
        ("<b><p>a</p></b>", False),
        ("<a href='x'><p>a</p></a>", True),
        ("<li>a</li>", False),
        ("<ul><li><p>a</p></li></ul>", True),
        ("<a><a>x</a></a>", False),
        ("<svg><a><a/></a><title>x</title></svg>", True),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", True),
    ],
)
def test_nesting_is_judged(fragment: str, expected: bool) -> None:
    """Well-formed is not enough: each element stands where XHTML allows it."""
    assert is_well_nested(fragment) is expected


def test_names_get_their_capitals_back() -> None:
    """Drawings know capitals."""
    names = ("viewbox", "VIEWBOX", "path")
    assert [proper_name(name) for name in names] == ["viewBox", "viewBox", "path"]
