"""C130: nested wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.document import Element
from epubforge.tree.names import XHTML

RULE = Rule(
    "C130",
    "nested-wrongly",
    Severity.ERROR,
    page="""\
An element stands inside another that must not hold it, however deep.

Why it matters
    Of two links or buttons inside each other readers reach one.
Bad
    <a href="one.xhtml">One <a href="#n1">1</a></a>
Good
    <a href="one.xhtml">One</a> <a href="#n1">1</a>
Reference
    HTML, content models: https://html.spec.whatwg.org/multipage/dom.html#content-models
""",
    equivalent="RSC-005",
)


_INTERACTIVE = (
    "a", "audio", "button", "details", "embed", "iframe", "img", "input", "label", "menu", "object",
    "select", "textarea", "video",
)  # fmt: skip
_ONLY_WITH = {"audio": "controls", "video": "controls", "img": "usemap", "object": "usemap"}
_PAIRS = (
    ("audio", ("audio", "video")), ("video", ("audio", "video")), ("address", ("address",)),
    ("header", ("address", "header", "footer")), ("footer", ("address", "header", "footer")),
    ("form", ("form",)), ("progress", ("progress",)), ("meter", ("meter",)), ("dfn", ("dfn",)),
    ("table", ("caption",)), ("label", ("label",)),
)  # fmt: skip


def nested_wrongly(page: Page) -> Iterator[Diagnostic]:
    """Interactive elements in links and buttons, and elements that exclude themselves."""
    document = page.document
    if page.package.is_epub2:
        pairs: tuple[tuple[str, tuple[str, ...]], ...] = (("a", ("a",)),)
    elif page.is_html or page.is_svg:
        pairs = _PAIRS + tuple((name, ("a", "button")) for name in _INTERACTIVE)
    else:
        return
    present = {name for _, outer in pairs for name in outer if document.html(name)}
    for name, outer in pairs:
        for container in outer:
            if container not in present:
                continue
            for element in document.html(name):
                is_inside = document.around(element, f"{XHTML} {container}") is not None
                if is_inside and _counts(element, name, container):
                    said = f"{name} must not stand inside {container}"
                    yield RULE.at(page.at(element), said, f"end {container} before it")


def _counts(element: Element, name: str, container: str) -> bool:
    if container not in {"a", "button"}:
        return True
    wanted = _ONLY_WITH.get(name)
    if wanted is not None:
        return wanted in element.attributes
    return name != "input" or element.get("type") != "hidden"
