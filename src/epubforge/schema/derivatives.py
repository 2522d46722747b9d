"""What is left of a pattern after an element, an attribute, a text; each found out once."""

from __future__ import annotations

from collections.abc import Callable

from epubforge.schema.datatypes import accepts
from epubforge.schema.names import has, sort_of
from epubforge.schema.patterns import (
    EMPTY,
    KNOWN,
    NOT_ALLOWED,
    TEXT,
    Kind,
    Pattern,
    Step,
    choice,
    group,
    interleave,
    one_or_more,
)  # fmt: skip

_MOST_KEPT = 2_000
"""Texts that a pattern remembers; those of books that are written by chance end there."""


def element_steps(pattern: Pattern, name: str) -> tuple[Step, ...]:
    """For an element of that name: what may stand in it, and what may follow it."""
    found = pattern.element_steps.get(name)
    if found is None:
        sort = sort_of(name, KNOWN)
        if sort != name:
            return element_steps(pattern, sort)
        found = _steps(pattern, name, element_steps, Kind.ELEMENT)
        pattern.element_steps[name] = found
    return found


def attribute_steps(pattern: Pattern, name: str) -> tuple[Step, ...]:
    """For an attribute of that name: what its value may be, and what is left."""
    found = pattern.attribute_steps.get(name)
    if found is None:
        sort = sort_of(name, KNOWN)
        if sort != name:
            return attribute_steps(pattern, sort)
        found = _steps(pattern, name, attribute_steps, Kind.ATTRIBUTE)
        pattern.attribute_steps[name] = found
    return found


_LONGEST_TEXT = 1 << 16
"""Characters of a value that is looked at; longer ones are let pass."""
_Derive = Callable[[Pattern, str], tuple[Step, ...]]


def _steps(pattern: Pattern, name: str, derive: _Derive, wanted: Kind) -> tuple[Step, ...]:
    match pattern.kind:
        case Kind.CHOICE:
            return _merged([step for part in pattern.parts for step in derive(part, name)])
        case Kind.GROUP:
            return _merged(_group_steps(pattern, name, derive, wanted))
        case Kind.INTERLEAVE:
            one, other = pattern.parts
            left = [(body, interleave(rest, other)) for body, rest in derive(one, name)]
            right = [(body, interleave(one, rest)) for body, rest in derive(other, name)]
            return _merged(left + right)
        case Kind.ONE_OR_MORE:
            again = choice((pattern, EMPTY))
            return tuple(
                (body, group(rest, again)) for body, rest in derive(pattern.parts[0], name)
            )
        case Kind.ELEMENT | Kind.ATTRIBUTE if pattern.kind is wanted:
            assert pattern.names is not None  # noqa: S101  (as every one is made)
            return ((_inside(pattern), EMPTY),) if has(pattern.names, name) else ()
        case _:
            return ()


def _group_steps(pattern: Pattern, name: str, derive: _Derive, wanted: Kind) -> list[Step]:
    one, other = pattern.parts
    steps = [(body, group(rest, other)) for body, rest in derive(one, name)]
    if wanted is Kind.ATTRIBUTE:
        steps += [(body, group(one, rest)) for body, rest in derive(other, name)]
    elif one.nullable:
        steps += derive(other, name)
    return steps


def _inside(pattern: Pattern) -> Pattern:
    if pattern.kind is Kind.ATTRIBUTE:
        return pattern.parts[0]
    assert pattern.body_of is not None  # noqa: S101  (as every element is made)
    return pattern.body_of()


def _merged(steps: list[Step]) -> tuple[Step, ...]:
    """Steps into equal bodies become one."""
    if len(steps) < 2:
        return tuple(steps)
    rests: dict[int, list[Pattern]] = {}
    bodies: dict[int, Pattern] = {}
    for body, rest in steps:
        if rest is not NOT_ALLOWED:
            bodies[id(body)] = body
            rests.setdefault(id(body), []).append(rest)
    return tuple((bodies[key], choice(found)) for key, found in rests.items())


def closed(pattern: Pattern) -> Pattern:
    """What is left when no more attributes come; not allowed where one is wanting."""
    if pattern.closed is None:
        pattern.closed = _without_attributes(pattern, NOT_ALLOWED, closed)
    return pattern.closed


def loose(pattern: Pattern) -> Pattern:
    """The same, as if no attribute were wanting."""
    if pattern.loose is None:
        pattern.loose = _without_attributes(pattern, EMPTY, loose)
    return pattern.loose


