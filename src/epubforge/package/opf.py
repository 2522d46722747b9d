"""From metadata to the statements of the package document, in the order they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from epubforge.model.metadata import Claim, Contributor, Metadata, Series, Subject
from epubforge.model.publication import AccessibilityMetadata, Rendition
from epubforge.package.xml import plain

IDENTIFIER_ID = "pub-id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_POSITION = re.compile(r"\d+(\.\d+)*")
"""What group-position may be: https://www.w3.org/TR/epub-33/#group-position"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One element of the metadata: `dc:title`, or `meta` with a property."""

    element: str
    text: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def is_dublin_core(self) -> bool:
        """Whether it is a `dc:` element rather than a `meta` or a `link`."""
        return self.element not in {"meta", "link"}


def statements(
    metadata: Metadata,
    accessibility: AccessibilityMetadata,
    cover_id: str | None,
    *,
    has_pages: bool = False,
    rendition: Rendition | None = None,
) -> tuple[Statement, ...]:
    """All that the package document says of the book, but for dcterms:modified.

    Texts are normalised to one line in NFC; what is then empty is left out, together with
    whatever refines it. cover_id is the manifest id of the cover's picture;
    has_pages says that the book tells where the pages of a printed one begin, or where its own
    fixed pages are, which rendition tells of.
    """
    return (
        *_identifiers(metadata),
        *_titles(metadata),
        *_people(metadata),
        *(s for language in metadata.languages for s in _dublin_core("language", language)),
        *_dublin_core("publisher", metadata.publisher),
        *_dublin_core("date", metadata.published),
        *_dublin_core("description", metadata.description),
        *_dublin_core("rights", metadata.rights),
        *(s for n, subject in enumerate(metadata.subjects, 1) for s in _subject(n, subject)),
        *_print_source(metadata),
        *(_page_source(metadata, is_fixed=rendition is not None) if has_pages else ()),
        *_series(metadata.series),
        *_accessibility(metadata, accessibility),
        *(_rendition(rendition) if rendition is not None else ()),
        *_cover(cover_id),
    )


def _identifiers(metadata: Metadata) -> Iterator[Statement]:
    yield from _dublin_core("identifier", metadata.identifier, IDENTIFIER_ID)
    isbn = f"urn:isbn:{metadata.isbn}" if metadata.isbn else None
    if isbn == metadata.identifier:
        yield _isbn_type(IDENTIFIER_ID)
    elif isbn:
        yield from _dublin_core("identifier", isbn, "isbn")
        yield _isbn_type("isbn")


def _isbn_type(refined: str) -> Statement:
    return _refinement(refined, "identifier-type", "15", "onix:codelist5")


def _titles(metadata: Metadata) -> Iterator[Statement]:
    titles = {"main": metadata.title, "subtitle": metadata.subtitle, "edition": metadata.edition}
    said = {kind: title for kind, title in titles.items() if title and plain(title)}
    for place, (kind, title) in enumerate(said.items(), 1):
        title_id = f"title-{place}"
        yield from _dublin_core("title", title, title_id)
        yield _refinement(title_id, "title-type", kind)
        if len(said) > 1:
            yield _refinement(title_id, "display-seq", str(place))
    if metadata.original_title and plain(metadata.original_title):
        yield _property("dcterms:alternative", metadata.original_title)


def _people(metadata: Metadata) -> Iterator[Statement]:
    creators = metadata.creators
    others = tuple(c for c in metadata.contributors if c not in creators)
    for element, people in (("creator", creators), ("contributor", others)):
        named = [person for person in people if plain(person.name)]
        for place, person in enumerate(named, 1):
            yield from _person(element, person, place, is_ordered=len(named) > 1)


def _person(
    element: str, person: Contributor, place: int, *, is_ordered: bool
) -> Iterator[Statement]:
    person_id = f"{element}-{place}"
    yield from _dublin_core(element, person.name, person_id)
    for role in person.roles:
        yield _refinement(person_id, "role", role, "marc:relators")
    if person.file_as and plain(person.file_as):
        yield _refinement(person_id, "file-as", person.file_as)
    if is_ordered:
        yield _refinement(person_id, "display-seq", str(place))


