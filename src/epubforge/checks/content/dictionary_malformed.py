"""C248: dictionary malformed."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.page import Page
from epubforge.tree.names import EPUB_TYPE

RULE = Rule(
    "C248",
    "dictionary-malformed",
    Severity.ERROR,
    page="""\
A dictionary's page is not made as it must be.

Why it matters
    Reading systems cannot offer its entries.
Bad
    <section epub:type="dictionary"><p>mine …</p></section>
Good
    <section epub:type="dictionary"><article><dfn>mine</dfn> …</article></section>
Reference
    EPUB Dictionaries: https://idpf.org/epub/dict/epub-dict.html
""",
    equivalent="RSC-005",
)


_ONLY_ON = {
    "dictionary": ("body", "section"),
    "dictentry": ("article",),
    "condensed-entry": ("aside",),
    "part-of-speech-list": ("ol",),
    "sense-list": ("ol",),
    "idiom": ("dfn",),
    "phrase-list": ("ol", "ul"),
}


def dictionary_malformed(page: Page) -> Iterator[Diagnostic]:
    """Books of the type dictionary."""
    if "dictionary" not in page.package.types or not page.is_html:
        return
    for element, meanings in page.typed:
        for name in meanings:
            if name in _ONLY_ON and element.local not in _ONLY_ON[name]:
                said = f"{name} stands on {element.local}"
                yield RULE.at(page.at(element), said, f"put it on {' or '.join(_ONLY_ON[name])}")
    for element in page.of_type("dictionary"):
        entries = [each for each in element.children() if each.local == "article"]
        if not entries:
            yield RULE.at(
                page.at(element),
                f"the dictionary in {element.local} has no article",
                "make each entry an article",
            )
        for entry in entries:
            terms = [e for e in entry.descendants() if e.local == "dfn"]
            if not any(
                "condensed-entry" not in a.tokens(EPUB_TYPE)
                for t in terms
                for a in [t, *t.ancestors()][:1]
            ):
                yield RULE.at(page.at(entry), f"{entry.local} has no dfn", "mark its word")
    for element in page.of_type("condensed-entry"):
        if element.get("hidden", "x") not in {"", "hidden"}:
            yield RULE.at(
                page.at(element),
                f"the condensed-entry {element.local} is not hidden",
                'write hidden="hidden"',
            )
