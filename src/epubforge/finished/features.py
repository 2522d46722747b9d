"""What a document holds that its item must say. https://www.w3.org/TR/epub-33/#sec-item-resource-properties"""

from __future__ import annotations

from epubforge.finished import types
from epubforge.finished.page import Page
from epubforge.finished.references import LINKS, Use
from epubforge.tree.names import MATHML, OPS, SVG

_SCRIPT_TYPES = types.CORE_SCRIPTS | {
    "", "module", "application/x-javascript", "application/x-ecmascript", "text/javascript1.0",
    "text/javascript1.1", "text/javascript1.2", "text/javascript1.3", "text/javascript1.4",
    "text/javascript1.5", "text/jscript", "text/livescript", "text/x-ecmascript",
    "text/x-javascript",
}  # fmt: skip
"""What a script element of these types holds is run; all else is data."""


def features(page: Page) -> dict[str, int]:
    """Each property that its item must have, with the place where it shows first, in bytes."""
    if page.features is None:
        page.features = _features(page)
    return page.features


def _features(page: Page) -> dict[str, int]:
    if page.package.is_epub2 or page.kind not in {types.XHTML, types.SVG, types.CSS, types.SMIL}:
        return {}
    found: dict[str, int] = {}
    document = page.document
    if page.is_html:
        for name, full in (
            ("mathml", f"{MATHML} math"),
            ("svg", f"{SVG} svg"),
            ("switch", f"{OPS} switch"),
        ):
            elements = document.named.get(full)
            if elements:
                found[name] = elements[0].at
    scripts = [
        e for e in (*document.html("script"), *document.svg("script")) if _is_run(e.get("type"))
    ]
    forms = document.html("form")
    handled = (e for e in document.elements if e.attributes and _has_handler(e.attributes))
    element = next(iter([*scripts, *forms]), None) or next(handled, None)
    if element is not None:
        found["scripted"] = element.at
    for reference in page.references:
        url = reference.url
        if reference.use in LINKS or reference.use is Use.STYLESHEET:
            continue
        if url.scheme in {"http", "https", "ftp", "file"}:
            found.setdefault("remote-resources", reference.at)
    return found


def _is_run(kind: str) -> bool:
    return types.plain(kind) in _SCRIPT_TYPES


def _has_handler(attributes: dict[str, str]) -> bool:
    return any(name.startswith("on") and len(name) > 4 for name in attributes)
