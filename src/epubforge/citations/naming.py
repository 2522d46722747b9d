"""Names written as a style asks: order, initials, `and`, `et al.`, editors and their labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from epubforge.citations.casing import cased
from epubforge.citations.entry import Name
from epubforge.citations.formats import dressed, formats_of
from epubforge.citations.rich import Piece, Rich, formatted, joined, text
from epubforge.citations.scene import Out, Scene, Write
from epubforge.citations.style import Node

_INHERITED = (
    "and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last"
    " et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with"
    " initialize-with-hyphen name-as-sort-order sort-separator"
).split()
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def name_options(*nodes: Node) -> dict[str, str]:
    """The attributes on names that a style, or a part of it, sets for all names in it."""
    found: dict[str, str] = {}
    for node in nodes:
        for key in (*_INHERITED, "names-delimiter"):
            if key in node.attributes:
                found[key] = node.attributes[key]
        for key in ("form", "delimiter"):
            if f"name-{key}" in node.attributes:
                found[key] = node.attributes[f"name-{key}"]
    return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the names of one element are written."""

    options: Mapping[str, str]
    name: Node
    et_al: Node
    label: Node | None
    label_first: bool

    def get(self, key: str, default: str = "") -> str:
        return self.options.get(key, default)


def write_names(scene: Scene, node: Node, write: Write) -> Out:
    """The names of an element, or what the style puts in their stead."""
    plan = _plan(scene, node, scene.above)
    groups: list[Rich] = []
    roles = node.get("variable").split()
    shared = _shared(scene, roles)
    for role in ("editortranslator",) if shared else roles:
        people = shared or scene.names(role)
        if people:
            scene.seen.extend(roles if shared else [role])
            groups.append(_labelled(scene, plan, role, people))
    if groups:
        delimiter = node.get("delimiter") or scene.options.get("names-delimiter", ", ")
        rich = dressed(joined(groups, delimiter), node, scene.terms)
        return _first(scene, Out(rich, True, True))
    above = scene.above
    scene.above = above if above is not None and node.first("name") is None else node
    scene.inside_substitute += 1
    out = _substituted(scene, node, write)
    scene.inside_substitute -= 1
    scene.above = above
    return _first(scene, out)


def _substituted(scene: Scene, node: Node, write: Write) -> Out:
    substitute = node.first("substitute")
    for child in substitute.children if substitute is not None else ():
        before = len(scene.seen)
        inner = write(child)
        if inner.rich and (inner.filled or not inner.called):
            scene.used.update(scene.seen[before:])
            return Out(inner.rich, True, True)
    return Out((), True, False)


def _first(scene: Scene, out: Out) -> Out:
    """The first names of a work: they may be hidden, or give way to a dash."""
    if not out.filled or scene.first_names is not None or scene.inside_substitute:
        return out
    scene.first_names = out.rich
    if scene.hide_names:
        return Out((), True, False)
    if scene.instead is not None and scene.instead[0] == out.rich:
        return Out(text(scene.instead[1]), True, True)
    return out


def _plan(scene: Scene, node: Node, above: Node | None) -> _Plan:
    source = node if above is None or node.first("name") is not None else above
    name = source.first("name") or Node("name")
    et_al = (node.first("et-al") or source.first("et-al")) or Node("et-al")
    label = node.first("label") if node.children else source.first("label")
    order = [child.tag for child in (node if node.first("label") else source).children]
    return _Plan(
        {**scene.options, **name.attributes},
        name,
        et_al,
        label,
        "label" in order and "name" in order and order.index("label") < order.index("name"),
    )


def _shared(scene: Scene, roles: list[str]) -> tuple[Name, ...]:
    """Those who are both editors and translators, where they are the same."""
    if sorted(roles) == ["editor", "translator"]:
        editors = scene.names("editor")
        if editors and editors == scene.names("translator"):
            return editors
    return ()


def _labelled(scene: Scene, plan: _Plan, role: str, people: tuple[Name, ...]) -> Rich:
    names = _names(scene, plan, people)
    if plan.label is None or plan.get("form") == "count" or scene.sorting:
        return names
    term = scene.terms.term(role, plan.label.get("form", "long"), len(people) > 1)
    label = dressed(text(term), plan.label, scene.terms)
    return joined([label, names] if plan.label_first else [names, label], "")


def _names(scene: Scene, plan: _Plan, people: tuple[Name, ...]) -> Rich:
    named = tuple(person for person in people if not person.others)
    shown, cut = _how_many(scene, plan, len(named), len(named) < len(people))
    if plan.get("form") == "count":
        return text(str(shown))
    written = [_person(scene, plan, person, at) for at, person in enumerate(named)]
    delimiter = plan.get("delimiter", ", ")
    if not cut:
        return _dressed_name(plan, _with_and(scene, plan, written))
    if plan.get("et-al-use-last") == "true" and shown < len(named) - 1 and shown:
        rich = joined([joined(written[:shown], delimiter), written[-1]], f"{delimiter}… ")
        return _dressed_name(plan, rich)
    term = scene.terms.term(plan.et_al.get("term", "et-al"))
    et_al = dressed(text(term), plan.et_al, scene.terms)
    comma = _precedes(plan.get("delimiter-precedes-et-al"), shown > 1, _inverted(plan, shown))
    names = _dressed_name(plan, joined(written[:shown], delimiter))
    return joined([names, et_al], delimiter if comma else " ") if names else et_al


