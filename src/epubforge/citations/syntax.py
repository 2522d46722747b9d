"""The inside of a citation's brackets, `see @ada, pp. 3-5; -@babbage`, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One work in a citation."""

    key: str
    prefix: str = ""
    locator: str = ""
    locator_label: str = ""
    """A locator of CSL: `page`, `chapter`, ...; empty where there is no locator."""
    suffix: str = ""
    suppress_author: bool = False
    start: int = 0
    """Where the key stands in the text, without its `@`."""
    end: int = 0


_KEY = re.compile(
    r"(?<![^\W_])(?P<bare>-?)@(?:\{(?P<braced>[^{}\s]+)\}"
    r"|(?P<key>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
)
_LABELS = {
    "page": "p pp page pages",
    "chapter": "ch chs chap chaps chapter chapters",
    "volume": "vol vols volume volumes",
    "section": "sec secs section sections sect § §§",
    "paragraph": "para paras paragraph paragraphs ¶ ¶¶",
    "part": "pt pts part parts",
    "figure": "fig figs figure figures",
    "note": "n nn note notes",
    "line": "l ll line lines",
    "verse": "v vv verse verses",
    "book": "bk bks book books",
    "column": "col cols column columns",
    "folio": "fol fols folio folios",
    "issue": "no nos issue issues",
    "opus": "op opp opus",
    "sub-verbo": "s.v s.vv",
    "table": "tbl table tables",
    "equation": "eq eqs equation equations",
    "appendix": "app apps appendix",
    "act": "act",
    "scene": "sc scene",
    "timestamp": "timestamp",
}
_BY_WORD = {word: label for label, words in _LABELS.items() for word in words.split()}
_WORDS = "|".join(re.escape(word) for word in sorted(_BY_WORD, key=len, reverse=True))
_NUMBER = r"(?:[a-z]{0,2}\d\w*(?:[.:]\w+)*|[ivxlcdm]+(?!\w))"
_RANGES = (
    rf"{_NUMBER}(?:\s*[-–—]+\s*{_NUMBER})?"
    r"(?:\s*(?:,|&|and)\s*\d[\d.:]*\w*(?:[-–—]+\w+)?)*"
)
_LOCATOR = re.compile(
    rf"\s*+,?\s*+(?:\{{(?P<braced>[^{{}}]*)\}}"
    rf"|(?P<label>{_WORDS})(?:\.\s*|\s+|(?<=[§¶])\s*)(?P<labelled>{_RANGES})"
    r"|(?P<plain>(?<=[,\s])\d[\w.:]*(?:\s*[-–—]+\s*\w+)?(?:,\s*\d+(?:[-–—]+\d+)?)*))(?!\w)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\s*(?P<label>{_WORDS})(?:\.\s*|\s+|(?<=[§¶])\s*)(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)


def parse_citation(text: str) -> tuple[CitedItem, ...] | None:
    """The works that a citation names, in order; None where this is no citation.

    Works are divided by `;`, and each has exactly one `@key`; a `-` before it suppresses the
    author. `@{…}` allows any key without blanks.
    """
    items: list[CitedItem] = []
    start = 0
    for part in text.split(";"):
        item = _item(part, start)
        if item is None:
            return None
        items.append(item)
        start += len(part) + 1
    return tuple(items)


def _item(part: str, offset: int) -> CitedItem | None:
    match = _KEY.search(part)
    if match is None or _KEY.search(part, match.end()) is not None:
        return None
    group = "braced" if match["braced"] is not None else "key"
    label, locator, suffix = _locator(part[match.end() :])
    return CitedItem(
        key=match[group],
        prefix=part[: match.start()].strip(),
        locator=locator,
        locator_label=label,
        suffix=suffix.rstrip(),
        suppress_author=bool(match["bare"]),
        start=offset + match.start(group),
        end=offset + match.end(group),
    )


def _locator(rest: str) -> tuple[str, str, str]:
    """Label, locator and suffix; a number without a label is a page."""
    match = _LOCATOR.match(rest)
    if match is None:
        return "", "", rest
    suffix = rest[match.end() :]
    if match["braced"] is not None:
        inner = _LABELLED.match(match["braced"])
        if inner is not None:
            return _BY_WORD[inner["label"].casefold()], inner["rest"].strip(), suffix
        return ("page" if match["braced"].strip() else ""), match["braced"].strip(), suffix
    if match["plain"] is not None:
        return "page", match["plain"], suffix
    return _BY_WORD[match["label"].casefold()], match["labelled"], suffix
