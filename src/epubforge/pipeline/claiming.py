"""What a book claims to conform to, held against what our own rules find in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.model.document import Document
from epubforge.model.metadata import Claim
from epubforge.model.project import Project
from epubforge.model.publication import Publication
from epubforge.pipeline.judging import judged

CONTRADICTED = Rule(
    "A097",
    "claim-contradicted",
    Severity.ERROR,
    """The book claims to conform to EPUB Accessibility, and our rules find what a conforming book
must not have.

Why it matters
    A claim is a promise to readers who cannot look for themselves, and in the European Union a
    statement that authorities check. It is left out until what contradicts it is mended.
    A book on fixed pages does not reflow and its text cannot be resized, so that it cannot meet
    level AA.
Bad
    [accessibility.claim]
    conforms_to = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
    certified_by = "Jane Doe"

    and ![](ada.jpg) in a chapter
Good
    The same claim, and ![Ada Lovelace at her desk, writing](ada.jpg)
Reference
    EPUB Accessibility 1.1, conformance: https://www.w3.org/TR/epub-a11y-11/#sec-conf-reporting
""",
)
_NAMED = 3


def kept_claim(
    publication: Publication,
    found: Sequence[Diagnostic],
    project: Project,
    documents: Sequence[Document],
) -> Outcome[Publication]:
    """The publication, without its claim where that is contradicted, and what then is to be said.

    Findings that the author passes over do not count, nor do mere notes.
    """
    claim = publication.metadata.accessibility.claim
    if claim is None or claim.span is None:
        return Outcome(publication)
    against = list(_against(claim, judged(found, project, documents)))
    if publication.rendition is not None and claim.level != "A":
        reason = f"a book on fixed pages cannot meet level {claim.level}"
        hint = "claim level A, and say in the summary what fixed pages do not do"
    elif against:
        reason = _told(against)
        hint = "mend what it names, or take the claim out"
    else:
        return Outcome(publication)
    from epubforge.package.assemble import without_claim

    message = f"{claim.conforms_to} is not written into the book: {reason}"
    return Outcome(without_claim(publication), (CONTRADICTED.at(claim.span, message, hint),))


def _against(claim: Claim, found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    for each in found:
        criterion = each.rule.criterion
        if criterion is None or each.grade is Severity.NOTE:
            continue
        if len(criterion.level) <= len(claim.level):
            yield each


def _told(against: Sequence[Diagnostic]) -> str:
    """Each rule once, with how often it was found."""
    counts: dict[str, int] = {}
    for each in against:
        criterion = each.rule.criterion
        name = f"{each.rule.code} {each.rule.name} ({criterion.name if criterion else ''})"
        counts[name] = counts.get(name, 0) + 1
    named = [f"{count} × {name}" for name, count in list(counts.items())[:_NAMED]]
    more = len(counts) - _NAMED
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
