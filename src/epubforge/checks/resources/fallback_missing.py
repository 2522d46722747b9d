"""L046: fallback missing."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.references import Reference, Use
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L046",
    "fallback-missing",
    Severity.ERROR,
    page="""\
A page uses something that reading systems need not know, and offers nothing instead.

Why it matters
    The reader sees a gap.
Bad
    <img src="plan.psd" alt="The plan"/>
Good
    <item id="plan" href="plan.psd" … fallback="plan-png"/>
Reference
    EPUB 3.3, foreign resources: https://www.w3.org/TR/epub-33/#sec-foreign-resources
""",
    equivalent="RSC-032",
)


_USES = frozenset({Use.IMAGE, Use.AUDIO, Use.VIDEO, Use.EMBEDDED})
_EXEMPT = frozenset(
    {"application/vnd.adobe-page-template+xml", "application/adobe-page-template+xml"}
)


def fallback_missing(rendition: Rendition) -> Iterator[Diagnostic]:
    """Pictures, sound, film and embedded things; in a picture element its own rules hold."""
    for reference in rendition.facts.references():
        if reference.use not in _USES or reference.has_fallback or reference.in_picture:
            continue
        if reference.url.is_remote and reference.use not in {Use.AUDIO, Use.VIDEO}:
            continue
        kind, has_fallback = _kind(rendition, reference)
        if kind and not types.needs_no_fallback(kind) and not has_fallback and kind not in _EXEMPT:
            place = rendition.book.at_byte(reference.source, reference.at)
            said = f"{reference.url.text[:80]} is {kind}, and has no fallback"
            yield RULE.at(place, said, "offer something that all reading systems know")


def _kind(rendition: Rendition, reference: Reference) -> tuple[str, bool]:
    """Its media type, and whether a fallback in the manifest is known to all."""
    if reference.url.scheme == "data":
        head = reference.url.text[5:].partition(",")[0]
        return head.partition(";")[0] or "text/plain", False
    item = rendition.package.by_resource.get(reference.url.resource)
    if item is None:
        return "", False
    chain = rendition.package.fallbacks(item)
    return item.media_type, any(types.needs_no_fallback(each.media_type) for each in chain)
