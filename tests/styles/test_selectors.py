"""Selectors are held against elements as browsers do it."""

from __future__ import annotations

import pytest

from epubforge.styles.selectors import matches, read_selectors
from epubforge.styles.tree import Element, read_tree

TREE = (
    '<section class="page-chapter x"><h1 id="t" lang="en">A</h1><p>B <em class="c d">C</em></p>'
    '<p title="Hello there" lang="ru-RU">D</p><ul><li>1</li><li>2</li><li>3</li></ul></section>'
)


def named(tag: str, number: int = 0) -> Element:
    found: list[Element] = []

    def walk(element: Element) -> None:
        found.extend(child for child in element.elements if child.tag == tag)
        for child in element.elements:
            walk(child)

    walk(read_tree(TREE))
    return found[number]


@pytest.mark.parametrize(
    ("selector", "element", "expected"),
    [
        ("p", named("p"), True),
        ("h1 + p", named("p"), True),
        ("h1 + p", named("p", 1), False),
        ("h1 ~ p", named("p", 1), True),
        (".page-chapter > p", named("p"), True),
        (".page-chapter > em", named("em"), False),
        (".page-chapter em.c.d", named("em"), True),
        ("#t", named("h1"), True),
        ("h1:first-child", named("h1"), True),
        ("p:first-child", named("p"), False),
        ("p:first-of-type", named("p"), True),
        ("li:last-child", named("li", 2), True),
        ("li:nth-child(2n+1)", named("li", 2), True),
        ("li:nth-child(even)", named("li", 2), False),
        ("li:not(:first-child)", named("li", 1), True),
        ("li:not(:first-child)", named("li"), False),
        ("[title]", named("p", 1), True),
        ("[title~=there]", named("p", 1), True),
        ('[title^="Hello"]', named("p", 1), True),
        ("[title=Hello]", named("p", 1), False),
        (":lang(ru)", named("p", 1), True),
        (":lang(en)", named("p", 1), False),
        ("a:hover, p:hover", named("p"), False),
        ("*", named("p"), True),
    ],
)
def test_a_selector_speaks_of_an_element(selector: str, element: Element, expected: bool) -> None:
    """Combinators, classes, attributes and positions."""
    assert any(matches(one, element) for one in read_selectors(selector)) is expected


@pytest.mark.parametrize("broken", ["p >", "p,,q", "..a", "p::before em", "[", ":not("])
def test_a_list_with_a_broken_selector_is_dropped(broken: str) -> None:
    """One that cannot be read spoils the whole list."""
    assert read_selectors(broken) == ()


def test_weights() -> None:
    """Ids weigh more than classes, classes more than tags; `:where` weighs nothing."""
    weights = [s.weight for s in read_selectors("#a p, .b.c, p em, :where(#a) p, p:not(.c)")]
    assert weights == [(1, 0, 1), (0, 2, 0), (0, 0, 2), (0, 0, 1), (0, 1, 1)]
