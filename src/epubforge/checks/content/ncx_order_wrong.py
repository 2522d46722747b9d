"""C174: ncx order wrong."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.page import Page
from epubforge.tree.document import Element

RULE = Rule(
    "C174",
    "ncx-order-wrong",
    Severity.ERROR,
    page="""\
The numbers that give the NCX its order do not fit together.

Why it matters
    Old reading systems that go by them jump, or stop.
Bad
    playOrder="1", then playOrder="3"
Good
    1, 2, 3 …; the same number for the same place, and no numbers at all are right too.
Reference
    OPF 2.0.1, NCX: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1
""",
    equivalent="RSC-005",
)


def ncx_order_wrong(page: Page) -> Iterator[Diagnostic]:
    """The first of the sequence, gaps, and one number for two places or the other way round."""
    if page.kind != types.NCX:
        return
    found: list[tuple[Element, int, str]] = []
    for element in page.document.elements:
        order = element.get("playOrder").strip()
        if order.isdecimal():
            target = next((c.get("src") for c in element.children() if c.local == "content"), "")
            found.append((element, int(order), target))
    numbers = {number for _, number, _ in found}
    targets: dict[int, set[str]] = {}
    orders: dict[str, set[int]] = {}
    for _, number, target in found:
        targets.setdefault(number, set()).add(target)
        orders.setdefault(target, set()).add(number)
    for element, number, target in found:
        for is_wrong, said in (
            (1 not in numbers, "no playOrder is 1"),
            (number > 1 and number - 1 not in numbers, f"playOrder {number} has none before it"),
            (len(targets[number]) > 1, f"playOrder {number} is of several places"),
            (len(orders[target]) > 1, f"{target} has several playOrder"),
        ):
            if is_wrong:
                yield RULE.at(page.at(element), said, "number from 1 without gaps")
