"""Which features of accessibility a book cannot have, by what lies in it."""

from __future__ import annotations

from epubforge.finished.reading_order import navigation_facts, pages
from epubforge.finished.references import Use
from epubforge.finished.rendition import Rendition

_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""What keeps fonts from being taken out, and no reader from the text."""


def promises(rendition: Rendition) -> dict[str, str]:
    """For each feature that is not there, how that shows; of others nothing can be said."""
    if _is_locked(rendition):
        return {}  # a shop has locked what could be looked at
    read = [facts.heard for _, facts in pages(rendition)]
    holds = {thing for heard in read for thing in heard.holds}
    missed = sum(heard.missed for heard in read)
    navigation = navigation_facts(rendition)
    semantics = navigation.semantics if navigation is not None else frozenset()
    listed = any(r.use is Use.NAV_TOC for r in (navigation.references if navigation else ()))
    has_marks = any(heard.breaks for heard in read)
    items = rendition.package.items
    speaks = "speech" in holds or any(i.media_type == "application/pls+xml" for i in items)
    is_epub3 = rendition.is_epub3
    is_indexed = "index" in holds or any("index" in item.properties for item in items)
    what = "1 picture has" if missed == 1 else f"{missed} pictures have"
    marks = (has_marks, "no page of print is marked")
    film = ("video" in holds, "there is no film")
    kept = {
        "alternativeText": (not missed, f"{what} no description"),
        "longDescription": ("details" in holds, "no element of a page points to one"),
        "pageNavigation": ("page-list" in semantics, "there is no page list"),
        "pageBreakMarkers": marks,
        "printPageNumbers": (has_marks or "page-list" in semantics, marks[1]),
        "tableOfContents": (listed, "no line of the contents leads into the book"),
        "structuralNavigation": (any(h.heading for h in read), "no page has a heading"),
        "MathML": ("math" in holds, "there is no formula in MathML"),
        "describedMath": ("math in words" in holds, "there is no formula with a description"),
        "captions": ("captions" in holds, "no film has a track"),
        "closedCaptions": ("captions" in holds, "no film has a track"),
        "openCaptions": film,
        "signLanguage": film,
        "audioDescription": film,
        "synchronizedAudioText": (any(i.overlay for i in items), "no page has a media overlay"),
        "rubyAnnotations": ("ruby" in holds, "there is no ruby"),
        "fullRubyAnnotations": ("ruby" in holds, "there is no ruby"),
        "index": (is_indexed, "no part of the book is an index"),
        "ttsMarkup": (speaks, "nothing says how a word is spoken"),
        "ARIA": ("role" in holds or "details" in holds, "no element has a role"),
        "displayTransformability": (not rendition.package.is_fixed, "the pages are fixed"),
    }
    of_epub3 = {"pageNavigation", "tableOfContents", "printPageNumbers"}
    return {
        name: how for name, (is_kept, how) in kept.items()
        if not is_kept and (is_epub3 or name not in of_epub3)
    }  # fmt: skip


def _is_locked(rendition: Rendition) -> bool:
    """Whether more than fonts is encrypted."""
    methods = (method for method, _ in rendition.book.encrypted.values())
    return any(not _is_obfuscation(method) for method in methods)


def _is_obfuscation(method: str) -> bool:
    return method.startswith(
        ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
    )
