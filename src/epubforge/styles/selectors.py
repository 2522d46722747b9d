"""Selectors read from text, weighed, and held against an element.

https://www.w3.org/TR/selectors-4/. What no book needs (`:hover`, `:checked`, …) matches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from epubforge.styles.tree import Element

Weight = tuple[int, int, int]
"""Ids, classes, tags: the greater one wins."""

_TOKEN = re.compile(
    r"""(?P<combinator>\s*[>+~]\s*|\s+)
    |\#(?P<id>(?:\\.|[\w-]|[^\x00-\x7f])+)
    |\.(?P<klass>(?:\\.|[\w-]|[^\x00-\x7f])+)
    |\[\s*(?P<name>[\w|:\\-]+)\s*(?:(?P<how>[~|^$*]?=)\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\]\s]+))\s*)?(?P<flag>[iIsS]\s*)?\]
    |(?P<element>::[\w-]+|:(?:before|after|first-line|first-letter)(?![\w-]))
    |:(?P<pseudo>[\w-]+)(?P<bracket>\()?
    |(?P<tag>(?:[\w-]+\|)?(?:[\w-]+|\*)|\*)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """A demand on an attribute: there at all, or with a value."""

    name: str
    how: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Pseudo:
    """A demand by `:name` or `:name(argument)`."""

    name: str
    argument: str = ""
    selectors: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True)
