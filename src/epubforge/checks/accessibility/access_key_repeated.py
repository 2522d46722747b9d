"""A080: one key for two things."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "A080",
    "access-key-repeated",
    Severity.WARNING,
    page="""\
Two elements of a page have the same access key.

Why it matters
    The key reaches one of them only, and nobody can know which.
Bad
    <a href="1.xhtml" accesskey="n">Next</a> <a href="n.xhtml" accesskey="n">Notes</a>
Good
    <a href="1.xhtml" accesskey="n">Next</a> <a href="n.xhtml" accesskey="o">Notes</a>
Reference
    HTML, the accesskey attribute:
    https://html.spec.whatwg.org/multipage/interaction.html#the-accesskey-attribute
""",
    ace=("accesskeys",),
)


def access_key_repeated(page: Page) -> Iterator[Diagnostic]:
    """Each element after the first; capitals count as their small letters."""
    if b"accesskey" not in page.document.content or not page.is_html:
        return
    taken: set[str] = set()
    for element in page.document.elements:
        for key in element.get("accesskey").casefold().split() if element.attributes else ():
            if key in taken:
                message = f'the access key "{key[:20]}" belongs to another element already'
                yield RULE.at(page.at(element), message, "choose another, or do without")
            taken.add(key)
