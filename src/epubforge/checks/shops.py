"""What several shops say of one thing, in words for a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from epubforge.diagnostics import Diagnostic, Severity
from epubforge.model.profile import Profile

Figure = Callable[[Profile], int | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What shops say of something that they do not like."""

    words: str
    """`Apple Books takes 4 million at most; Kobo advises 3.8 million`."""
    figure: int
    """What suits all of them."""
    is_advice: bool
    """None of them says that it must not be."""

    def on(self, finding: Diagnostic) -> Diagnostic:
        """The finding, as grave as the shops take it."""
        return as_note(finding) if self.is_advice else finding


def as_note(finding: Diagnostic) -> Diagnostic:
    """A finding that is no more than advice."""
    return replace(finding, severity=Severity.NOTE)


def those(shops: Iterable[Profile], which: Callable[[Profile], bool]) -> str:
    """The names of the shops of which something is true: `Kobo and Kindle`; empty: of none."""
    return told(shop.shown for shop in shops if which(shop))


def told(names: Iterable[str]) -> str:
    """Names as a sentence has them, each once."""
    *most, last = [*dict.fromkeys(names)] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def verb(names: str, one: str, several: str) -> str:
    """The names with the verb that goes with them: `Kobo takes`, `Kobo and Kindle take`."""
    return f"{names} {several if ' and ' in names else one}"


def too_much(
    shops: Sequence[Profile], size: int, most: Figure, advised: Figure, shown: Callable[[int], str]
) -> Verdict | None:
    """What the shops say of a size that is above a limit of theirs; None where it is not."""
    hard = _broken(shops, size, most)
    soft = _broken([shop for shop in shops if shop not in hard], size, advised)
    if not hard and not soft:
        return None
    words = [
        *_each(hard, shown, "takes", "take", " at most"),
        *_each(soft, shown, "advises", "advise", " at most"),
    ]
    return Verdict("; ".join(words), min((*hard.values(), *soft.values())), not hard)


def _broken(shops: Iterable[Profile], size: int, figure: Figure) -> dict[Profile, int]:
    figures = ((shop, figure(shop)) for shop in shops)
    return {shop: most for shop, most in figures if most is not None and size > most}


def _each(
    broken: dict[Profile, int], shown: Callable[[int], str], one: str, several: str, after: str
) -> Iterable[str]:
    for figure in sorted(set(broken.values())):
        names = told(shop.shown for shop, most in broken.items() if most == figure)
        yield f"{verb(names, one, several)} {shown(figure)}{after}"


def nothing(shop: Profile) -> None:
    """The figure that no shop names."""


def millions(count: int) -> str:
    """`3.8 million`; exact as far as one sees it."""
    return f"{_short(count / 1_000_000)} million"


def megabytes(count: int) -> str:
    """`5 MB`, or `2 GB`."""
    if count >= 1_000_000_000:
        return f"{_short(count / 1_000_000_000)} GB"
    return f"{_short(count / 1_000_000)} MB" if count >= 100_000 else f"{_short(count / 1000)} kB"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