def _dressed_name(plan: _Plan, rich: Rich) -> Rich:
    prefix, suffix = plan.name.get("prefix"), plan.name.get("suffix")
    return joined([text(prefix), formatted(rich, *formats_of(plan.name)), text(suffix)], "")


def _how_many(scene: Scene, plan: _Plan, count: int, others: bool) -> tuple[int, bool]:
    least, first = plan.get("et-al-min"), plan.get("et-al-use-first", "1")
    if least.isdecimal() and first.isdecimal() and count + others >= int(least):
        shown = max(int(first), scene.telling.names)
        if shown < count:
            return shown, True
    return count, others


def _with_and(scene: Scene, plan: _Plan, written: list[Rich]) -> Rich:
    delimiter, sign = plan.get("delimiter", ", "), plan.get("and")
    if not sign or len(written) < 2:
        return joined(written, delimiter)
    word = "&" if sign == "symbol" else scene.terms.term("and")
    comma = _precedes(
        plan.get("delimiter-precedes-last"), len(written) > 2, _inverted(plan, len(written) - 1)
    )
    head = joined(written[:-1], delimiter)
    return joined([head, written[-1]], f"{delimiter if comma else ' '}{word} ")


def _precedes(rule: str, several: bool, inverted: bool) -> bool:
    match rule:
        case "always":
            return True
        case "never":
            return False
        case "after-inverted-name":
            return inverted
    return several


def _inverted(plan: _Plan, at: int) -> bool:
    order = plan.get("name-as-sort-order")
    return order == "all" or (order == "first" and at == 1)


def _person(scene: Scene, plan: _Plan, person: Name, at: int) -> Rich:
    parts = {part.get("name"): part for part in plan.name.all("name-part")}
    if person.literal:
        return _part(scene, parts.get("family"), person.literal)
    if _CJK.search(person.family) and not person.dropping:
        return text(person.family + ("" if plan.get("form") == "short" else person.given))
    telling, short = scene.telling, plan.get("form") == "short"
    raised = scene.citation and telling.given and (telling.everyone or at == 0)
    if short and not (raised and not scene.sorting):
        return _part(scene, parts.get("family"), _spaced(person.non_dropping, person.family))
    given = _given(plan, person.given, full=short and telling.given > 1)
    if scene.sorting or plan.get("name-as-sort-order") == "all":
        inverted = True
    else:
        inverted = plan.get("name-as-sort-order") == "first" and at == 0
    if inverted:
        return _inverted_person(scene, plan, parts, person, given)
    family = _part(scene, parts.get("family"), _spaced(person.non_dropping, person.family))
    first = _part(scene, parts.get("given"), _spaced(given, person.dropping))
    comma = "" if re.fullmatch(r"[IVX]+", person.suffix) else ","
    suffix = f"{comma} {person.suffix}" if person.suffix else ""
    between = "" if person.dropping.endswith(("'", "’")) else " "
    return joined([joined([first, family], between), text(suffix)], "")


def _inverted_person(
    scene: Scene, plan: _Plan, parts: dict[str, Node], person: Name, given: str
) -> Rich:
    demote = scene.style.root.get("demote-non-dropping-particle", "display-and-sort")
    moved = demote == "display-and-sort" or (demote == "sort-only" and scene.sorting)
    family = person.family if moved else _spaced(person.non_dropping, person.family)
    behind = _spaced(given, person.dropping, person.non_dropping if moved else "")
    return joined(
        [
            _part(scene, parts.get("family"), family),
            _part(scene, parts.get("given"), behind),
            text(person.suffix),
        ],
        plan.get("sort-separator", ", "),
    )


def _part(scene: Scene, node: Node | None, words: str) -> Rich:
    rich = text(words.replace("'", "’"))
    if node is None:
        return rich
    changed = cased(rich, node.get("text-case"), scene.terms.english)
    return formatted(changed, *formats_of(node))


def _given(plan: _Plan, given: str, full: bool) -> str:
    sign = plan.options.get("initialize-with")
    if sign is None or full or plan.get("initialize") == "false":
        return given
    words = [word for word in re.split(r"[\s.]+", given) if word]
    out = ""
    for word in words:
        if word[:1].islower():
            out = f"{out.rstrip()} {word} "
        else:
            out += _initial(word, sign, plan.get("initialize-with-hyphen") != "false")
    return out.strip()


def _initial(word: str, sign: str, hyphens: bool) -> str:
    pieces = [piece for piece in re.split(r"[-‐]", word) if piece]
    if not hyphens:
        return "".join(piece[0].upper() + sign for piece in pieces)
    return f"{sign.rstrip()}-".join(piece[0].upper() for piece in pieces) + sign


def _spaced(*words: str) -> str:
    out = ""
    for word in words:
        if word:
            out += ("" if not out or out.endswith(("'", "’", "-")) else " ") + word
    return out


def short_names(scene: Scene, people: tuple[Name, ...]) -> Rich:
    """Family names for the running text, where a style's citations have no names."""
    options = {"form": "short", "and": "text", "et-al-min": "3", "et-al-use-first": "1"}
    plan = _Plan(options, Node("name"), Node("et-al"), None, False)
    return _names(scene, plan, people) if people else (Piece("?"),)