def _subject(number: int, subject: Subject) -> Iterator[Statement]:
    """Authority and term stand only as a pair: https://www.w3.org/TR/epub-33/#authority"""
    subject_id = f"subject-{number}"
    found = tuple(_dublin_core("subject", subject.text, subject_id))
    yield from found
    if found and subject.scheme and subject.code:
        yield _refinement(subject_id, "authority", subject.scheme)
        yield _refinement(subject_id, "term", subject.code)


def _print_source(metadata: Metadata) -> Iterator[Statement]:
    if metadata.print and metadata.print.isbn:
        digits = re.sub(r"[\s-]", "", metadata.print.isbn)
        yield from _dublin_core("source", f"urn:isbn:{digits}")


def _page_source(metadata: Metadata, *, is_fixed: bool) -> Iterator[Statement]:
    """The twin, or that there is none: the pages of a fixed layout are its own.

    https://www.w3.org/TR/epub-a11y-11/#pageBreakSource
    """
    if is_fixed:
        yield _property("pageBreakSource", "none")
        return
    isbn = re.sub(r"[\s-]", "", (metadata.print and metadata.print.isbn) or "")
    yield _property("pageBreakSource", f"urn:isbn:{isbn}" if isbn else "none")


def _series(series: Series | None) -> Iterator[Statement]:
    if series is None or not plain(series.name):
        return
    yield _property("belongs-to-collection", series.name, ("id", "series"))
    yield _refinement("series", "collection-type", "series")
    if series.position and _POSITION.fullmatch(series.position):
        yield _refinement("series", "group-position", series.position)


def _accessibility(metadata: Metadata, computed: AccessibilityMetadata) -> Iterator[Statement]:
    lists = {
        "accessMode": computed.modes,
        "accessModeSufficient": computed.sufficient,
        "accessibilityFeature": computed.features,
        "accessibilityHazard": computed.hazards,
    }
    for name, values in lists.items():
        for value in values:
            yield _property(f"schema:{name}", value)
    # A summary made from the facts is in English, whatever the book's language is.
    language = () if metadata.accessibility.summary else ((XML_LANG, "en"),)
    contact = metadata.accessibility.contact
    summary = f"{computed.summary} ({contact})" if contact else computed.summary
    yield _property("schema:accessibilitySummary", summary, *language)
    if metadata.accessibility.exemption:
        yield _property("a11y:exemption", metadata.accessibility.exemption)
    if metadata.accessibility.claim:
        yield from _claim(metadata.accessibility.claim)


def _claim(claim: Claim) -> Iterator[Statement]:
    """https://www.w3.org/TR/epub-a11y-11/#sec-evaluator-name"""
    yield _property("dcterms:conformsTo", claim.conforms_to, ("id", "claim"))
    certifier = (("id", "certifier"), ("refines", "#claim"))
    yield _property("a11y:certifiedBy", claim.certified_by, *certifier)
    refines = ("refines", "#certifier")
    if claim.credential:
        yield _property("a11y:certifierCredential", claim.credential, refines)
    if claim.date:
        yield _property("dcterms:date", claim.date, refines)
    if claim.report:
        link = (refines, ("rel", "a11y:certifierReport"), ("href", claim.report))
        yield Statement("link", "", link)


def _rendition(rendition: Rendition) -> Iterator[Statement]:
    """Shops read these at the level of the book alone; Kindle asks for the resolution too."""
    yield _property("rendition:layout", "pre-paginated")
    yield _property("rendition:spread", rendition.spread)
    size = f"{rendition.width}x{rendition.height}"
    yield Statement("meta", "", (("name", "original-resolution"), ("content", size)))


def _cover(cover_id: str | None) -> Iterator[Statement]:
    """What EPUB 2 reading systems and some shops look for beside the property cover-image."""
    if cover_id:
        yield Statement("meta", "", (("name", "cover"), ("content", cover_id)))


def _dublin_core(element: str, text: str | None, own_id: str | None = None) -> Iterator[Statement]:
    text = plain(text or "")
    if text:
        yield Statement(element, text, (("id", own_id),) if own_id else ())


def _property(name: str, text: str, *attributes: tuple[str, str]) -> Statement:
    return Statement("meta", plain(text), (*attributes, ("property", name)))


def _refinement(refined: str, name: str, text: str, scheme: str | None = None) -> Statement:
    by_scheme = (("scheme", scheme),) if scheme else ()
    return Statement(
        "meta", plain(text), (("refines", f"#{refined}"), ("property", name), *by_scheme)
    )
