"""C141: data attribute malformed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page

RULE = Rule(
    "C141",
    "data-attribute-malformed",
    Severity.ERROR,
    page="""\
An attribute for data of one's own has a name that it cannot have.

Why it matters
    Scripts do not find it.
Bad
    <p data-="x" data-Color="red">
Good
    <p data-color="red">
Reference
    HTML, custom data attributes:
    https://html.spec.whatwg.org/multipage/dom.html#embedding-custom-non-visible-data-with-the-data-*-attributes
""",
    equivalent="HTM-061",
)


_NAME = re.compile(r"data-[^A-Z:]+\Z")


def data_attribute_malformed(page: Page) -> Iterator[Diagnostic]:
    """In EPUB 3."""
    for element in page.document.elements if page.is_content3 else ():
        for name in element.attributes:
            if name.startswith("data-") and not _NAME.match(name):
                yield RULE.at(
                    page.at(element),
                    f"{name} is no name for data",
                    "write small letters after data-",
                )
