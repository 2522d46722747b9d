"""A044: a language that no register knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epubforge.diagnostics import Criterion, Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.language.tags import meant_tag, standard_tag
from epubforge.tree.names import XML_LANG

RULE = Rule(
    "A044",
    "language-tag-unknown",
    Severity.WARNING,
    page="""\
A page says that it is in a language that there is not.

Why it matters
    Reading systems choose the voice, the hyphens and the direction by this tag. One that they do
    not know counts as none. `uk` is Ukrainian, British English is `en-GB`; Japanese is `ja`, Greek
    `el`, Czech `cs`.
Bad
    <html lang="jp">
Good
    <html lang="ja">
Reference
    WCAG 2.2, 3.1.1 Language of Page: https://www.w3.org/TR/WCAG22/#language-of-page
    Language subtag registry: https://www.iana.org/assignments/language-subtag-registry
""",
    ace=("html-lang-valid", "valid-lang"),
    criterion=Criterion("WCAG 3.1.1", "A"),
)


_WELL_FORMED = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
"""What is no tag at all is a fault of the grammar."""


def language_tag_unknown(page: Page) -> Iterator[Diagnostic]:
    """Each such tag at its first place in the page; tags for private use are let pass."""
    if not (page.is_html or page.is_svg):
        return
    seen = {""}
    for element in page.document.elements:
        attributes = element.attributes
        if not attributes:
            continue
        for name in ("lang", XML_LANG):
            tag = attributes.get(name, "").strip()
            if tag in seen:
                continue
            seen.add(tag)
            if _WELL_FORMED.match(tag) and not _is_known(tag):
                meant = None if page.book.tally.is_full else meant_tag(tag)
                hint = (
                    f'write "{meant}", if that is meant' if meant else "look it up in the register"
                )
                yield RULE.at(page.at(element), f"there is no language {tag[:40]}", hint)


def _is_known(tag: str) -> bool:
    return standard_tag(tag) is not None or tag.lower().startswith(("x-", "i-"))
