"""Which names an element or attribute of a grammar may have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OneName:
    """One full name: namespace, a blank, local name; without a namespace the local name alone."""

    name: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name, of one namespace if that is given, but for some."""

    namespace: str | None = None
    but: NameClass | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Any of several."""

    of: tuple[NameClass, ...]


NameClass = OneName | AnyName | Names


def has(names: NameClass, name: str) -> bool:
    """Whether a full name is among them."""
    match names:
        case OneName(one):
            return one == name
        case AnyName(namespace, but):
            inside = namespace is None or name.rpartition(" ")[0] == namespace
            return inside and not (but is not None and has(but, name))
        case Names(of):
            return any(has(each, name) for each in of)
