"""C158: remote by script."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.features import features
from epubforge.finished.page import Page

RULE = Rule(
    "C158",
    "remote-by-script",
    Severity.NOTE,
    page="""\
An item says that its page uses things from elsewhere, and only a script of it can.

Why it matters
    It is right only if the script fetches something.
Bad
    <item href="one.xhtml" properties="scripted remote-resources" …/>, and the script fetches
      nothing
Good
    <item href="one.xhtml" properties="scripted" …/>
Reference
    EPUB 3.3, remote-resources: https://www.w3.org/TR/epub-33/#sec-remote-resources
""",
    equivalent="OPF-018b",
)


def remote_by_script(page: Page) -> Iterator[Diagnostic]:
    """Pages with scripts and nothing else from elsewhere."""
    found = features(page)
    said_so = "remote-resources" in page.item.properties
    if said_so and "scripted" in found and "remote-resources" not in found:
        said = f"whether {page.path} uses anything from elsewhere cannot be seen"
        yield RULE.at(page.whole, said, "look at its scripts")
