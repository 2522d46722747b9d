"""The table of settings on accessibility: what only a person can say."""

from __future__ import annotations

import re

from epubforge.model.metadata import AccessibilityStatement, Claim
from epubforge.project.dates import read_published
from epubforge.project.kinds import Choice, Listing, Read, Text
from epubforge.project.node import Node
from epubforge.project.record import Entries, Key, Record
from epubforge.project.suggest import did_you_mean

_HAZARDS = (
    "none", "unknown", "flashing", "noFlashingHazard", "unknownFlashingHazard", "motionSimulation",
    "noMotionSimulationHazard", "unknownMotionSimulationHazard", "sound", "noSoundHazard",
    "unknownSoundHazard",
)  # fmt: skip
_HAZARD_LIST = Listing(Choice(_HAZARDS), or_one=True)
EXEMPTIONS = (
    "eaa-microenterprise", "eaa-disproportionate-burden", "eaa-fundamental-alteration",
)  # fmt: skip
"""https://www.w3.org/TR/epub-a11y-exemption/"""
CLAIMS = tuple(
    f"EPUB Accessibility {version} - WCAG {wcag} Level {level}"
    for version in ("1.1", "1.2")
    for wcag in ("2.0", "2.1", "2.2")
    for level in ("A", "AA", "AAA")
)
"""https://www.w3.org/TR/epub-a11y-11/#sec-conf-reporting-pub"""
_WEB = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")


def _read_hazards(node: Node) -> tuple[str, ...]:
    hazards = tuple(dict.fromkeys(_HAZARD_LIST.read(node)))
    if len(hazards) > 1 and {"none", "unknown"} & set(hazards):
        raise node.invalid("says none or unknown beside others", "let none or unknown stand alone")
    return hazards


def _read_conformance(node: Node) -> str:
    text = " ".join(node.text().split())
    if text not in CLAIMS:
        hint = f'write it letter by letter, as in "{CLAIMS[7]}"'
        raise node.invalid(f'cannot be "{text}"{did_you_mean(text, CLAIMS)}', hint)
    return text


def _read_address(node: Node) -> str:
    text = node.text().strip()
    if not _WEB.fullmatch(text):
        raise node.invalid(f'cannot be "{text}"', 'write an address of the web: "https://…"')
    return text


SUMMARY = Key("summary", Text(), "What a reader should know of the book's accessibility.")
HAZARDS = Key(
    "hazards",
    Read(_read_hazards, _HAZARD_LIST.schema()),
    "Dangers for some readers, in the words of schema.org; computed without it.",
)
EXEMPTION = Key(
    "exemption",
    Choice(EXEMPTIONS),
    "Why the European Accessibility Act asks less of this book; a decision of lawyers.",
)
CONTACT = Key("contact", Text(), "Whom readers ask about the book's accessibility.")
CONFORMS_TO = Key(
    "conforms_to", Read(_read_conformance, {"enum": list(CLAIMS)}), "The standard and level.", True
)
CERTIFIED_BY = Key("certified_by", Text(), "Who examined the book.", True)
CREDENTIAL = Key("credential", Text(), "What entitles them to.")
REPORT = Key("report", Read(_read_address, {"type": "string"}), "Where their report is.")
DATE = Key(
    "date",
    Read(read_published, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
    "When they examined it: a date, a year, or year and month as a text.",
)


def _claim(entries: Entries) -> Claim | None:
    conforms_to = entries.get(CONFORMS_TO, None)
    certified_by = entries.get(CERTIFIED_BY, None)
    if conforms_to is None or not certified_by:
        return None  # it was said what is missing
    return Claim(
        conforms_to,
        certified_by,
        entries.get(CREDENTIAL, None),
        entries.get(REPORT, None),
        entries.get(DATE, None),
        entries.node.below(CONFORMS_TO.name, conforms_to).span,
    )


CLAIM = Key(
    "claim",
    Record((CONFORMS_TO, CERTIFIED_BY, CREDENTIAL, REPORT, DATE), _claim),
    "What a person who examined the book says that it conforms to; never inherited.",
)
ACCESSIBILITY = Record(
    (SUMMARY, HAZARDS, EXEMPTION, CONTACT, CLAIM),
    lambda entries: AccessibilityStatement(
        entries.get(SUMMARY, None),
        entries.get(HAZARDS, ()),
        entries.get(EXEMPTION, None),
        entries.get(CONTACT, None),
        entries.get(CLAIM, None),
    ),
)
