"""Hazards: what may harm a reader.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/#hazards
"""

from __future__ import annotations

from epubforge.inventory.statements import Statements

_HARMFUL = {"flashing": "Flashing content", "motionSimulation": "Motion simulation",
            "sound": "Sounds"}  # fmt: skip
_UNKNOWN = {
    "unknownFlashingHazard": "Flashing hazards not known",
    "unknownMotionSimulationHazard": "Motion simulation hazards not known",
    "unknownSoundHazard": "Sound hazards not known",
}
_HARMLESS = {
    "noFlashingHazard": "No flashing hazards",
    "noMotionSimulationHazard": "No motion simulation hazards",
    "noSoundHazard": "No sound hazards",
}


def hazards(said: Statements) -> tuple[str, ...]:
    """One sentence where all three are known or unknown; else what is there, what is not known,
    and what is not there; nothing where nothing is said."""
    values = set(said.texts("schema:accessibilityHazard"))
    if "none" in values or values >= _HARMLESS.keys():
        return ("No hazards",)
    if "unknown" in values or values >= _UNKNOWN.keys():
        return ("The presence of hazards is unknown",)
    every = {**_HARMFUL, **_UNKNOWN, **_HARMLESS}
    return tuple(words for value, words in every.items() if value in values)
