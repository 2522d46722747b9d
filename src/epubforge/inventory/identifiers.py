"""The identifiers of a book: what kind of number each is, and whether an ISBN is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from epubforge.finished.package import Package
from epubforge.inventory.statements import Statement, Statements
from epubforge.model.isbn import isbn_fault

_BY_CODE = {"02": "isbn", "03": "gtin", "06": "doi", "15": "isbn"}
"""ONIX code list 5: https://ns.editeur.org/onix/en/5"""
_BY_BEGINNING = (
    ("isbn", re.compile(r"(?:urn:)?isbn:?\s*(?=[\dX])", re.I)),
    ("uuid", re.compile(r"(?:urn:uuid:)?(?=[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\Z)", re.I)),
    ("issn", re.compile(r"urn:issn:", re.I)),
    ("doi", re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:|urn:doi:)(?=10\.)", re.I)),
    ("url", re.compile(r"(?=https?://)", re.I)),
    ("urn", re.compile(r"(?=urn:)", re.I)),
)
_SCHEMES = {"isbn", "uuid", "doi", "issn", "url", "urn", "gtin", "asin"}


@dataclass(frozen=True, slots=True)
class Identifier:
    """One number or name that the book has."""

    value: str
    """As it stands in the book."""
    kind: str
    """isbn, uuid, doi, issn, gtin, asin, url, urn or other."""
    number: str
    """Without what only says its kind: `urn:isbn:`."""
    is_unique: bool
    """It is the one by which the package names itself."""
    fault: str | None
    """What is wrong with an ISBN; null where nothing is, and for all other kinds."""


def identifiers(package: Package, said: Statements) -> tuple[Identifier, ...]:
    """Every identifier, in the book's order."""
    root = package.document.root
    unique = root.get("unique-identifier").strip() if root is not None else ""
    return tuple(
        _identifier(each, said, is_unique=bool(unique) and each.id == unique)
        for each in said.of("dc:identifier")
        if each.text
    )


def named(text: str) -> Identifier:
    """A number that the book only mentions: that of the printed book it was made from."""
    return _identifier(Statement("dc:source", text), Statements(()), is_unique=False)


def _identifier(stated: Statement, said: Statements, *, is_unique: bool) -> Identifier:
    kind, number = _kind(stated, said)
    fault = isbn_fault(number) if kind == "isbn" else None
    return Identifier(stated.text, kind, number, is_unique, fault[0] if fault else None)


def _kind(stated: Statement, said: Statements) -> tuple[str, str]:
    """By what the book says of it, else by how it begins, else by its digits."""
    text = stated.text
    by_code = _BY_CODE.get(said.detail(stated, "identifier-type"), "")
    scheme = dict(stated.attributes).get("scheme", "").lower()
    for kind, beginning in _BY_BEGINNING:
        found = beginning.match(text)
        if found and kind != "urn":
            return kind, text[found.end() :].strip()
    stated_kind = by_code or (scheme if scheme in _SCHEMES else "")
    if stated_kind:
        return stated_kind, text
    if text.startswith("97") and isbn_fault(text) is None:
        return "isbn", text
    return ("urn", text) if text.lower().startswith("urn:") else ("other", text)
