"""English titles in headline capitals, as BibTeX files have them, brought to a sentence's case."""

from __future__ import annotations

from dataclasses import replace

from epubforge.citations.casing import cased
from epubforge.citations.entry import Entry
from epubforge.citations.rich import parsed


def settled(entry: Entry, english: bool) -> Entry:
    """The work with its English titles in a sentence's case; styles may put capitals back."""
    if not entry.headline or not english:
        return entry
    texts = dict(entry.texts)
    for name in ("title", "container-title") if _is_part(entry) else ("title",):
        if name in texts:
            texts[name] = _sentence_case(texts[name])
    return replace(entry, texts=texts)


def is_english(language: str | None) -> bool:
    """Whether a BCP 47 tag is of English."""
    return (language or "").casefold().replace("_", "-").split("-")[0] == "en"


def _is_part(entry: Entry) -> bool:
    return entry.type in ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")


def _sentence_case(words: str) -> str:
    rich = cased(parsed(words), "sentence", True)
    out = ""
    for piece in rich:
        body = piece.text
        for name in reversed(piece.formats):
            body = _MARKUP[name][0] + body + _MARKUP[name][1]
        out += body
    return out.replace("\ue000", "“").replace("\ue001", "”")


_MARKUP = {
    "nocase": ('<span class="nocase">', "</span>"), "i": ("<i>", "</i>"), "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"), "sub": ("<sub>", "</sub>"), "sc": ("<sc>", "</sc>"),
}  # fmt: skip
