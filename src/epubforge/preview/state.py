"""What is shown of an edition, as the viewer reads it: one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from epubforge.diagnostics import Diagnostic
from epubforge.model.book import TocEntry
from epubforge.preview.proof import Leaf, Proof
from epubforge.preview.session import Session, Shown
from epubforge.report.json import finding_of

Value = Mapping[str, object]
WORDS_A_MINUTE = 230


def state_of(session: Session, shown: Shown) -> Value:
    """All of an edition but its bytes."""
    proof = shown.proof
    return {
        "run": session.run,
        "revision": shown.revision,
        "project": session.maker.name,
        "editions": [
            {"name": each.name, "label": each.label, "layout": each.layout}
            for each in session.maker.editions()
        ],
        **(_of_proof(proof) if proof else _NOTHING),
        "findings": [_finding(each) for each in shown.found],
        "error": None
        if shown.fault is None
        else {
            "message": shown.fault.message,
            "findings": [_finding(each) for each in shown.fault.found],
        },
        "can": {"edit": False, "build": False, "epubcheck": False, "ace": False, "plates": False},
    }


_NOTHING: Value = {
    "title": "", "language": "en", "direction": "ltr", "layout": "reflowable", "viewport": None,
    "spread": "auto", "spine": [], "toc": [], "landmarks": [], "pages": [], "card": None,
    "stats": {"words": 0, "minutes": 0, "pictures": [], "bytes": 0},
}  # fmt: skip


def _of_proof(proof: Proof) -> Value:
    frame = proof.frame
    return {
        "title": proof.title,
        "language": proof.language,
        "direction": proof.direction,
        "layout": proof.layout,
        "viewport": {"width": frame.width, "height": frame.height} if frame else None,
        "spread": frame.spread if frame else "auto",
        "spine": [
            {
                "href": page.leaf.href,
                "title": page.title,
                "linear": page.linear,
                "properties": list(page.properties),
                "digest": page.leaf.digest,
                "bytes": page.leaf.size,
                "words": page.leaf.words,
            }
            for page in proof.spine
        ],
        "toc": _toc(proof.toc),
        "landmarks": [
            {"title": mark.title, "type": mark.epub_type, "href": mark.href}
            for mark in proof.landmarks
        ],
        "pages": [{"title": mark.label, "href": mark.href} for mark in proof.pages],
        "stats": _stats(proof),
        "card": _card(proof),
    }


def _toc(entries: Sequence[TocEntry]) -> list[Value]:
    return [
        {"title": each.title, "href": each.href, "children": _toc(each.children)}
        for each in entries
    ]


def _stats(proof: Proof) -> Value:
    words = sum(page.leaf.words for page in proof.spine)
    pictures = [leaf for leaf in proof.leaves.values() if leaf.media_type.startswith("image/")]
    pictures.sort(key=lambda leaf: -leaf.size)
    return {
        "words": words,
        "minutes": round(words / WORDS_A_MINUTE),
        "pictures": [_picture(leaf) for leaf in pictures],
        "bytes": sum(leaf.size for leaf in proof.leaves.values()),
    }


def _picture(leaf: Leaf) -> Value:
    width, height = leaf.pixels or (None, None)
    return {"href": leaf.href, "bytes": leaf.size, "width": width, "height": height}


def _card(proof: Proof) -> Value | None:
    card = proof.card
    if card is None:
        return None
    return {
        "ways": [*card.modes, *card.sufficient],
        "conformance": list(card.conforms_to),
        "navigation": list(card.features),
        "hazards": list(card.hazards),
        "summary": card.summary,
    }


def _finding(diagnostic: Diagnostic) -> Value:
    return {**finding_of(diagnostic), "href": None, "element": None}


def strings(values: Iterable[object]) -> list[str]:
    """Their texts."""
    return [str(value) for value in values]
