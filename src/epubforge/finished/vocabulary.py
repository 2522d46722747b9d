"""The words that EPUB gives a meaning to: properties of metadata, items, steps and links.

https://www.w3.org/TR/epub-33/#app-vocabs
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_META = frozenset(
    """alternate-script authority belongs-to-collection collection-type display-seq file-as
    group-position identifier-type meta-auth role source-of term title-type pageBreakSource
    dictionary-type source-language target-language""".split()
)
_ITEM = frozenset(
    """cover-image mathml nav remote-resources scripted svg switch data-nav dictionary glossary
    index search-key-map""".split()
)
_ITEMREF = frozenset({"page-spread-left", "page-spread-right"})
_RENDITION_ITEMREF = frozenset(
    """align-x-center flow-auto flow-paginated flow-scrolled-continuous flow-scrolled-doc
    layout-pre-paginated layout-reflowable orientation-auto orientation-landscape
    orientation-portrait page-spread-center page-spread-left page-spread-right spread-auto
    spread-both spread-landscape spread-none spread-portrait""".split()
)
_REL = frozenset(
    """acquire alternate marc21xml-record mods-record onix-record record voicing xml-signature
    xmp-record""".split()
)
_LINK = frozenset({"onix", "xmp"})

KNOWN: dict[str, dict[str, frozenset[str] | None]] = {
    "meta": {
        "": _META,
        "a11y": frozenset({"certifiedBy", "certifierCredential", "certifierReport", "exemption"}),
        "media": frozenset({"active-class", "duration", "narrator", "playback-active-class"}),
        "rendition": frozenset({"flow", "layout", "orientation", "spread", "viewport"}),
    },
    "item": {"": _ITEM},
    "itemref": {"": _ITEMREF, "rendition": _RENDITION_ITEMREF},
    "rel": {"": _REL, "a11y": frozenset({"certifierCredential", "certifierReport"})},
    "link": {"": _LINK},
    "scheme": {"": frozenset()},
}
"""For each place where a property is named: the words of each vocabulary that is known whole."""

RESERVED = {
    "a11y": "http://www.idpf.org/epub/vocab/package/a11y/#",
    "dcterms": "http://purl.org/dc/terms/",
    "marc": "http://id.loc.gov/vocabulary/",
    "media": "http://www.idpf.org/epub/vocab/overlays/#",
    "onix": "http://www.editeur.org/ONIX/book/codelists/current.html#",
    "rendition": "http://www.idpf.org/vocab/rendition/#",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of the package document: https://www.w3.org/TR/epub-33/#sec-reserved-prefixes"""
RESERVED_CONTENT = {
    "msv": "http://www.idpf.org/epub/vocab/structure/magazine/#",
    "prism": "http://www.prismstandard.org/specifications/3.0/PRISM_CV_Spec_3.0.htm#",
}
"""Prefixes of epub:type: https://www.w3.org/TR/epub-33/#sec-epub-type-attribute"""

DEFAULTS = frozenset(
    {
        "http://idpf.org/epub/vocab/package/meta/#",
        "http://idpf.org/epub/vocab/package/link/#",
        "http://idpf.org/epub/vocab/package/item/#",
        "http://idpf.org/epub/vocab/package/itemref/#",
        "http://idpf.org/epub/vocab/structure/#",
    }
)
"""What a property without a prefix belongs to; no prefix may be given to these."""

DEPRECATED = {
    "meta": {
        "rendition:viewport": "the viewport of each page",
        "rendition:spread portrait": "both",
    },
    "itemref": {"rendition:spread-portrait": "rendition:spread-both"},
    "rel": {
        "marc21xml-record": "record",
        "mods-record": "record",
        "onix-record": "record",
        "xmp-record": "record",
        "xml-signature": "signatures.xml",
    },
}

_NAME = re.compile(r"[^\x00-@\[-^`{-\u00bf][-.\w\u00b7]*\Z")


@dataclass(frozen=True, slots=True)
class PrefixFault:
    """What is wrong with a declaration of prefixes: an EPUBCheck id's last part, and words."""

    kind: str
    reason: str


def prefixes(value: str) -> tuple[dict[str, str], list[PrefixFault]]:
    """The prefixes that an attribute declares. https://www.w3.org/TR/epub-33/#sec-prefix-attr"""
    found: dict[str, str] = {}
    faults: list[PrefixFault] = []
    words = iter(value.split())
    for word in words:
        name, colon, glued = word.partition(":")
        if not colon:
            faults.append(PrefixFault("c", f"{word} must be followed by a colon at once"))
            name = word
            following = next(words, "")
            if following == ":":
                following = next(words, "")
        elif glued:
            faults.append(PrefixFault("d", f"a blank must stand between {name}: and its address"))
            following = glued
        else:
            following = next(words, "")
        if not name:
            faults.append(PrefixFault("a", f"the colon before {following} has no prefix"))
        elif not _NAME.match(name):
            faults.append(PrefixFault("b", f"{name} is not a name that a prefix may have"))
        elif not following:
            faults.append(PrefixFault("5", f"{name}: is followed by no address"))
        else:
            found.setdefault(name, following)
    return found, faults


def properties(value: str) -> Iterator[tuple[str, str]]:
    """Each property of a list as prefix and name; the prefix empty where there is none."""
    for word in value.split():
        prefix, colon, name = word.partition(":")
        yield (prefix, name) if colon else ("", word)


def is_malformed(word: str) -> bool:
    """Whether a word is no property: a colon with nothing on one of its sides."""
    prefix, colon, name = word.partition(":")
    return bool(colon) and not (prefix and name)


def is_known(place: str, prefix: str, name: str) -> bool:
    """Whether a property with a reserved prefix, or without one, is in its vocabulary."""
    words = KNOWN[place].get(prefix)
    return words is None or name in words
