"""SVG drawings made safe."""

from __future__ import annotations

import base64
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from epubforge.codec.flaws import Flaw, PictureError
from epubforge.images.svg import clean

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def drawing(inside: str, attributes: str = 'width="10" height="20"') -> bytes:
    return f"{HEAD}{attributes}>{inside}</svg>".encode()


PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=="
)
"""A PNG of one grey pixel."""


@pytest.mark.parametrize(
    ("inside", "removed"),
    [
        ("<script>alert(1)</script>", ("a script",)),
        ("<g><foreignObject><p>hi</p></foreignObject></g>", ("<foreignObject>",)),
        ('<rect onclick="go()"/>', ("an event handler",)),
        ('<rect OnLoad="go()"/>', ("an event handler",)),
        ('<image href="https://example.com/a.png"/>', ("a reference to the outside",)),
        ('<use xlink:href="other.svg#a"/>', ("a reference to the outside",)),
        ('<a href="javascript:go()"><path/></a>', ("a reference to the outside",)),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', ("a reference to the outside",)),
        ('<rect fill="url(https://example.com/#a)"/>', ("styles that reach out",)),
        ('<rect style="fill:u\\72l(//example.com)"/>', ("styles that reach out",)),
        ("<style>@import 'https://example.com/a.css';</style>", ("styles that reach out",)),
    ],
)
def test_what_runs_or_reaches_out_goes(inside: str, removed: tuple[str, ...]) -> None:
    """Nothing of it is left, and the author is told what it was."""
    cleaned = clean(drawing(inside))
    assert cleaned.removed == removed
    for trace in (b"example.com", b"script", b"go()", b"other.svg", b"foreign"):
        assert trace not in cleaned.data


def test_an_animation_of_a_reference_goes() -> None:
    """It could set what the attributes may not say."""
    assert (
        b"javascript"
        not in clean(drawing('<a><set attributeName="href" to="javascript:go()"/></a>')).data
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<rect id="a" width="5" height="5" fill="url(#b)"/>',
        '<use xlink:href="#a"/>',
        f'<image href="data:image/png;base64,{PIXEL}" width="1" height="1"/>',
        "<title>A plan</title><desc>of the house</desc><text>Kitchen &amp; hall</text>",
        "<style>rect { fill: red }</style>",
    ],
)
def test_what_is_drawn_stays(inside: str) -> None:
    """Shapes, words, inner references and embedded pictures are the drawing."""
    cleaned = clean(drawing(inside))
    assert cleaned.removed == ()
    assert inside.encode() in cleaned.data


def test_what_drawing_programs_keep_for_themselves_goes_without_a_word() -> None:
    """Folder names and editing state are private, and of no use to a reader."""
    program = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    cleaned = clean(drawing(
        '<inkscape:view/><metadata>me</metadata><rect inkscape:label="x"/>',
        program + 'inkscape:export-filename="/home/me/a.png" width="1" height="1"',
    ))  # fmt: skip
    assert cleaned.removed == ()
    assert b"inkscape" not in cleaned.data
    assert b"me" not in cleaned.data.replace(b"xmlns", b"")


@pytest.mark.parametrize(
    ("attributes", "size", "box"),
    [
        ('width="640" height="480"', (640, 480), "0 0 640 480"),
        ('width="25.4mm" height="1in"', (96, 96), "0 0 96 96"),
        ('viewBox="0 0 300 200"', (300, 200), "0 0 300 200"),
        ('width="100%" height="100%" viewBox="5,5 30,20"', (30, 20), "5,5 30,20"),
        ('width="60" viewBox="0 0 30 20"', (60, 40), "0 0 30 20"),
    ],
)
def test_every_drawing_knows_its_size(attributes: str, size: tuple[int, int], box: str) -> None:
    """Width, height and viewBox complete each other."""
    cleaned = clean(drawing("<path/>", attributes))
    root = etree.fromstring(cleaned.data)
    assert (cleaned.width, cleaned.height) == size
    assert root.get("viewBox") == box
    assert "%" not in f"{root.get('width')}{root.get('height')}"


