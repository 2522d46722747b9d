"""The metadata of a package document as plain statements, of EPUB 3 and of EPUB 2 alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from epubforge.finished.package import Package
from epubforge.tree.document import Element
from epubforge.tree.names import DC, OPF, XML_LANG

_LONGEST = 1 << 16
"""Characters of one statement that are kept: some publishers write a whole review."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the metadata: what it is about, what it says, and what it refines."""

    name: str
    """`dc:title`, a property (`dcterms:modified`), or a link's relation."""
    text: str
    """With blanks as one blank; of a link its address."""
    id: str = ""
    refines: str = ""
    """The id of what it is said of; empty: of the book."""
    scheme: str = ""
    language: str = ""
    """As it is said on the element itself."""
    attributes: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Those of EPUB 2: `role`, `file-as`, `scheme`, `event`."""


@dataclass(frozen=True)
class Statements:
    """All that the metadata of a package says, in its order."""

    all: tuple[Statement, ...]

    @cached_property
    def refining(self) -> dict[str, list[Statement]]:
        """What is said of each other statement, by its id."""
        found: dict[str, list[Statement]] = {}
        for each in self.all:
            if each.refines:
                found.setdefault(each.refines, []).append(each)
        return found

    def of(self, name: str) -> list[Statement]:
        """What is said of the book as a whole, under this name."""
        return [each for each in self.all if each.name == name and not each.refines]

    def texts(self, name: str) -> list[str]:
        """The texts of `of` that say something."""
        return [each.text for each in self.of(name) if each.text]

    def on(self, refined: Statement, name: str) -> list[Statement]:
        """What is said of another statement, under this name."""
        return [each for each in self.refining.get(refined.id, ()) if each.name == name]

    def detail(self, refined: Statement, name: str) -> str:
        """What is said first of another statement: as a refinement, or as EPUB 2's attribute."""
        said = [each.text for each in self.on(refined, name) if each.text]
        return said[0] if said else dict(refined.attributes).get(name, "")


def statements(package: Package) -> Statements:
    """The statements of a package's own metadata.

    EPUB 2 writes `<meta name="…" content="…"/>` where EPUB 3 writes a property; both are told
    alike.
    """
    metadata = package.metadata
    if metadata is None:
        return Statements(())
    found = (statement for element in _elements(metadata) for statement in _read(element))
    return Statements(tuple(found))


def _elements(metadata: Element) -> Iterator[Element]:
    """The metadata, and what EPUB 1 put one floor deeper."""
    for element in metadata.children():
        if element.local in {"dc-metadata", "x-metadata"}:
            yield from element.children()
        else:
            yield element


def _read(element: Element) -> Iterator[Statement]:
    if element.name.startswith(f"{DC} "):
        yield _statement(element, f"dc:{element.local}", element.text())
    elif element.local == "meta":
        if element.get("property").strip():
            yield _statement(element, element.get("property").strip(), element.text())
        elif element.get("name").strip():
            yield _statement(element, element.get("name").strip(), element.get("content"))
    elif element.local == "link":
        for relation in element.tokens("rel"):
            yield _statement(element, relation, element.get("href"))


def _statement(element: Element, name: str, text: str) -> Statement:
    old = tuple(
        (each, " ".join(value.split()))
        for each in ("role", "file-as", "scheme", "event")
        if (value := element.attributes.get(f"{OPF} {each}"))
    )
    return Statement(
        name=name,
        text=" ".join(text[:_LONGEST].split()),
        id=element.get("id").strip(),
        refines=element.get("refines").strip().removeprefix("#"),
        scheme=element.get("scheme").strip(),
        language=(element.get(XML_LANG) or element.get("lang")).strip(),
        attributes=old,
    )
