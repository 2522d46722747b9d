"""A077: a meaning that screen readers do not hear."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.document import Element

RULE = Rule(
    "A077",
    "meaning-without-role",
    Severity.NOTE,
    page="""\
A part of a page has a meaning by epub:type, and no role that says the same.

Why it matters
    Reading systems know epub:type; screen readers and other helping programs know roles. With both,
    everybody is told that a footnote, a preface or a glossary begins.
Bad
    <aside epub:type="footnote" id="n1">
Good
    <aside epub:type="footnote" role="doc-footnote" id="n1">
Reference
    DPUB-ARIA 1.1: https://www.w3.org/TR/dpub-aria-1.1/
    EPUB Type to ARIA Role Authoring Guide: https://www.w3.org/TR/epub-aria-authoring-11/
""",
    ace=("epub-type-has-matching-role",),
)


_DOC = frozenset(
    """abstract acknowledgments afterword appendix backlink bibliography biblioref chapter colophon
    conclusion credit credits dedication endnotes epigraph epilogue errata footnote foreword
    glossary glossref index introduction noteref notice pagebreak part preface prologue pullquote
    qna subtitle tip""".split()
)
"""Meanings whose roles have their names, after doc-."""
_OTHERS = {"glossterm": "term", "glossdef": "definition", "figure": "figure"}
_NATIVE = {"term": {"dfn", "dt"}, "definition": {"dd"}, "figure": {"figure"}}
"""Elements that have the role by themselves."""
_NO_ROLES = frozenset({"body", "html"})
"""Elements that may have no such role."""


def meaning_without_role(page: Page) -> Iterator[Diagnostic]:
    """Each such meaning once in a page, at its first place; the contents' own page is let pass."""
    if not page.is_html or page.is_navigation or page.package.is_epub2:
        return
    found: dict[str, list[Element]] = {}
    for element, types in page.typed:
        for meaning in types if element.local not in _NO_ROLES else ():
            role = _OTHERS.get(meaning, f"doc-{meaning}" if meaning in _DOC else "")
            if role and not _has(element, role):
                found.setdefault(meaning, []).append(element)
    for meaning, elements in found.items():
        role = _OTHERS.get(meaning, f"doc-{meaning}")
        count = f", {len(elements)} times" if len(elements) > 1 else ""
        message = f"the meaning {meaning} stands without the role {role}{count}"
        yield RULE.at(page.at(elements[0]), message, f'write role="{role}" beside it')


def _has(element: Element, role: str) -> bool:
    return role in element.tokens("role") or element.local in _NATIVE.get(role, ())
