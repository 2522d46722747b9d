"""Conformance: the standard that somebody says the book meets, and who says so.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/#conformance-group
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.inventory.statements import Statement, Statements

_CLAIM = re.compile(r"EPUB Accessibility 1\.1 - WCAG (2\.[0-2]) Level (A{1,3})")
_ANY_CLAIM = "EPUB Accessibility 1.1 - WCAG 2."
_OLD = "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-"
_LEVELS = {
    "AAA": "This publication exceeds accepted accessibility standards",
    "AA": "This publication meets accepted accessibility standards",
    "A": "This publication meets minimum accessibility standards",
}
_UNKNOWN = (
    "Conformance to accepted standards for accessibility of this publication cannot be determined"
)
_MONTHS = """January February March April May June July August September October November
December""".split()


@dataclass(frozen=True, slots=True)
class _Claim:
    """A standard, as far as it can be told."""

    epub: str
    wcag: str
    level: str


def conformance(said: Statements) -> tuple[str, ...]:
    """What is claimed in plain words, and by whom."""
    claim = _claim(said)
    if claim is None:
        return ("No information is available",)
    certifiers = list(_certifiers(said))
    found = [_LEVELS.get(claim.level, _UNKNOWN)]
    found += [f"The publication was certified by {each.text}" for each in certifiers[:1]]
    credentials = _of_certifier(said, certifiers, "a11y:certifierCredential")
    found += [f"The certifier's credential is {each.text}" for each in credentials[:1]]
    return tuple(found)


def conformance_details(said: Statements) -> tuple[str, ...]:
    """The standard by its name, the day, and where to read more; nothing without a claim."""
    claim = _claim(said)
    if claim is None:
        return ()
    certifiers = list(_certifiers(said))
    found = []
    if claim.level:
        standard = f"EPUB Accessibility {claim.epub} WCAG {claim.wcag} Level {claim.level}"
        found.append(f"This publication claims to meet {standard}")
    dates = _of_certifier(said, certifiers, "dcterms:date")
    found += [f"The publication was certified on {_day(each.text)}" for each in dates[:1]]
    reports = _of_certifier(said, certifiers, "a11y:certifierReport")
    found += [
        f"For more information refer to the certifier's report: {each.text}" for each in reports[:1]
    ]
    return tuple(found)


def _claim(said: Statements) -> _Claim | None:
    """The first claim to EPUB Accessibility 1.1, else the highest to 1.0."""
    stated = [each for each in said.all if each.name == "dcterms:conformsTo"]
    for each in stated:
        if _ANY_CLAIM in each.text:
            found = _CLAIM.fullmatch(each.text)
            return _Claim("1.1", *found.groups()) if found else _Claim("1.1", "", "")
    for level in _LEVELS:
        if any(each.text == _OLD + level.lower() for each in stated):
            return _Claim("1.0", "2.0", level)
    return None


def _certifiers(said: Statements) -> Iterator[Statement]:
    """Those who certify the book, or a claim of its to a standard of EPUB Accessibility."""
    claims = {
        each.id
        for each in said.all
        if each.name == "dcterms:conformsTo" and ("/epub/a11y/" in each.text or _names(each.text))
    }
    for each in said.all:
        if each.name == "a11y:certifiedBy" and (not each.refines or each.refines in claims):
            yield each


def _names(text: str) -> bool:
    return "EPUB Accessibility 1.1" in text


def _of_certifier(said: Statements, certifiers: list[Statement], name: str) -> list[Statement]:
    """What is said of the book or of its certifier under a name."""
    ids = {each.id for each in certifiers if each.id}
    return [
        e for e in said.all if e.name == name and e.text and (not e.refines or e.refines in ids)
    ]


def _day(written: str) -> str:
    """`2024-03-15` or `20240315` as 15 March 2024; anything else as it is."""
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?:T|\Z)", written)
    if not found or not 1 <= int(found[2]) <= 12:
        return written
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"
