"""The card that shops show: every branch of the guide's algorithms, from the metadata alone."""

from __future__ import annotations

import pytest

from epubforge.inventory.card.card import Card, card
from inventory.packages import feature, meta, package

FIXED = meta("rendition:layout", "pre-paginated")
NO_LOOKS = "No information about appearance modifiability is available"
NO_VOICE = "No information about nonvisual reading is available"
BY_VOICE = "Readable in read aloud or dynamic braille"
OLD = "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-"


def shown(metadata: str, version: str = "3.0") -> Card:
    """The card of a book with this metadata."""
    return card(package(metadata, version=version))


def modes(*values: str) -> str:
    return meta("schema:accessMode", *values)


def enough(*values: str) -> str:
    return meta("schema:accessModeSufficient", *values)


def hazard(*values: str) -> str:
    return meta("schema:accessibilityHazard", *values)


def test_a_book_that_says_nothing() -> None:
    """The two sections that are always shown say that nothing is known; the others are left out."""
    assert shown("").sections == (
        ("Ways of reading", (NO_LOOKS, NO_VOICE)),
        ("Conformance", ("No information is available",)),
    )


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (feature("displayTransformability"), "Appearance can be modified"),
        (feature("displayTransformability") + FIXED, "Appearance can be modified"),
        (FIXED, "Appearance cannot be modified"),
        (meta("rendition:layout", "reflowable"), NO_LOOKS),
    ],
)
def test_visual_adjustments(metadata: str, said: str) -> None:
    """What the book says counts before its layout does."""
    assert shown(metadata).ways_of_reading[0] == said


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (modes("textual"), (BY_VOICE,)),
        (modes("textual", "visual") + enough("textual"), (BY_VOICE,)),
        (modes("textual", "visual"), ("Not fully readable in read aloud or dynamic braille",)),
        (enough("textual,visual"), ("Not fully readable in read aloud or dynamic braille",)),
        (
            modes("visual") + feature("alternativeText"),
            ("Not fully readable in read aloud or dynamic braille", "Has alternative text"),
        ),
        (modes("visual"), ("Not readable in read aloud or dynamic braille",)),
        (modes("auditory", "visual"), (NO_VOICE, "Prerecorded audio clips")),
        (feature("transcript") + modes("textual"), (BY_VOICE, "Has alternative text")),
    ],
)
def test_nonvisual_reading(metadata: str, said: tuple[str, ...]) -> None:
    """Text alone, text in part, none of it, or unknown; and the words in place of pictures."""
    assert shown(metadata).ways_of_reading[1:] == said


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (feature("synchronizedAudioText"), "Prerecorded audio synchronized with text"),
        (modes("auditory") + enough("auditory"), "Prerecorded audio only"),
        (modes("textual", "auditory"), "Prerecorded audio clips"),
    ],
)
def test_prerecorded_audio(metadata: str, said: str) -> None:
    """Narration of all, sound alone, or clips."""
    assert shown(metadata).ways_of_reading[-1] == said


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("A", "This publication meets minimum accessibility standards"),
        ("AA", "This publication meets accepted accessibility standards"),
        ("AAA", "This publication exceeds accepted accessibility standards"),
    ],
)
def test_claims(level: str, said: str) -> None:
    """A claim to 1.1 in its exact words, and one to 1.0 by its address, as property or as link."""
    new = shown(meta("dcterms:conformsTo", f"EPUB Accessibility 1.1 - WCAG 2.2 Level {level}"))
    assert new.conformance == (said,)
    assert new.conformance_details == (
        f"This publication claims to meet EPUB Accessibility 1.1 WCAG 2.2 Level {level}",
    )
    address = OLD + level.lower()
    by_link = f'<link rel="dcterms:conformsTo" href="{address}"/>'
    for old in (shown(by_link), shown(meta("dcterms:conformsTo", address))):
        assert old.conformance == (said,)
        assert old.conformance_details == (
            f"This publication claims to meet EPUB Accessibility 1.0 WCAG 2.0 Level {level}",
        )


