"""C088: guide target unlisted."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.rendition import Rendition
from epubforge.finished.url import resolve

RULE = Rule(
    "C088",
    "guide-target-unlisted",
    Severity.ERROR,
    page="""\
The guide names a file that the manifest does not list.

Why it matters
    The place that it promises, cover or text, cannot be opened.
Bad
    <reference type="cover" href="cover.xhtml"/>, and no such item
Good
    <item id="cover" href="cover.xhtml" …/>
Reference
    OPF 2.0.1, guide: http://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.6
""",
    equivalent="OPF-031",
)


def guide_target_unlisted(rendition: Rendition) -> Iterator[Diagnostic]:
    """By path, whatever part of the file is meant."""
    package = rendition.package
    for element in package.elements("reference"):
        url = resolve(package.path, element.get("href"))
        if (
            url.path is not None
            and url.path not in package.by_resource
            and url.path != package.path
        ):
            said = f"{element.get('href')} of the guide is not in the manifest"
            yield RULE.at(rendition.at(element), said, "list it, or take the reference out")
