"""Rules of a stylesheet with their places."""

from __future__ import annotations

from epubforge.styles.rulesets import Declared, of_attribute, rulesets

SHEET = """@media print { p { color: RED } }
/* a remark */
h1,
.x { Color : #999 !important; margin: 0 }
broken
@font-face { font-family: "A" }
p { color: }
"""


def test_rulesets() -> None:
    """Each declaration stands where it is written, under what is around it."""
    first, second, *rest = rulesets(SHEET)
    assert first.around == (("media", "print"),)
    assert first.declarations == (Declared("color", "RED", 1, 20),)
    assert second.selectors == "h1, .x"
    assert second.declarations == (
        Declared("color", "#999", 4, 6, True),
        Declared("margin", "0", 4, 31),
    )
    assert second.last("color") is second.declarations[0]
    assert second.last("padding") is None
    assert [each.selectors for each in rest][-1] == "p"


def test_broken_sheets() -> None:
    """What cannot be read is left out, and nesting has an end."""
    assert [each.declarations for each in rulesets("} { ; @@ ( [")] == [()]
    assert rulesets("@media x {" * 10_000) == ()
    assert rulesets("p { color: " + "(" * 100_000) == ()
    assert of_attribute("color: " + "[" * 100_000).declarations == ()
    assert of_attribute("color: red; ;; nonsense").declarations == (Declared("color", "red", 1, 1),)