def test_a_claim_in_other_words() -> None:
    """It is a claim, but to what cannot be said; a claim to something else is none."""
    unclear = shown(meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.9 Level B"))
    assert unclear.conformance == (
        "Conformance to accepted standards for accessibility of this publication"
        " cannot be determined",
    )
    assert unclear.conformance_details == ()
    other = shown(meta("dcterms:conformsTo", "https://example.org/standard"))
    assert other.conformance == ("No information is available",)


def test_who_certified_it() -> None:
    """By the chain of refinements: the claim's certifier, and his credential, date and report."""
    certified = shown(
        '<meta property="dcterms:conformsTo" id="other">https://example.org/standard</meta>'
        '<meta property="a11y:certifiedBy" refines="#other" id="nobody">Nobody</meta>'
        '<meta property="dcterms:conformsTo" id="claim">'
        "EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>"
        '<meta property="a11y:certifiedBy" refines="#claim" id="by">House of Books</meta>'
        '<meta property="a11y:certifierCredential" refines="#by">Gold</meta>'
        '<meta property="dcterms:date" refines="#nobody">1999-01-01</meta>'
        '<meta property="dcterms:date" refines="#by">2024-03-15</meta>'
        '<link rel="a11y:certifierReport" refines="#by" href="https://example.org/report"/>'
    )
    assert certified.conformance == (
        "This publication meets accepted accessibility standards",
        "The publication was certified by House of Books",
        "The certifier's credential is Gold",
    )
    assert certified.conformance_details == (
        "This publication claims to meet EPUB Accessibility 1.1 WCAG 2.1 Level AA",
        "The publication was certified on 15 March 2024",
        "For more information refer to the certifier's report: https://example.org/report",
    )


@pytest.mark.parametrize(
    ("written", "shown_as"),
    [
        ("20240315", "15 March 2024"),
        ("2024-03-05T10:00:00Z", "5 March 2024"),
        ("2024-13-05", "2024-13-05"),
        ("spring of 2024", "spring of 2024"),
    ],
)
def test_days(written: str, shown_as: str) -> None:
    """A date is told in words; what is none stays as it is."""
    claim = meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.1 Level AA")
    said = shown(claim + meta("dcterms:date", written)).conformance_details[-1]
    assert said == f"The publication was certified on {shown_as}"


def test_navigation_in_the_guides_order() -> None:
    """Pages, headings, index, contents, however the metadata orders them."""
    said = shown(feature("tableOfContents", "index", "structuralNavigation", "pageNavigation"))
    assert said.navigation == ("Go to page", "Headings", "Index", "Table of contents")


def test_rich_content() -> None:
    """Formulas, long descriptions, captions and transcripts."""
    said = shown(feature("transcript", "MathML", "longDescription", "closedCaptions"))
    assert said.rich_content == (
        "Information-rich images are described by extended descriptions",
        "Math as MathML",
        "Videos have closed captions",
        "Transcript(s) provided",
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["none"], ("No hazards",)),
        (["noSoundHazard", "noFlashingHazard", "noMotionSimulationHazard"], ("No hazards",)),
        (["unknown"], ("The presence of hazards is unknown",)),
        (["flashing", "noSoundHazard"], ("Flashing content", "No sound hazards")),
        (
            ["noFlashingHazard", "unknownSoundHazard", "motionSimulation"],
            ("Motion simulation", "Sound hazards not known", "No flashing hazards"),
        ),
        (["nothing of the kind"], ()),
    ],
)
def test_hazards(values: list[str], said: tuple[str, ...]) -> None:
    """All together, or one by one: what is there, what is unknown, what is not there."""
    assert shown(hazard(*values)).hazards == said


def test_summary_with_its_language() -> None:
    """The element's own language, else that of the metadata."""
    own = '<meta property="schema:accessibilitySummary" xml:lang="uk">Усе описано.</meta>'
    assert (shown(own).summary, shown(own).summary_language) == ("Усе описано.", "uk")
    assert shown(meta("schema:accessibilitySummary", "All told.")).summary_language == "en"


def test_legal_and_additional() -> None:
    """An exemption is told without its kind; ARIA counts however it is spelt."""
    said = shown(
        meta("a11y:exemption", "eaa-microenterprise")
        + feature("ARIA", "printPageNumbers", "rubyAnnotations")
    )
    assert said.legal == ("Claims an accessibility exemption in some jurisdictions",)
    assert said.additional == (
        "Page breaks included",
        "ARIA roles included",
        "Some ruby annotations",
    )


def test_what_is_said_of_something_else() -> None:
    """A refinement says nothing of the book."""
    refined = '<meta property="schema:accessibilityFeature" refines="#x">index</meta>'
    assert shown(refined).navigation == ()


def test_epub2() -> None:
    """EPUB 2 says the same with name and content."""
    said = shown(
        '<meta name="schema:accessibilityFeature" content="tableOfContents"/>'
        '<meta name="schema:accessModeSufficient" content="textual"/>',
        "2.0",
    )
    assert said.navigation == ("Table of contents",)
    assert said.ways_of_reading == (NO_LOOKS, BY_VOICE)
