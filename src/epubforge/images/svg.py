"""An SVG drawing as a safe one: shapes and words stay, whatever runs or reaches out goes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from epubforge.codec.flaws import SAVE_AGAIN, Flaw, PictureError
from epubforge.images.remarks import SVG_WITH_ACTIVE_CONTENT
from epubforge.images.svg_pictures import cleaned_reference
from epubforge.images.svg_uses import refuse_endless_uses
from epubforge.images.svg_values import embedded_picture, length, safe_style
from epubforge.model.picture import Remark

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_HREFS = ("href", f"{{{_XLINK}}}href")
_ACTIVE = frozenset({"script", "foreignObject", "handler", "listener", "iframe", "audio", "video"})
_MOTION = frozenset({"animate", "set", "animateMotion", "animateTransform", "animateColor"})
_SILENT = frozenset({"metadata"})
_MOST_BYTES = 20_000_000
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_PLAIN_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252"})
_NAME = re.compile(r"[^\W\d][\w.-]*")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A safe drawing."""

    data: bytes
    width: int
    height: int
    removed: tuple[str, ...]
    """What was active in it, in words, each once."""

    def remarks(self, path: str) -> Iterator[Remark]:
        """What is to be said of it."""
        if self.removed:
            yield Remark(
                SVG_WITH_ACTIVE_CONTENT,
                f"{path} held {', '.join(self.removed)}; that was removed",
                "look at it in the book, and save it as plain SVG",
            )


def clean(data: bytes) -> Drawing:
    """The drawing without scripts, handlers, foreign content and references to the outside.

    It gets a viewBox, a width and a height where it lacks them. Raises PictureError where it is
    not well-formed, declares entities, or says no size at all.
    """
    root = _without_prefixes(_parsed(data))
    removed = list(dict.fromkeys([*_prune(root), *_disarm(root)]))
    refuse_endless_uses(root)
    width, height = _measure(root)
    etree.cleanup_namespaces(root, top_nsmap={None: _SVG}, keep_ns_prefixes=[])
    return Drawing(etree.tostring(root, encoding="utf-8"), width, height, tuple(removed))


def _parsed(data: bytes) -> etree._Element:
    _refuse_entities(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        is_deep = "Excessive depth" in str(error)
        reason = "is nested too deep" if is_deep else f"is not well-formed SVG: {error}"
        raise PictureError(Flaw.UNREADABLE, reason, SAVE_AGAIN) from error
    if etree.QName(root).localname != "svg" or etree.QName(root).namespace not in {_SVG, None}:
        reason = f"is XML, but no SVG: it begins with <{etree.QName(root).localname}>"
        raise PictureError(Flaw.NOT_A_PICTURE, reason, "put the drawing itself there")
    return root


def _refuse_entities(data: bytes) -> None:
    """Before any parser sees them: what they do depends on the parser."""
    if len(data) > _MOST_BYTES:
        reason = f"has {len(data) // 1_000_000} MB, too many for a drawing"
        raise PictureError(Flaw.TOO_LARGE, reason, "save it as PNG or JPEG")
    text = data.replace(b"\0", b"")  # UTF-16 looks like ASCII with holes
    told = _ENCODING.search(text[:1000])
    if told is not None and told[1].lower() not in _PLAIN_ENCODINGS:
        reason = f"is written in {told[1].decode('ascii')}"
        raise PictureError(Flaw.UNSAFE, reason, "save it as plain SVG, in UTF-8")
    if b"<!ENTITY" in text or b"<!ATTLIST" in text:
        raise PictureError(Flaw.UNSAFE, "declares entities", "save it as plain SVG")


def _without_prefixes(old: etree._Element) -> etree._Element:
    """The same tree with SVG as its default namespace, even where it was forgotten."""
    if etree.QName(old).namespace is None:
        for element in old.iter(etree.Element):
            if etree.QName(element).namespace is None:
                element.tag = f"{{{_SVG}}}{element.tag}"
    root = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG, "xlink": _XLINK})
    root.text = old.text
    root.attrib.update(dict(old.attrib))
    root.extend(list(old))
    return root


