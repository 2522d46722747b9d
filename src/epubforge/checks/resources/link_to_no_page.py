"""L040: link to no page."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.package import Package
from epubforge.finished.references import HYPERLINKS, Reference
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "L040",
    "link-to-no-page",
    Severity.ERROR,
    page="""\
A link leads to something that is no page and has no page as a fallback.

Why it matters
    Reading systems open nothing.
Bad
    <a href="plan.pdf">
Good
    <item id="plan" href="plan.pdf" … fallback="plan-page"/>
Reference
    EPUB 3.3, foreign resources: https://www.w3.org/TR/epub-33/#sec-foreign-resources
""",
    equivalent="RSC-010",
)


def link_to_no_page(rendition: Rendition) -> Iterator[Diagnostic]:
    """Links that a reader follows."""
    package = rendition.package
    for reference in rendition.facts.references():
        if reference.use not in HYPERLINKS:
            continue
        item = package.by_resource.get(reference.url.resource)
        is_foreign = item is not None and not any(
            package.is_content(each) or each.media_type == types.SVG
            for each in (item, *package.fallbacks(item))
        )
        is_wrong = is_foreign or _is_package(package, reference)
        if (is_wrong and reference.url.path is not None) or reference.url.scheme == "data":
            place = rendition.book.at_byte(reference.source, reference.at)
            yield RULE.at(
                place, f"{reference.url.text[:80]} is no page", "give it a page as its fallback"
            )


def _is_package(package: Package, reference: Reference) -> bool:
    """Whether it leads to the package document itself. With a path of steps it would stand for a
    place in a page: https://idpf.org/epub/linking/cfi/"""
    steps = (reference.url.fragment or "").startswith("epubcfi(")
    return reference.url.resource == package.path and not steps