class Compound:
    """Demands on one element."""

    tag: str = "*"
    id: str | None = None
    classes: frozenset[str] = frozenset()
    attributes: tuple[Attribute, ...] = ()
    pseudos: tuple[Pseudo, ...] = ()


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds and, before each but the first, how it stands to the one before it."""

    compounds: tuple[Compound, ...]
    combinators: tuple[str, ...]
    pseudo_element: str = ""
    """`before`, `after`, `first-line`, …; empty for the element itself."""
    weight: Weight = (0, 0, 0)


def read_selectors(text: str) -> tuple[Selector, ...]:
    """The selectors of a comma-separated list; one that cannot be read spoils them all."""
    read = [_selector(part.strip()) for part in _split(text)]
    return tuple(s for s in read if s is not None) if None not in read else ()


def matches(selector: Selector, element: Element) -> bool:
    """Whether the element is one that the selector speaks of."""
    return _from(selector, len(selector.compounds) - 1, element)


def _split(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _selector(text: str) -> Selector | None:
    compounds: list[Compound] = []
    combinators: list[str] = []
    current: dict[str, object] = {}
    tag, id_, classes = "*", None, set[str]()
    attributes: list[Attribute] = []
    pseudos: list[Pseudo] = []
    pseudo_element = ""
    weight = [0, 0, 0]
    at, filled = 0, False
    del current
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or pseudo_element:
            return None
        at = token.end()
        if token["combinator"] is not None:
            if not filled:
                return None
            compounds.append(
                Compound(tag, id_, frozenset(classes), tuple(attributes), tuple(pseudos))
            )
            combinators.append(token["combinator"].strip() or " ")
            tag, id_, classes, attributes, pseudos, filled = "*", None, set(), [], [], False
            continue
        filled = True
        if token["id"] is not None:
            id_ = _plain(token["id"])
            weight[0] += 1
        elif token["klass"] is not None:
            classes.add(_plain(token["klass"]))
            weight[1] += 1
        elif token["name"] is not None:
            value = token["double"] or token["single"] or token["bare"] or ""
            name = _plain(token["name"]).replace("|", ":").lstrip(":")
            attributes.append(Attribute(name, token["how"] or "", value))
            weight[1] += 1
        elif token["element"] is not None:
            pseudo_element = token["element"].lstrip(":").lower()
            weight[2] += 1
        elif token["pseudo"] is not None:
            name, argument = token["pseudo"].lower(), ""
            if token["bracket"]:
                end = _closing(text, at)
                if end < 0:
                    return None
                argument, at = text[at:end].strip(), end + 1
            inner = read_selectors(argument) if name in ("not", "is", "where") else ()
            pseudos.append(Pseudo(name, argument, inner))
            if inner and name != "where":
                best = max(s.weight for s in inner)
                weight = [a + b for a, b in zip(weight, best, strict=True)]
            elif name != "where":
                weight[1] += 1
        else:
            tag = token["tag"].rpartition("|")[2]
            weight[2] += tag != "*"
    if not filled:
        return None
    compounds.append(Compound(tag, id_, frozenset(classes), tuple(attributes), tuple(pseudos)))
    total = (weight[0], weight[1], weight[2])
    return Selector(tuple(compounds), tuple(combinators), pseudo_element, total)


def _plain(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name)


def _closing(text: str, at: int) -> int:
    depth = 1
    for end in range(at, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if depth == 0:
            return end
    return -1


def _from(selector: Selector, last: int, element: Element) -> bool:
    if not _is(selector.compounds[last], element):
        return False
    if last == 0:
        return True
    match selector.combinators[last - 1]:
        case ">":
            return element.parent is not None and _from(selector, last - 1, element.parent)
        case "+":
            return element.place > 0 and _from(
                selector, last - 1, element.siblings[element.place - 1]
            )
        case "~":
            before = element.siblings[: element.place]
            return any(_from(selector, last - 1, sibling) for sibling in before)
        case _:
            above = element.parent
            while above is not None:
                if _from(selector, last - 1, above):
                    return True
                above = above.parent
            return False


def _is(compound: Compound, element: Element) -> bool:
    return (
        compound.tag in ("*", element.tag)
        and (compound.id is None or compound.id == element.attributes.get("id"))
        and compound.classes <= element.classes
        and all(_has(demand, element) for demand in compound.attributes)
        and all(_answers(pseudo, element) for pseudo in compound.pseudos)
    )


def _has(demand: Attribute, element: Element) -> bool:
    value = element.attributes.get(demand.name)
    if value is None:
        return False
    wanted = demand.value
    match demand.how:
        case "":
            return True
        case "=":
            return value == wanted
        case "~=":
            return wanted in value.split()
        case "|=":
            return value == wanted or value.startswith(f"{wanted}-")
        case "^=":
            return bool(wanted) and value.startswith(wanted)
        case "$=":
            return bool(wanted) and value.endswith(wanted)
        case _:
            return bool(wanted) and wanted in value


def _answers(pseudo: Pseudo, element: Element) -> bool:
    match pseudo.name:
        case "first-child":
            return element.place == 0
        case "last-child":
            return element.place == len(element.siblings) - 1
        case "only-child":
            return len(element.siblings) == 1
        case "first-of-type":
            return all(s.tag != element.tag for s in element.siblings[: element.place])
        case "last-of-type":
            return all(s.tag != element.tag for s in element.siblings[element.place + 1 :])
        case "nth-child":
            return _is_nth(pseudo.argument, element.place + 1)
        case "nth-last-child":
            return _is_nth(pseudo.argument, len(element.siblings) - element.place)
        case "nth-of-type":
            before = element.siblings[: element.place]
            return _is_nth(pseudo.argument, 1 + sum(s.tag == element.tag for s in before))
        case "empty":
            return not element.children
        case "root":
            return element.parent is None
        case "link" | "any-link":
            return element.tag == "a" and "href" in element.attributes
        case "lang":
            language = element.language.lower()
            wanted = (tag.strip(" \"'").lower() for tag in pseudo.argument.split(","))
            return any(language == tag or language.startswith(f"{tag}-") for tag in wanted)
        case "not":
            return bool(pseudo.selectors) and not any(matches(s, element) for s in pseudo.selectors)
        case "is" | "where":
            return any(matches(s, element) for s in pseudo.selectors)
        case _:
            return False


def _is_nth(argument: str, number: int) -> bool:
    text = argument.lower().replace(" ", "")
    text = {"odd": "2n+1", "even": "2n"}.get(text, text)
    found = re.fullmatch(r"(?:([+-]?\d*)n)?([+-]?\d+)?", text)
    if found is None or not text:
        return False
    step, start = found[1], int(found[2] or 0)
    if step is None:
        return number == start
    each = int(step + "1" if step in ("", "+", "-") else step)
    return (
        number == start
        if each == 0
        else (number - start) % each == 0 and ((number - start) // each >= 0)
    )
