"""What a package says of its book's accessibility, in EPUB 3 or 2."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.finished.package import Package
from epubforge.tree.document import Element
from epubforge.tree.names import OPF

MODE = "schema:accessMode"
SUFFICIENT = "schema:accessModeSufficient"
FEATURE = "schema:accessibilityFeature"
HAZARD = "schema:accessibilityHazard"
SUMMARY = "schema:accessibilitySummary"
CONFORMS = "dcterms:conformsTo"
CERTIFIER = "a11y:certifiedBy"
EXEMPTION = "a11y:exemption"


@dataclass(frozen=True, slots=True)
class Said:
    """One value, where it stands."""

    text: str
    """On one line, without blanks around it."""
    element: Element


def said(package: Package, name: str) -> list[Said]:
    """The values of a property, of the book as a whole or refining another; empty ones too."""
    found = package.metas_of.get(name, ())
    values = [Said(" ".join(_value(m).split()), m) for m in found]
    links = (e for e in package.elements("link") if e.parent is package.metadata)
    values += [Said(e.get("href").strip(), e) for e in links if name in e.tokens("rel")]
    return values


def texts(package: Package, name: str) -> list[str]:
    """The same, as texts, without those that are empty."""
    return [each.text for each in said(package, name) if each.text]


def _value(meta: Element) -> str:
    return (
        meta.text() if meta.name == f"{OPF} meta" and meta.get("property") else meta.get("content")
    )
