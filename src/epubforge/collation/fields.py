"""Metadata field by field: what the package says, and no longer or newly says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from epubforge.inventory.statements import Statement, Statements
from epubforge.inventory.take import Opened
from epubforge.model.relators import RELATORS

_ACCESSIBILITY = ("schema:access", "a11y:", "dcterms:conformsTo")
_LABELS = {
    "dcterms:modified": "modified",
    "dcterms:alternative": "alternative title",
    "belongs-to-collection": "series",
    "schema:accessMode": "access mode",
    "schema:accessModeSufficient": "sufficient access modes",
    "schema:accessibilityFeature": "accessibility feature",
    "schema:accessibilityHazard": "accessibility hazard",
    "schema:accessibilitySummary": "accessibility summary",
    "dcterms:conformsTo": "conforms to",
}
_HIDDEN = frozenset({"display-seq"})
"""The order is told by the order."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose values are not the same; where only their order is another, both hold all."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def metadata_changes(before: Opened, after: Opened) -> tuple[FieldChange, ...]:
    """The fields that changed, in the order of the first book, new ones last."""
    return _changes(_fields(before, accessible=False), _fields(after, accessible=False))


def accessibility_changes(before: Opened, after: Opened) -> tuple[FieldChange, ...]:
    """As metadata_changes, of the statements about accessibility."""
    return _changes(_fields(before, accessible=True), _fields(after, accessible=True))


def card_changes(before: Opened, after: Opened) -> tuple[FieldChange, ...]:
    """What shops will no longer and newly say, section by section."""
    cards = (each.inventory.accessibility.card for each in (before, after))
    one, other = ({title: list(said) for title, said in card.sections} for card in cards)
    return _changes(one, other)


def _fields(opened: Opened, *, accessible: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if not accessible:
        for label, value in _of_the_whole(opened):
            if value:
                found[label] = [value]
    for each in opened.said.all:
        if each.refines or each.name.startswith(_ACCESSIBILITY) is not accessible:
            continue
        found.setdefault(_label(each, opened.said), []).append(_value(each, opened.said))
    return found


def _of_the_whole(opened: Opened) -> Iterator[tuple[str, str]]:
    yield "EPUB version", opened.inventory.version
    root = opened.package.document.root
    if root is not None:
        unique = (e.value for e in opened.inventory.metadata.identifiers if e.is_unique)
        yield "unique identifier", next(unique, "")
    yield "pages turn", opened.inventory.rendition.direction
    cover = next((each.path for each in opened.inventory.pictures if each.is_cover), "")
    yield "cover", cover


def _label(stated: Statement, said: Statements) -> str:
    if stated.name == "dc:title":
        kind = said.detail(stated, "title-type")
        return kind if kind not in {"", "main"} else "title"
    return _LABELS.get(stated.name, stated.name.removeprefix("dc:"))


def _value(stated: Statement, said: Statements) -> str:
    """The text, and in brackets what is said of it."""
    details = [
        f"{each.name.rpartition(':')[2]}: {_in_words(each.name, each.text)}"
        for each in said.refining.get(stated.id, ())
        if each.name not in _HIDDEN and (stated.name, each.name) != ("dc:title", "title-type")
    ]
    details += [f"{name}: {_in_words(name, value)}" for name, value in stated.attributes]
    details += [f"language: {stated.language}"] if stated.language else []
    return f"{stated.text} ({', '.join(details)})" if details else stated.text


def _in_words(name: str, text: str) -> str:
    return RELATORS.get(text, text) if name == "role" else text


def _changes(before: dict[str, list[str]], after: dict[str, list[str]]) -> tuple[FieldChange, ...]:
    fields = dict.fromkeys((*before, *after))
    changed = (
        _change(field, before.get(field, []), after.get(field, []))
        for field in fields
        if before.get(field) != after.get(field)
    )
    return tuple(changed)


def _change(field: str, before: Sequence[str], after: Sequence[str]) -> FieldChange:
    """Of several values only those that are not in both, unless their order is what changed."""
    old, other = set(before), set(after)
    gone = tuple(value for value in before if value not in other)
    new = tuple(value for value in after if value not in old)
    if not gone and not new:
        return FieldChange(field, tuple(before), tuple(after))
    return FieldChange(field, gone, new)
