"""What the metadata says of the book's accessibility, value by value."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished.package import Package
from epubforge.inventory.card.card import Card, card
from epubforge.inventory.statements import Statements


@dataclass(frozen=True, slots=True)
class Accessibility:
    """The properties as they stand in the package, and what shops make of them."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    conforms_to: tuple[str, ...]
    certified_by: tuple[str, ...]
    exemptions: tuple[str, ...]
    card: Card


def accessibility(package: Package, said: Statements) -> Accessibility:
    """What is stated, and the card."""
    return Accessibility(
        modes=tuple(said.texts("schema:accessMode")),
        sufficient=tuple(said.texts("schema:accessModeSufficient")),
        features=tuple(said.texts("schema:accessibilityFeature")),
        hazards=tuple(said.texts("schema:accessibilityHazard")),
        conforms_to=tuple(e.text for e in said.all if e.name == "dcterms:conformsTo" and e.text),
        certified_by=tuple(e.text for e in said.all if e.name == "a11y:certifiedBy" and e.text),
        exemptions=tuple(said.texts("a11y:exemption")),
        card=card(package),
    )
