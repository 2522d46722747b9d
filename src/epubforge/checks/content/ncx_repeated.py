"""C175: ncx repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page
from epubforge.tree.names import NCX, XML_LANG

RULE = Rule(
    "C175",
    "ncx-repeated",
    Severity.ERROR,
    page="""\
An entry of the NCX has two labels of one language, or two page targets are of one number and
kind.

Why it matters
    Old reading systems show one of the two.
Bad
    Two <pageTarget type="normal" value="24">
Good
    One for each page.
Reference
    OPF 2.0.1, NCX: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1
""",
    equivalent="RSC-005",
)


def ncx_repeated(page: Page) -> Iterator[Diagnostic]:
    """Labels, notes and page targets."""
    if page.kind != types.NCX:
        return
    pages = page.document.named.get(f"{NCX} pageTarget", [])
    keys = Counter((e.get("value"), e.get("type")) for e in pages if "value" in e.attributes)
    for element in pages:
        key = (element.get("value"), element.get("type"))
        if "value" in element.attributes and keys[key] > 1:
            yield RULE.at(
                page.at(element), f"page {key[0]} stands there {keys[key]} times", "leave one"
            )
    for name in ("navLabel", "navInfo"):
        seen: set[tuple[int, str]] = set()
        for element in page.document.named.get(f"{NCX} {name}", ()):
            language = element.attributes.get(XML_LANG)
            if language is not None and (id(element.parent), language) in seen:
                yield RULE.at(page.at(element), f"a second {name} in {language}", "leave one")
            seen.add((id(element.parent), language or ""))
