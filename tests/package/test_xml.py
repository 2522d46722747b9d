"""Text on its way into XML."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from epubforge.package.xml import escaped, item_ids, plain


def test_white_space_is_folded_but_no_break_spaces_stay() -> None:
    """Line ends, tabs and runs become one blank; a no-break space was meant."""
    assert plain("  a \n\t b\u00a0c ") == "a b\u00a0c"


def test_what_xml_forbids_goes() -> None:
    """Control characters, surrogates and non-characters are dropped."""
    assert plain("a\x00b\x1bc\ud800d\ufffee") == "abcde"


def test_decomposed_letters_are_composed() -> None:
    """Metadata is in NFC, as shops compare it."""
    assert plain("e\u0301") == "\u00e9"


@given(st.text())
def test_any_text_fits_into_an_attribute_and_an_element(text: str) -> None:
    """Whatever a title holds, the document stays well-formed and says the same."""
    fitting = escaped(text)
    read = ElementTree.fromstring(f'<a b="{fitting}">{fitting}</a>')
    assert read.attrib["b"] == plain(text)
    assert (read.text or "") == plain(text)


def test_ids_are_made_of_hrefs_and_never_twice() -> None:
    """Two hrefs that differ only in signs an id cannot hold get ids of their own."""
    assert item_ids(["text/a.xhtml", "text-a.xhtml", "1.css"]) == {
        "text/a.xhtml": "item-text-a-xhtml",
        "text-a.xhtml": "item-text-a-xhtml-2",
        "1.css": "item-1-css",
    }


@given(st.lists(st.text(), unique=True))
def test_ids_of_any_names_are_different_and_allowed(hrefs: list[str]) -> None:
    """Every href has an id of its own that XML takes as a name."""
    ids = item_ids(hrefs)
    assert set(ids) == set(hrefs)
    assert len(set(ids.values())) == len(hrefs)
    assert all(name.startswith("item-") and name.isascii() for name in ids.values())
