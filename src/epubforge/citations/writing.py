"""The elements of a style, each turned into text for one work."""

from __future__ import annotations

from epubforge.citations.csl_types import NUMBERS
from epubforge.citations.dating import write_date
from epubforge.citations.formats import dressed
from epubforge.citations.naming import write_names
from epubforge.citations.numbering import is_numeric, is_plural, ranged, written
from epubforge.citations.rich import Piece, Rich, formatted, joined, link, parsed, text
from epubforge.citations.scene import Out, Scene
from epubforge.citations.style import Node


def write_layout(scene: Scene, layout: Node) -> Out:
    """What the layout of a citation, or of an entry of the bibliography, gives for a work."""
    writer = _Writer(scene)
    parts, called, filled = writer.parts(layout.children)
    return Out(joined(parts, ""), called, filled)


def write_key(scene: Scene, key: Node) -> str:
    """The plain text that a work is sorted by."""
    writer = _Writer(scene)
    variable = key.get("variable")
    if key.get("macro"):
        out = writer.write(Node("text", {"macro": key.get("macro")}))
    elif scene.entry.dates.get(variable) is not None:
        out = writer.write(Node("date", {"variable": variable}))
    elif scene.entry.names.get(variable):
        out = writer.write(Node("names", {"variable": variable}))
    else:
        out = writer.write(Node("text", {"variable": variable}))
    return "".join(piece.text for piece in out.rich)


class _Writer:
    """Writes nodes for one scene; a macro that calls itself gives nothing."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._open_macros: set[str] = set()

    def write(self, node: Node) -> Out:
        match node.tag:
            case "text":
                return self._text(node)
            case "group":
                return self._group(node)
            case "choose":
                parts, called, filled = self.parts((node,))
                return Out(joined(parts, ""), called, filled)
            case "names":
                return write_names(self._scene, node, self.write)
            case "date":
                return write_date(self._scene, node)
            case "number":
                return self._number(node)
            case "label":
                return self._label(node)
        return Out()

    def parts(self, nodes: tuple[Node, ...]) -> tuple[list[Rich], bool, bool]:
        """Each node's text; a choice stands for the nodes that it chooses."""
        written: list[Rich] = []
        called = filled = False
        for node in nodes:
            if node.tag == "choose":
                inner, one_called, one_filled = self.parts(self._chosen(node))
                written.extend(inner)
            else:
                rich, one_called, one_filled = self.write(node)
                written.append(rich)
            called, filled = called or one_called, filled or one_filled
        return written, called, filled

    def _group(self, node: Node) -> Out:
        parts, called, filled = self.parts(node.children)
        if called and not filled:
            return Out((), True, False)
        rich = dressed(joined(parts, node.get("delimiter")), node, self._scene.terms)
        return Out(rich, called, filled)

    def _text(self, node: Node) -> Out:
        if "macro" in node.attributes:
            return self._macro(node)
        if "term" in node.attributes:
            term = self._scene.terms.term(
                node.get("term"), node.get("form", "long"), node.get("plural") == "true"
            )
            return Out(dressed(parsed(term), node, self._scene.terms))
        if "value" in node.attributes:
            return Out(dressed(parsed(node.get("value")), node, self._scene.terms))
        return self._variable(node)

    def _macro(self, node: Node) -> Out:
        name = node.get("macro")
        macro = self._scene.style.macros.get(name)
        if macro is None or name in self._open_macros:
            return Out()
        self._open_macros.add(name)
        parts, called, filled = self.parts(macro.children)
        self._open_macros.remove(name)
        return Out(dressed(joined(parts, ""), node, self._scene.terms), called, filled)

    def _variable(self, node: Node) -> Out:
        name = node.get("variable")
        if name == "year-suffix":
            suffix = self._scene.telling.suffix
            return Out(dressed(text(suffix), node, self._scene.terms), bool(suffix), bool(suffix))
        value = self._scene.text(name, node.get("form"))
        if not value:
            return Out((), True, False)
        self._scene.seen.append(name)
        if name in ("URL", "DOI"):
            return Out(self._address(node, name, value), True, True)
        if name == "page" or (name == "locator" and self._scene.label == "page"):
            style = self._scene.style.root.get("page-range-format")
            value = ranged(value, style, self._scene.terms)
        elif name in NUMBERS:
            value = written(value, "", self._scene.terms)
        return Out(dressed(parsed(value), node, self._scene.terms), True, True)

    def _address(self, node: Node, name: str, value: str) -> Rich:
        """An address that is a link; the prefix that makes a DOI an address belongs to it."""
        target = link(value if name == "URL" else f"https://doi.org/{value}")
        if target is None:
            return dressed(text(value), node, self._scene.terms)
        if node.get("prefix").endswith("doi.org/"):
            whole = (Piece(node.get("prefix") + value, (target,)),)
            rest = {key: v for key, v in node.attributes.items() if key != "prefix"}
            return dressed(whole, Node("text", rest), self._scene.terms)
        return dressed(formatted(text(value), target), node, self._scene.terms)

    def _number(self, node: Node) -> Out:
        name = node.get("variable")
        value = self._scene.text(name)
        if not value:
            return Out((), True, False)
        self._scene.seen.append(name)
        shown = written(value, node.get("form"), self._scene.terms)
        if name == "page":
            shown = ranged(
                value, self._scene.style.root.get("page-range-format"), self._scene.terms
            )
        return Out(dressed(parsed(shown), node, self._scene.terms), True, True)

    def _label(self, node: Node) -> Out:
        name = node.get("variable")
        value = self._scene.text(name)
        if not value:
            return Out()
        several = is_plural(value) or (
            name.startswith("number-of-") and value.isdecimal() and value != "1"
        )
        plural = {"always": True, "never": False}.get(node.get("plural"), several)
        term = self._scene.label if name == "locator" else name
        shown = self._scene.terms.term(term, node.get("form", "long"), plural)
        return Out(dressed(text(shown), node, self._scene.terms))

    def _chosen(self, node: Node) -> tuple[Node, ...]:
        for branch in node.children:
            if branch.tag == "else" or self._holds(branch):
                return branch.children
        return ()

    def _holds(self, branch: Node) -> bool:
        tests = [
            self._test(kind, value)
            for kind, values in branch.attributes.items()
            if kind != "match"
            for value in values.split()
        ]
        match branch.get("match", "all"):
            case "any":
                return any(tests)
            case "none":
                return not any(tests)
        return all(tests)

    def _test(self, kind: str, value: str) -> bool:
        scene = self._scene
        match kind:
            case "type":
                return scene.entry.type == value
            case "variable":
                return bool(scene.text(value) or scene.names(value) or scene.date(value))
            case "is-numeric":
                return is_numeric(scene.text(value))
            case "is-uncertain-date":
                date = scene.date(value)
                return date is not None and date.circa
            case "locator":
                return bool(scene.text("locator")) and scene.label == value
            case "disambiguate":
                return scene.telling.flagged == (value == "true")
            case "position":
                return scene.citation and scene.is_first == (value == "first")
        return False
