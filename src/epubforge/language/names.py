"""What a language is called in English, for messages."""

from __future__ import annotations

_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish",
    "da": "Danish or Norwegian", "nb": "Norwegian or Danish",
    "fi": "Finnish", "pl": "Polish", "cs": "Czech", "hu": "Hungarian", "ro": "Romanian",
    "tr": "Turkish", "la": "Latin", "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian",
}  # fmt: skip


def name_of_language(tag: str) -> str:
    """The name; the tag itself where it has none here."""
    return _NAMES.get(tag, tag)