def _without_attributes(
    pattern: Pattern, attribute: Pattern, derive: Callable[[Pattern], Pattern]
) -> Pattern:
    match pattern.kind:
        case Kind.ATTRIBUTE:
            return attribute
        case Kind.CHOICE:
            return choice(derive(part) for part in pattern.parts)
        case Kind.GROUP:
            return group(derive(pattern.parts[0]), derive(pattern.parts[1]))
        case Kind.INTERLEAVE:
            return interleave(derive(pattern.parts[0]), derive(pattern.parts[1]))
        case Kind.ONE_OR_MORE:
            return one_or_more(derive(pattern.parts[0]))
        case _:
            return pattern


def texted(pattern: Pattern) -> Pattern:
    """What is left after some text between elements."""
    if pattern.texted is None:
        pattern.texted = _after_text(pattern)
    return pattern.texted


def _after_text(pattern: Pattern) -> Pattern:
    match pattern.kind:
        case Kind.TEXT:
            return pattern
        case Kind.CHOICE:
            return choice(texted(part) for part in pattern.parts)
        case Kind.INTERLEAVE:
            one, other = pattern.parts
            return choice((interleave(texted(one), other), interleave(one, texted(other))))
        case Kind.GROUP:
            one, other = pattern.parts
            first = group(texted(one), other)
            return choice((first, texted(other))) if one.nullable else first
        case Kind.ONE_OR_MORE:
            return group(texted(pattern.parts[0]), choice((pattern, EMPTY)))
        case _:
            return NOT_ALLOWED


def takes(pattern: Pattern, text: str) -> bool:
    """Whether a text as a whole follows the pattern: an attribute's value, an element's text."""
    if pattern is TEXT or len(text) > _LONGEST_TEXT:
        return True
    found = pattern.accepted.get(text)
    if found is None:
        if pattern.kind is Kind.DATA and pattern.datatype is not None:
            found = accepts(pattern.datatype, text)
        else:
            found = _after_data(pattern, text).nullable or (pattern.nullable and not text.strip())
        if len(pattern.accepted) < _MOST_KEPT and len(text) < 200:
            pattern.accepted[text] = found
    return found


def _after_data(pattern: Pattern, text: str) -> Pattern:
    match pattern.kind:
        case Kind.TEXT:
            return pattern
        case Kind.CHOICE:
            return choice(_after_data(part, text) for part in pattern.parts)
        case Kind.DATA:
            assert pattern.datatype is not None  # noqa: S101  (as every one is made)
            return EMPTY if accepts(pattern.datatype, text) else NOT_ALLOWED
        case Kind.VALUE:
            return EMPTY if " ".join(text.split()) == pattern.literal else NOT_ALLOWED
        case Kind.LIST:
            return EMPTY if _lists(pattern.parts[0], text.split()) else NOT_ALLOWED
        case Kind.GROUP:
            one, other = pattern.parts
            first = group(_after_data(one, text), other)
            return choice((first, _after_data(other, text))) if one.nullable else first
        case Kind.INTERLEAVE:
            one, other = pattern.parts
            return choice(
                (
                    interleave(_after_data(one, text), other),
                    interleave(one, _after_data(other, text)),
                )
            )
        case Kind.ONE_OR_MORE:
            return group(_after_data(pattern.parts[0], text), choice((pattern, EMPTY)))
        case _:
            return NOT_ALLOWED


def _lists(pattern: Pattern, words: list[str]) -> bool:
    """Whether the words of a list follow its pattern."""
    alike = _word_of(pattern)
    if alike is not None:
        if alike.datatype is not None and alike.datatype.is_free:
            return bool(words) or pattern.nullable
        return pattern.nullable if not words else all(takes(alike, word) for word in set(words))
    for word in words:
        pattern = _after_data(pattern, word)
    return pattern.nullable


def _word_of(pattern: Pattern) -> Pattern | None:
    """What every word of a list must be; None where they differ by their places."""
    parts = pattern.parts if pattern.kind is Kind.CHOICE else (pattern,)
    repeated = [part.parts[0] for part in parts if part.kind is Kind.ONE_OR_MORE]
    others = [part for part in parts if part.kind is not Kind.ONE_OR_MORE and part is not EMPTY]
    return repeated[0] if len(repeated) == 1 and not others else None