def test_a_forgotten_namespace_is_given() -> None:
    """Without it no reading system draws anything."""
    cleaned = clean(b'<svg width="1" height="1"><g><path/></g></svg>')
    assert {element.tag for element in etree.fromstring(cleaned.data).iter()} == {
        "{http://www.w3.org/2000/svg}svg", "{http://www.w3.org/2000/svg}g",
        "{http://www.w3.org/2000/svg}path",
    }  # fmt: skip


def test_an_id_stands_once() -> None:
    """The second of two equal ids, and what is no name, would make the book invalid."""
    cleaned = clean(drawing('<g id="a"/><g id="a"/><g id="1 2"/>'))
    assert cleaned.data.count(b" id=") == 1


@pytest.mark.parametrize(
    ("data", "flaw", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', Flaw.UNSAFE, "declares entities"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"), Flaw.UNSAFE,
         "declares entities"),
        (b'<?xml version="1.0" encoding="utf-7"?><svg/>', Flaw.UNSAFE, "is written in utf-7"),
        (b"<svg></g></svg>", Flaw.UNREADABLE, "is not well-formed SVG: "),
        (b"<html/>", Flaw.NOT_A_PICTURE, "is XML, but no SVG: it begins with <html>"),
        (drawing("", ""), Flaw.WITHOUT_SIZE, "says neither its width and height nor a viewBox"),
        (drawing("", 'width="-5" height="1e999"'), Flaw.WITHOUT_SIZE, "says neither"),
    ],
)  # fmt: skip
def test_what_cannot_be_made_safe_is_refused(data: bytes, flaw: Flaw, reason: str) -> None:
    """With a reason that continues the file's name."""
    with pytest.raises(PictureError) as raised:
        clean(data)
    assert raised.value.flaw is flaw
    assert raised.value.reason.startswith(reason)


def test_an_old_doctype_alone_is_harmless() -> None:
    """Many programs wrote the one of SVG 1.1; it goes without a word."""
    doctype = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    cleaned = clean(doctype + drawing("<path/>"))
    assert b"DOCTYPE" not in cleaned.data


def test_cleaning_twice_changes_nothing() -> None:
    """A clean drawing is its own file."""
    once = clean(drawing('<g id="a"><path d="M0 0"/></g><use href="#a"/>')).data
    assert clean(once).data == once


@given(st.text(alphabet="<>svg/ =\"'&;#axhref:on[]!-?", max_size=80))
def test_any_inside_is_cleaned_or_refused(inside: str) -> None:
    """No drawing makes the door fall: it is a drawing, or it has a flaw."""
    try:
        cleaned = clean(drawing(inside))
    except PictureError:
        return
    assert etree.fromstring(cleaned.data).tag == "{http://www.w3.org/2000/svg}svg"


def test_an_embedded_picture_loses_what_it_tells() -> None:
    """A photograph inside a drawing is as private as one beside it."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG", comment=b"SECRET")
    packed = base64.b64encode(stream.getvalue()).decode()
    cleaned = clean(drawing(f'<image href="data:image/jpeg;base64,{packed}"/>'))
    assert cleaned.removed == ()
    kept = re.search(rb"base64,([^\"]+)", cleaned.data)
    assert kept is not None
    assert b"SECRET" not in base64.b64decode(kept[1])
    assert Image.open(io.BytesIO(base64.b64decode(kept[1]))).size == (8, 8)


@pytest.mark.parametrize("packed", ["AAAA", "%%%", base64.b64encode(b"<svg/>").decode()])
def test_an_embedded_picture_that_is_none_goes(packed: str) -> None:
    """It would be a hole, or a drawing that nobody cleaned."""
    cleaned = clean(drawing(f'<image href="data:image/png;base64,{packed}"/>'))
    assert cleaned.removed == ("an embedded picture that cannot be used",)
    assert b"base64" not in cleaned.data


def test_repetitions_without_end_are_refused() -> None:
    """Forty doublings are more shapes than any reader can draw; a circle draws nothing."""
    doubled = "".join(
        f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, 41)
    )
    with pytest.raises(PictureError) as raised:
        clean(drawing(f'<g id="a0"><rect/></g>{doubled}'))
    assert raised.value.flaw is Flaw.TOO_LARGE
    circle = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    assert clean(drawing(circle)).removed == ()
