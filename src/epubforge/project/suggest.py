"""A word that is not known turned into the words "did you mean …"."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like this one, where one does."""
    import difflib  # only where something is wrong

    words = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold()[:100], words, n=1, cutoff=0.6)
    return words[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` to be put behind a message, or nothing."""
    meant = nearest(word, known)
    return f"; did you mean {meant}?" if meant else ""
