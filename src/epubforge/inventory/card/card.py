"""The whole card of a book, from its package document."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished.package import Package
from epubforge.inventory.card.conformance import conformance, conformance_details
from epubforge.inventory.card.further import additional, legal
from epubforge.inventory.card.hazards import hazards
from epubforge.inventory.card.navigation import navigation
from epubforge.inventory.card.reading import audio, nonvisual, visual
from epubforge.inventory.card.richness import rich_content
from epubforge.inventory.statements import statements
from epubforge.tree.names import XML_LANG


@dataclass(frozen=True, slots=True)
class Card:
    """What a shop shows beside the book; an empty section is left out by it."""

    ways_of_reading: tuple[str, ...]
    conformance: tuple[str, ...]
    conformance_details: tuple[str, ...]
    navigation: tuple[str, ...]
    rich_content: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str
    summary_language: str
    """As it is said of the summary, else of the metadata, else of the book."""
    legal: tuple[str, ...]
    additional: tuple[str, ...]

    @property
    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The sections that have something to say, under their titles, in the guide's order."""
        every = (
            ("Ways of reading", self.ways_of_reading),
            ("Conformance", (*self.conformance, *self.conformance_details)),
            ("Navigation", self.navigation),
            ("Rich content", self.rich_content),
            ("Hazards", self.hazards),
            ("Accessibility summary", (self.summary,) if self.summary else ()),
            ("Legal considerations", self.legal),
            ("Additional accessibility information", self.additional),
        )
        return tuple((title, said) for title, said in every if said)


def card(package: Package) -> Card:
    """The card of a book. One that is not packed yet has its package document in its publication:
    `card(read_package(parse(path, publication.package)))`.
    """
    said = statements(package)
    summary = next(iter(said.of("schema:accessibilitySummary")), None)
    root = package.document.root
    around = root.get(XML_LANG) if root is not None else ""
    of_book = next(iter(said.texts("dc:language")), "")
    return Card(
        ways_of_reading=(visual(said), *nonvisual(said), *audio(said)),
        conformance=conformance(said),
        conformance_details=conformance_details(said),
        navigation=navigation(said),
        rich_content=rich_content(said),
        hazards=hazards(said),
        summary=summary.text if summary else "",
        summary_language=(summary.language or around or of_book) if summary else "",
        legal=legal(said),
        additional=additional(said),
    )
