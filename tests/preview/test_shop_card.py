"""What shops will say, by the W3C's guide."""

from __future__ import annotations

from epubforge.model.publication import AccessibilityMetadata
from epubforge.preview.shop_card import shop_card

FLOWING = AccessibilityMetadata(
    modes=("textual", "visual"),
    sufficient=("textual,visual", "textual"),
    features=("tableOfContents", "structuralNavigation", "displayTransformability",
              "alternativeText", "longDescription", "ARIA"),
    hazards=("none",),
    summary="All is well.",
)  # fmt: skip


def test_a_flowing_book_that_can_be_read_by_ear() -> None:
    """Every section in the guide's words."""
    assert shop_card(FLOWING, ("EPUB Accessibility 1.1 - WCAG 2.2 Level AA",), False) == {
        "ways": [
            "Appearance can be modified",
            "Readable in read aloud or dynamic braille",
            "Has alternative text",
        ],
        "conformance": ["This publication meets accepted accessibility standards"],
        "navigation": ["Table of contents", "Headings"],
        "rich": ["Information-rich images are described by extended descriptions"],
        "hazards": ["No hazards"],
        "more": ["ARIA roles included"],
        "summary": "All is well.",
    }


def test_a_book_of_pictures_on_fixed_pages() -> None:
    """What it cannot do is said, what nobody said is called so."""
    told = AccessibilityMetadata(("visual",), ("visual",), (), ("flashing", "sound"), "")
    card = shop_card(told, (), True)
    assert card["ways"] == [
        "Appearance cannot be modified",
        "Not readable in read aloud or dynamic braille",
    ]
    assert card["conformance"] == ["No information is available"]
    assert card["navigation"] == ["No information is available"]
    assert card["hazards"] == ["Flashing content", "Sounds"]


def test_pictures_without_words_keep_a_book_from_the_ear() -> None:
    """Text that is only a part of what is needed is not enough."""
    told = AccessibilityMetadata(
        ("textual", "visual", "auditory"),
        ("textual,visual",),
        (),
        ("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"),
        "",
    )
    card = shop_card(told, ("EPUB Accessibility 1.1 - WCAG 2.0 Level A",), False)
    assert card["ways"] == [
        "No information about appearance modifiability is available",
        "Not fully readable in read aloud or dynamic braille",
        "Prerecorded audio clips",
    ]
    assert card["conformance"] == ["This publication meets minimum accessibility standards"]
    assert card["hazards"] == ["No hazards"]
