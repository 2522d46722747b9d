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


def written(names: NameClass, known: set[str]) -> None:
    """Add the names and, with a blank behind them, the namespaces that stand in it."""
    match names:
        case OneName(name):
            known.add(name)
        case AnyName(namespace, but):
            known.add(f"{namespace} ")
            if but is not None:
                written(but, known)
        case Names(of):
            for each in of:
                written(each, known)


def sort_of(name: str, known: set[str]) -> str:
    """A name that every class of names takes for the same as this one.

    Names that no grammar writes differ by their namespaces only, and that only where one does.
    """
    if name in known:
        return name
    space = name.rpartition(" ")[0]
    return f"{space} " if f"{space} " in known or not space else "? "


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
