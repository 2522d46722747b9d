"""A page of a flowing book taken apart: what stands in its section, and what is around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from epubforge.model.publication import LineMap, Resource

_HTML = re.compile(r"<html\b([^>]*)>")
_BODY = re.compile(r"<body\b([^>]*)>")
_SECTION = re.compile(r"\s*<(section|article|main)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:.-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_NAMESPACE = "xmlns"


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of a page. Attributes have their values as they are meant, not as written."""

    html: Mapping[str, str]
    body: Mapping[str, str]
    section: Mapping[str, str]
    inner: str
    """Well-formed XHTML: all that stands in the section, or in the body where there is none."""
    first_line: int
    """The line of the page that the inner text begins in."""
    origin: LineMap | None = field(default=None, repr=False)

    def origin_of(self, line: int) -> int:
        """The line of the page that a line of the inner text is, both from 1."""
        return self.first_line + line - 1


def opened(page: Resource) -> Opened:
    """The page's parts; it is a page that `render` made."""
    text = page.content.decode("utf-8") if isinstance(page.content, bytes) else ""
    html, body = _HTML.search(text), _BODY.search(text)
    start = body.end() if body else 0
    end = text.rfind("</body>")
    section = _SECTION.match(text, start)
    closing = text.rfind(f"</{section[1]}>", start, end) if section else -1
    attributes: Mapping[str, str] = {}
    if section and closing >= 0 and not text[closing:end].partition(">")[2].strip():
        start, end, attributes = section.end(), closing, _attributes(section[2])
    return Opened(
        _attributes(html[1]) if html else {},
        _attributes(body[1]) if body else {},
        attributes,
        text[start:end],
        text.count("\n", 0, start) + 1,
        page.origin,
    )


def _attributes(text: str) -> Mapping[str, str]:
    found = (
        (name, unescape(double or single)) for name, double, single in _ATTRIBUTE.findall(text)
    )
    return {name: said for name, said in found if not name.startswith(_NAMESPACE)}