def _prune(root: etree._Element) -> Iterator[str]:
    """Drop elements that run, reach out, or belong to the drawing program; name the active."""
    for element in list(root.iter()):
        if element is root or element.getparent() is None:
            continue
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        foreign = not isinstance(element.tag, str) or etree.QName(element).namespace != _SVG
        if name in _ACTIVE:
            yield {"script": "a script"}.get(name, f"<{name}>")
        if (
            foreign
            or name in _ACTIVE
            or name in _SILENT
            or (name in _MOTION and _rewrites(element))
        ):
            _drop(element)


def _rewrites(motion: etree._Element) -> bool:
    """Whether an animation changes a reference or a handler instead of a shape."""
    target = str(motion.get("attributeName", "")).lower()
    return target.endswith("href") or target.startswith("on")


def _drop(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _disarm(root: etree._Element) -> Iterator[str]:
    """Drop attributes and styles that run or reach out; name them."""
    ids: set[str] = set()
    for element in root.iter(etree.Element):
        for name, value in list(element.attrib.items()):
            if name in _HREFS and embedded_picture(str(value)):
                embedded = cleaned_reference(str(value))
                if embedded is None:
                    del element.attrib[name]
                    yield "an embedded picture that cannot be used"
                    continue
                value = embedded
                element.set(name, embedded)
            fault = _fault(element, str(name), str(value), ids)
            if fault is not None:
                del element.attrib[name]
                if fault:
                    yield fault
        if etree.QName(element).localname == "style":
            style = element.text or ""
            element.text = safe_style(style)
            if element.text != style:
                yield "styles that reach out"


def _fault(element: etree._Element, name: str, value: str, ids: set[str]) -> str | None:
    """What is wrong with an attribute: active content by name, "" for what goes without a word."""
    local = etree.QName(name).localname
    if local.lower().startswith("on"):
        return "an event handler"
    if name in _HREFS:
        return None if _stays_inside(element, value) else "a reference to the outside"
    if name.startswith("{") and name not in {f"{_XML}lang", f"{_XML}space"}:
        return ""
    if name == "id":
        if value in ids or not _NAME.fullmatch(value):
            return ""
        ids.add(value)
    return "styles that reach out" if safe_style(value) != value else None


def _stays_inside(element: etree._Element, target: str) -> bool:
    if target.strip().startswith("#"):
        return True
    pictures = {"image", "feImage"}
    return etree.QName(element).localname in pictures and embedded_picture(target)


def _measure(root: etree._Element) -> tuple[int, int]:
    """The drawing's size in pixels; what is missing of it is written into the root."""
    width, height = length(root.get("width")), length(root.get("height"))
    box = _view_box(root.get("viewBox"))
    if box is not None:
        width, height = _completed(width, height, box[2] / box[3]) or box[2:]
    if width is None or height is None:
        reason = "says neither its width and height nor a viewBox"
        raise PictureError(Flaw.WITHOUT_SIZE, reason, 'give it a viewBox, like "0 0 640 480"')
    if box is None:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    size = max(1, round(width)), max(1, round(height))
    if length(root.get("width")) is None or length(root.get("height")) is None:
        root.set("width", str(size[0]))
        root.set("height", str(size[1]))
    return size


def _completed(
    width: float | None, height: float | None, ratio: float
) -> tuple[float, float] | None:
    if width is not None and height is not None:
        return width, height
    if width is not None:
        return width, width / ratio
    return None if height is None else (height * ratio, height)


def _view_box(value: str | None) -> tuple[float, float, float, float] | None:
    try:
        numbers = [float(part) for part in re.split(r"[\s,]+", (value or "").strip())]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or min(numbers[2:]) <= 0:
        return None
    return numbers[0], numbers[1], numbers[2], numbers[3]
