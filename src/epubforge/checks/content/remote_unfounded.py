"""C157: remote unfounded."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.features import features
from epubforge.finished.page import Page

RULE = Rule(
    "C157",
    "remote-unfounded",
    Severity.WARNING,
    page="""\
An item says that its page uses things from elsewhere, and it uses none.

Why it matters
    Reading systems warn the reader, or ask for the network.
Bad
    <item href="one.xhtml" properties="remote-resources" …/>, and all in one.xhtml lies in the book
Good
    <item href="one.xhtml" …/>
Reference
    EPUB 3.3, remote-resources: https://www.w3.org/TR/epub-33/#sec-remote-resources
""",
    equivalent="OPF-018",
)


def remote_unfounded(page: Page) -> Iterator[Diagnostic]:
    """Pages without scripts: a script may fetch anything."""
    found = features(page)
    said_so = "remote-resources" in page.item.properties
    if said_so and not {"remote-resources", "scripted"} & set(found) and not page.package.is_epub2:
        said = f"the item of {page.path} says remote-resources, and there is none"
        yield RULE.at(page.whole, said, "take it out of the item's properties")
