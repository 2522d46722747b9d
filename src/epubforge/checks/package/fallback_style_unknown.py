"""C067: fallback style unknown."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C067",
    "fallback-style-unknown",
    Severity.ERROR,
    page="""\
An item's fallback style is no item of the manifest.

Why it matters
    The page is shown without its style.
Bad
    <item id="a" … fallback-style="b"/>, and no item has the id b
Good
    <item id="a" … fallback-style="b"/> <item id="b" href="b.css" media-type="text/css"/>
Reference
    OPF 2.0.1, fallback styles: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.3.1
""",
    equivalent="OPF-041",
)


def fallback_style_unknown(rendition: Rendition) -> Iterator[Diagnostic]:
    """Each that is named and not there."""
    package = rendition.package
    for item in package.items:
        if item.fallback_style and item.fallback_style not in package.by_id:
            said = f"no item has the id {item.fallback_style}, the fallback style of {item.href}"
            yield RULE.at(rendition.at(item.element), said, "name the id of a stylesheet's item")
