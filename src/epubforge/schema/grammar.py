"""From a grammar's definitions to its patterns; each grammar of ours is read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, reduce
from importlib.resources import files

from epubforge.schema import compact
from epubforge.schema.names import AnyName, NameClass, Names, OneName
from epubforge.schema.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Pattern,
    attribute,
    choice,
    data,
    element,
    group,
    interleave,
    list_of,
    one_or_more,
    value,
)  # fmt: skip

_WORDS = {"text": TEXT, "empty": EMPTY, "notAllowed": NOT_ALLOWED}


class Grammar:
    """What a whole document may be, and what each element may be wherever it stands."""

    def __init__(self, definitions: compact.Definitions, start: str) -> None:
        self._builder = _Builder(definitions)
        self.start = self._builder.ref(start)

    @cached_property
    def elements(self) -> dict[str, tuple[Pattern, ...]]:
        """By full name; those that any name may have are not among them. Asked for only where an
        element stands in the wrong place: the elements of good documents are made as they come."""
        return self._builder.all_elements()


@cache
def grammar(name: str, start: str = "start") -> Grammar:
    """One of our grammars, by the name of its file; from one of its definitions."""
    return build(compact.read(name, _source), start)


def build(definitions: compact.Definitions, start: str = "start") -> Grammar:
    """The patterns of some definitions."""
    return Grammar(definitions, start)


def _source(name: str) -> str:
    return files(__package__).joinpath("grammars", f"{name}.rnc").read_text(encoding="utf-8")


class _Builder:
    """Makes every definition's pattern once; elements are filled when they are met."""

    def __init__(self, definitions: compact.Definitions) -> None:
        self._definitions = definitions
        self._made: dict[str, Pattern] = {}
        self._elements: list[Pattern] = []

    def ref(self, name: str) -> Pattern:
        """The pattern of a definition."""
        if name not in self._made:
            if name not in self._definitions.of:
                raise compact.GrammarError(f"{name} is not defined")
            self._made[name] = self._pattern(self._definitions.of[name])
        return self._made[name]

    def all_elements(self) -> dict[str, tuple[Pattern, ...]]:
        """Every element that can be met, by name."""
        found: dict[str, tuple[Pattern, ...]] = {}
        for pattern in self._elements:  # grows while the bodies are made
            assert pattern.body_of is not None  # noqa: S101  (as every element is made)
            pattern.body_of()
            for name in _each(pattern.names):
                found[name] = (*found.get(name, ()), pattern)
        return found

    def _pattern(self, expression: compact.Expression) -> Pattern:
        match expression:
            case compact.Ref(name):
                return self.ref(name)
            case compact.Word(word):
                return _WORDS[word]
            case compact.Literal(text):
                return value(text)
            case compact.Typed(datatype):
                return data(datatype)
            case compact.Named("element", names, inside):
                made = element(names, _once(lambda: self._pattern(inside)))
                self._elements.append(made)
                return made
            case compact.Named(_, names, inside):
                return attribute(names, self._pattern(inside))
            case compact.Joined(sign, of):
                return _joined(sign, [self._pattern(each) for each in of])


def _joined(sign: str, parts: list[Pattern]) -> Pattern:
    match sign:
        case ",":
            return reduce(lambda rest, part: group(part, rest), reversed(parts))
        case "&":
            return reduce(lambda rest, part: interleave(part, rest), reversed(parts))
        case "|":
            return choice(parts)
        case "?":
            return choice((EMPTY, parts[0]))
        case "+":
            return one_or_more(parts[0])
        case "*":
            return choice((EMPTY, one_or_more(parts[0])))
        case "mixed":
            return interleave(TEXT, parts[0])
        case _:
            return list_of(parts[0])


def _once(make: Callable[[], Pattern]) -> Callable[[], Pattern]:
    made: list[Pattern] = []

    def body() -> Pattern:
        if not made:
            made.append(make())
        return made[0]

    return body


def _each(names: NameClass | None) -> list[str]:
    match names:
        case OneName(name):
            return [name]
        case Names(of):
            return [name for each in of for name in _each(each)]
        case AnyName() | None:
            return []
