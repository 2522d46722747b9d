"""The meanings that epub:type may name. https://www.w3.org/TR/epub-ssv-11/"""

from __future__ import annotations

from epubforge.tree.document import Element
from epubforge.tree.names import EPUB_TYPE

KNOWN = frozenset(
    """abstract acknowledgments afterword answer answers antonym-group appendix aside
    assessment assessments backlink backmatter balloon biblioentry bibliography biblioref
    bodymatter bridgehead case-study chapter colophon concluding-sentence conclusion
    condensed-entry contributors copyright-page cover covertitle credit credits dedication
    def dictentry dictionary division endnote endnotes entry epigraph epilogue errata
    etymology example feedback figure fill-in-the-blank-problem footnote footnotes foreword
    frontmatter fulltitle general-problem glossary glossdef glossref glossterm gram-info
    halftitle halftitlepage help idiom imprimatur imprint index index-editor-note
    index-entry index-entry-list index-group index-headnotes index-legend index-locator
    index-locator-list index-locator-range index-term index-term-categories
    index-term-category index-xref-preferred index-xref-related introduction keyword
    keywords label landmarks learning-objective learning-objectives learning-outcome
    learning-outcomes learning-resource learning-resources learning-standard
    learning-standards list list-item loa loi lot lov marginalia match-problem
    multiple-choice-problem noteref notice ordinal other-credits page-list pagebreak panel
    panel-group part part-of-speech part-of-speech-group part-of-speech-list
    phonetic-transcription phrase-group phrase-list practice practices preamble preface
    prologue pullquote qna question rearnote rearnotes referrer revision-history
    region-based seriespage sense-group sense-list sidebar sound-area subchapter subtitle
    synonym-group table table-cell table-row text-area tip title titlepage toc toc-brief
    topic-sentence tran tran-info translator-note true-false-problem volume warning annoref
    annotation""".split()
)

DEPRECATED = {
    "annoref": "noteref",
    "annotation": "a comment of the reader",
    "biblioentry": "role doc-biblioentry on list items",
    "bridgehead": "a heading or a paragraph",
    "endnote": "list items",
    "help": "tip",
    "marginalia": "aside",
    "note": "footnote or endnote",
    "rearnote": "endnote",
    "rearnotes": "endnotes",
    "sidebar": "aside",
    "subchapter": "a section",
    "warning": "notice",
}


_NOTHING: frozenset[str] = frozenset()


def meanings(element: Element) -> frozenset[str]:
    """What an element is said to be, by epub:type or by a role of DPUB-ARIA, in one vocabulary."""
    attributes = element.attributes
    if EPUB_TYPE not in attributes and "role" not in attributes:
        return _NOTHING
    roles = (word.removeprefix("doc-") for word in element.tokens("role"))
    return frozenset({*element.tokens(EPUB_TYPE), *roles})
