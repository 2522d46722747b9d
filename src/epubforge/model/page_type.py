"""What kinds of page a book has: where each belongs, and what EPUB and DPUB-ARIA call it."""

from __future__ import annotations

from dataclasses import dataclass

from epubforge.model.book import Matter


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page.

    Names of the EPUB vocabulary: https://www.w3.org/TR/epub-ssv-11/; roles where DPUB-ARIA has
    one that a `section` may carry: https://www.w3.org/TR/dpub-aria-1.1/#role_definitions
    """

    name: str
    matter: Matter
    epub_type: str | None
    role: str | None
    headed: bool = True
    """A reader expects a heading on it."""


def _rows() -> tuple[PageType, ...]:
    return (
        PageType("cover", "front", "cover", None, headed=False),
        PageType("halftitlepage", "front", "halftitlepage", None, headed=False),
        PageType("frontispiece", "front", None, None, headed=False),
        PageType("titlepage", "front", "titlepage", None, headed=False),
        PageType("copyright-page", "front", "copyright-page", None, headed=False),
        PageType("imprint", "front", "imprint", None, headed=False),
        PageType("imprimatur", "front", "imprimatur", None, headed=False),
        PageType("dedication", "front", "dedication", "doc-dedication", headed=False),
        PageType("epigraph", "front", "epigraph", "doc-epigraph", headed=False),
        PageType("abstract", "front", "abstract", "doc-abstract"),
        PageType("foreword", "front", "foreword", "doc-foreword"),
        PageType("preface", "front", "preface", "doc-preface"),
        PageType("preamble", "front", "preamble", None),
        PageType("introduction", "front", "introduction", "doc-introduction"),
        PageType("prologue", "body", "prologue", "doc-prologue"),
        PageType("volume", "body", "volume", None),
        PageType("part", "body", "part", "doc-part"),
        PageType("chapter", "body", "chapter", "doc-chapter"),
        PageType("epilogue", "body", "epilogue", "doc-epilogue"),
        PageType("conclusion", "body", "conclusion", "doc-conclusion"),
        PageType("afterword", "back", "afterword", "doc-afterword"),
        PageType("appendix", "back", "appendix", "doc-appendix"),
        PageType("glossary", "back", "glossary", "doc-glossary"),
        PageType("bibliography", "back", "bibliography", "doc-bibliography"),
        PageType("endnotes", "back", "endnotes", "doc-endnotes"),
        PageType("acknowledgments", "back", "acknowledgments", "doc-acknowledgments"),
        PageType("credits", "back", "credits", "doc-credits"),
        PageType("contributors", "back", "contributors", None),
        PageType("about-the-author", "back", None, None),
        PageType("errata", "back", "errata", "doc-errata"),
        PageType("index", "back", "index", "doc-index"),
        PageType("colophon", "back", "colophon", "doc-colophon"),
    )


PAGE_TYPES = {row.name: row for row in _rows()}
CHAPTER = PAGE_TYPES["chapter"]
PART = PAGE_TYPES["part"]

_OTHER_SPELLINGS = {
    "acknowledgements": "acknowledgments",
    "copyright": "copyright-page",
    "copyrightpage": "copyright-page",
    "title-page": "titlepage",
    "half-title": "halftitlepage",
    "half-title-page": "halftitlepage",
    "about-author": "about-the-author",
    "notes": "endnotes",
}


def page_type(name: str) -> PageType | None:
    """The kind of page of that name in a chapter's header; None where there is none.

    Case does not matter, nor whether words are joined by `-`, `_` or a blank.
    """
    key = "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
    return PAGE_TYPES.get(_OTHER_SPELLINGS.get(key, key))
