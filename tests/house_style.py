"""How a finding speaks: what is wrong with the words of a message or a hint, if anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from epubforge.diagnostics import Rule

FILLED: Final = "{…}"
LONGEST: Final = 130
"""Letters of ours in a message or a hint; names and texts of the book come on top."""
FILLER: Final = re.compile(
    r"\b(?:invalid|illegal|please|sorry|oops|failed|failure|unable|unexpected(?:ly)?|must be set)\b"
    r"|\b(?:error|warning|note|hint)s?:",
    re.IGNORECASE,
)
NAMES: Final = "EPUBCheck Git HTML META-INF MathML NCX SOURCE_DATE_EPOCH SVG XHTML".split()
"""Words with a capital that a message may begin with: things are called so."""
OPENING: Final = re.compile(r"[a-z0-9{\"“<:\[(@#*\\`._]")
MARKUP: Final = re.compile(
    r"\w:\w|@\w|\w\.\w+\.\w|=\"|[a-z][A-Z]|\b[a-z]+-[a-z]+\b|\b(?:[A-Z]{2,}[a-z]?|RDFa)\b"
    r"|\b(?:area|bdo|body|dfn|img|li|math|nav|ol|rootfile|span)\b|(?<!\w)_(?!\w)|<!--|:::|\{\{"
)
"""Names of elements, attributes, properties and formats: what they name is found by them."""
EMPTY: Final = frozenset(
    "a an and are at be been by does for from goes has have here holds in is it its no not of on or"
    " said stands that the there this to two was with".split()
)
VERBS: Final = frozenset(
    "add ask begin build check choose claim close commit compare copy count declare define delete "
    "describe divide do double download draw embed end export fetch fill finish fix give include "
    "indent install keep lay lead leave let link list look make mark mend move name number offer "
    "open pack put raise read remove rename run save say scale see select set shorten show spell "
    "store take tell turn use write".split()
)
"""What a hint tells somebody to do."""


def faults_of_message(message: str, rule: Rule, *, with_line: bool = True) -> Iterator[str]:
    """What is wrong with a message, in words.

    Where the line of the text is not shown beside it, it has to say more.
    """
    yield from _faults(message)
    if not OPENING.match(message) and message.split()[0].rstrip(",;:'s") not in NAMES:
        yield "begins with a capital"
    if re.search(r"[.!?:;,]$", message) and not message.endswith((" …", FILLED, "?")):
        yield "ends with a full stop or the like"
    if re.search(r"[a-z]\. [A-Za-z]", message.replace(FILLED, "x")):
        yield "is more than one sentence"
    if re.match(r"(?:it|they|something|this is)\b", message):
        yield "names nothing"
    named = FILLED in message or MARKUP.search(message)
    if not named and not with_line:
        yield "names nothing of the book"
    if not named and not _words(message) - set(rule.name.split("-")):
        yield "says the rule's name again"


def faults_of_hint(hint: str | None) -> Iterator[str]:
    """What is wrong with a hint, in words."""
    if hint is None:
        yield "is missing"
        return
    yield from _faults(hint)
    if re.match(r"[A-Z][a-z]", hint):
        yield "begins with a capital"
    if re.search(r"[^.]\.$|[!:;,]$", hint):
        yield "ends with a full stop or the like"
    if hint != FILLED and not _is_told_to(hint):
        yield "tells nobody to do anything"


def _faults(text: str) -> Iterator[str]:
    if filler := FILLER.search(text):
        yield f"holds the filler {filler[0]}"
    if text != " ".join(text.split()):
        yield "holds a line end, or blanks too many"
    if len(text.replace(FILLED, "")) > LONGEST:
        yield "is too long"


def _words(message: str) -> set[str]:
    """The words of a message that mean something."""
    return set(re.findall(r"[a-z]+", message.lower())) - EMPTY


def _is_told_to(hint: str) -> bool:
    """Whether a clause of a hint begins with a verb that asks for something to be done."""
    if hint.startswith("did you mean "):
        return True
    clauses = re.split(r"[;:,] |, and | or |: ", hint)
    return any(clause.split()[0] in VERBS for clause in clauses if clause.split())
