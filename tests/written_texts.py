"""The texts of findings as the source writes them, with `{…}` for what is filled in.

Read from the syntax tree: each place that says what a rule found, with every text that its message
and its hint may be. What a function is handed by its caller is read where the caller says it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import epubforge
from epubforge.codec.flaws import Flaw, PictureError
from epubforge.images.flaws import broken

SOURCE: Final = Path(epubforge.__path__[0])
FILLED: Final = "{…}"
BEHIND: Final = {
    "Fault": 0, "Remark": 0, "mistake": 0,
    "Problem": 1, "_Untidy": 1, "_push": 1, "at": 1, "report": 1,
}  # fmt: skip
"""Whatever takes a rule and its texts, and how many arguments stand between the two."""
OF_ONE_RULE: Final = {"_misnamed": ("P010", 1), "self._broken": ("P060", 2)}
"""Functions that know their rule, and how many arguments stand before its texts."""
NAMED_BEFORE: Final = ("invalid", "PictureError", "FontError")
"""Takes the end of a sentence that begins with the name of what is wrong, and a hint."""

Names = Mapping[str, Sequence[ast.expr]]


@dataclass(frozen=True, slots=True)
class Written:
    """One place of the source that says what is wrong."""

    place: str
    codes: frozenset[str]
    messages: tuple[str, ...]
    hints: tuple[str, ...]
    """Empty where there is none; `{…}` where another function makes it."""


@cache
def written() -> tuple[Written, ...]:
    """All places, in the order of the files."""
    files = [_File(path, ast.parse(path.read_text("utf-8"))) for path in _paths()]
    rules = {(f.module, name): code for f in files for name, code in f.rules()}
    return tuple(told for file in files for told in file.told(rules))


def _paths() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    tree: ast.Module

    @property
    def module(self) -> str:
        parts = self.path.relative_to(SOURCE).with_suffix("").parts
        return ".".join(("epubforge", *(part for part in parts if part != "__init__")))

    def rules(self) -> Iterator[tuple[str, str]]:
        """The constants that are rules, with their codes."""
        for name, values in _assigned(self.tree.body).items():
            match values:
                case [ast.Call(func=ast.Name(id="Rule"), args=[ast.Constant(value=str(code)), *_])]:
                    yield name, code

    def told(self, rules: Mapping[tuple[str, str], str]) -> Iterator[Written]:
        """What its functions say."""
        known = dict(self.rules())
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                for each in node.names:
                    if code := rules.get((node.module or "", each.name)):
                        known[each.asname or each.name] = code
        functions = {
            node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)
        }
        above = _assigned(self.tree.body)
        found: dict[tuple[int, int], Written] = {}
        for function in functions.values():
            reader = _Reader(known, {**above, **_assigned(ast.walk(function))}, functions)
            for node in ast.walk(function):
                if isinstance(node, ast.Call | ast.Tuple) and (said := reader.said(node)):
                    place = f"{self.path.relative_to(SOURCE).as_posix()}:{node.lineno}"
                    found[node.lineno, node.col_offset] = Written(place, *said)
        yield from found.values()


@dataclass(frozen=True, slots=True)
class _Reader:
    known: Mapping[str, str]
    """The codes of the rules, by the names that the file has for them."""
    names: Names
    """What the names of a function may stand for."""
    functions: Mapping[str, ast.FunctionDef]

    def said(
        self, node: ast.Call | ast.Tuple
    ) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]] | None:
        """The codes, messages and hints that a node tells; None where it tells none."""
        codes, before, told = self._told(node)
        if not codes or not told:
            return None
        keywords = {e.arg: e.value for e in node.keywords} if isinstance(node, ast.Call) else {}
        message = keywords.get("message", told[0])
        hint = keywords.get("hint", told[1] if len(told) > 1 else ast.Constant(None))
        messages = [text for text in texts(message, self.names) if text != FILLED]
        return codes, tuple(before + m for m in messages), tuple(texts(hint, self.names))

    def _told(self, node: ast.Call | ast.Tuple) -> tuple[frozenset[str], str, list[ast.expr]]:
        none = (frozenset[str](), "", list[ast.expr]())
        if isinstance(node, ast.Tuple):
            at = [number for number, each in enumerate(node.elts) if self._codes(each)]
            told = node.elts[at[0] + 1 :] if at else []
            is_row = len(told) == 2 and all(isinstance(each, ast.Constant) for each in told)
            return (self._codes(node.elts[at[0]]), f"{FILLED} ", told) if is_row else none
        name = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
        if name == "at" and isinstance(node.func, ast.Attribute):
            return self._codes(node.func.value), "", self._spread(node.args)[BEHIND["at"] :]
        if (called := ast.unparse(node.func)) in OF_ONE_RULE:
            code, before = OF_ONE_RULE[called]
            return frozenset({code}), "", node.args[before:]
        if name in NAMED_BEFORE:
            flaw = node.args and isinstance(node.args[0], ast.Attribute)
            codes = (
                _of_flaw(node.args[0])
                if flaw
                else frozenset({"P010" if name == "invalid" else "P090"})
            )
            return codes, f"{FILLED} ", node.args[1:] if flaw else node.args
        for number, each in enumerate(node.args):
            if name in BEHIND and (codes := self._codes(each)):
                return codes, "", self._spread(node.args)[number + 1 + BEHIND[name] :]
        return none

    def _codes(self, node: ast.expr) -> frozenset[str]:
        match node:
            case ast.Name(id=name) if name in self.known:
                return frozenset({self.known[name]})
            case ast.Name(id=name):
                choices = [e for e in self.names.get(name, ()) if isinstance(e, ast.IfExp)]
                sides = [side for each in choices for side in (each.body, each.orelse)]
                names = {_name(side) for side in sides} & set(self.known)
                return frozenset(self.known[each] for each in names)
        return frozenset()

    def _spread(self, arguments: Sequence[ast.expr]) -> list[ast.expr]:
        """Arguments, with those in the place of `*made()` that the function returns last."""
        spread: list[ast.expr] = []
        for each in arguments:
            match each:
                case ast.Starred(value=ast.Call(func=ast.Name(id=name))) if name in self.functions:
                    ends = [n for n in ast.walk(self.functions[name]) if isinstance(n, ast.Return)]
                    value = ends[-1].value
                    spread += value.elts if isinstance(value, ast.Tuple) else []
                case _:
                    spread.append(each)
        return spread


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _of_flaw(node: ast.expr) -> frozenset[str]:
    assert isinstance(node, ast.Attribute)
    flaw = PictureError(Flaw[node.attr], "", "")
    return frozenset({broken("", flaw).remark.rule.code})


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    """What names may stand for, by the assignments among some nodes."""
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[target, *_], value=value):
                pairs = _paired(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                pairs = _paired(target, value)
            case ast.NamedExpr(target=target, value=value):
                pairs = _paired(target, value)
            case _:
                continue
        for name, said in pairs:
            found.setdefault(name, []).append(said)
    return found


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target, value:
        case ast.Name(id=name), _:
            yield name, value
        case ast.Tuple(elts=targets), ast.Tuple(elts=values):
            for one, said in zip(targets, values, strict=False):
                yield from _paired(one, said)
        case ast.Tuple(), ast.IfExp(body=one, orelse=other):
            yield from _paired(target, one)
            yield from _paired(target, other)


def texts(node: ast.expr, names: Names) -> list[str]:
    """Every text that an expression may be; none for None."""
    match node:
        case ast.Constant(value=None):
            return []
        case ast.Constant(value=value):
            return [str(value)]
        case ast.JoinedStr(values=values):
            return _joined([texts(value, names) for value in values])
        case ast.FormattedValue(value=ast.IfExp() as choice):
            return texts(choice, names)
        case ast.BinOp(op=ast.Add(), left=one, right=other):
            return _joined([texts(one, names), texts(other, names)])
        case ast.IfExp(body=one, orelse=other):
            return [*texts(one, names), *texts(other, names)]
        case ast.Call(func=ast.Attribute(value=value, attr="rstrip")):
            return texts(value, names)
        case ast.Name(id=name) if name in names:
            without = {key: values for key, values in names.items() if key != name}
            return [text for value in names[name] for text in texts(value, without)]
    return [FILLED]


def _joined(pieces: Sequence[Sequence[str]]) -> list[str]:
    return ["".join(chosen) for chosen in product(*pieces)]
