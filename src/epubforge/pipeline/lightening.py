"""A book that is too heavy made lighter: the finest quality of its pictures that keeps to book_max.

What decides is always what was drawn. Sizes at a few qualities, measured on the prepared pictures,
say which quality to try; the originals are then drawn at it, once as a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.images.curve import COARSEST, Curve, highest
from epubforge.images.weigh import weight
from epubforge.model.picture import BookLimit, Picture, PicturePolicy, Prepared

PICTURES_DRAWN_COARSER = Rule(
    "I035",
    "pictures-drawn-coarser",
    Severity.NOTE,
    f"""The book would be heavier than `book_max` allows, so its photographs have a lower quality.

Why it matters
    You should know which quality your readers get. It is the highest at which the book keeps to
    its limit, the same for all photographs, and never below {COARSEST}. Drawings, and pictures with
    settings of their own, stay as they are.
Bad
    book_max = "20 MB" for a hundred plates, which then get a quality of 46
Good
    A limit that leaves a quality of 70 or more, fewer plates, or a smaller `max_pixels`.
""",
)
BOOK_TOO_HEAVY = Rule(
    "I036",
    "book-too-heavy",
    Severity.ERROR,
    f"""The book is heavier than `book_max` allows, and no quality of its pictures can change that.

Why it matters
    Shops refuse books above their limit, or charge for the delivery of each megabyte. Below a
    quality of {COARSEST} photographs fall apart into blocks, so none is tried.
Bad
    book_max = "5 MB" for a hundred plates
Good
    A higher limit, fewer pictures, fewer pixels in each (`max_pixels`), or two volumes.
Reference
    JPEG qualities are those of libjpeg: ITU-T T.81, annex K, scaled
""",
)
_SHOWN = 3
_MARGIN = 0.999
"""So much of the room is filled by a guess: measuring on prepared pictures errs by a hair."""

Redraw = Callable[[PicturePolicy, Sequence[int]], Sequence[Prepared]]
"""Prepares the sources at some positions under a policy."""
Weigh = Callable[[Sequence[Picture]], Sequence[Curve | None]]


@dataclass(frozen=True, slots=True)
class Heavy:
    """A book above its limit, and the means to make it lighter."""

    limit: BookLimit
    weight: int
    """Of the book as it is, in bytes."""
    policy: PicturePolicy
    paths: Sequence[str]
    prepared: Sequence[Prepared]
    fixed: frozenset[int]
    """Positions of pictures with settings of their own, which are left alone."""


@dataclass(frozen=True, slots=True)
class Lightened:
    """The pictures that keep to the limit as far as any can."""

    prepared: tuple[Prepared, ...]
    quality: int
    weight: int
    """Of the book with them, in bytes."""


def lighten(heavy: Heavy, weigh: Weigh, redraw: Redraw) -> Lightened:
    """The pictures at the highest quality that the limit leaves room for."""
    kinds = _kinds(heavy)
    curves = {
        digest: curve
        for digest, curve in zip(kinds, weigh([picture for _, picture in kinds.values()]),
                                 strict=True)
        if curve is not None
    }  # fmt: skip
    search = _Search(heavy, curves)
    while curves and not search.ended:
        drawn = _drawn(heavy, kinds, curves, search.quality, redraw)
        search.learn(drawn)
    return search.best


class _Search:
    """Qualities between one that is known to fit and one that is known not to."""

    def __init__(self, heavy: Heavy, curves: Mapping[str, Curve]) -> None:
        self._heavy, self._curves = heavy, tuple(curves.values())
        self._rest = heavy.weight - sum(curve.now for curve in self._curves)
        self._fits, self._fails = COARSEST - 1, heavy.policy.quality
        self.best = Lightened(tuple(heavy.prepared), heavy.policy.quality, heavy.weight)
        self.quality = self._guess(1.0)

    @property
    def ended(self) -> bool:
        """Whether nothing between the two is left, or nothing better to be hoped for."""
        return not self._fits < self.quality < self._fails

    def learn(self, drawn: Mapping[str, Picture]) -> None:
        """What the pictures weigh at the quality that was tried."""
        now = sum(weight(picture) for picture in drawn.values())
        light = Lightened(_replaced(self._heavy, drawn), self.quality, self._rest + now)
        if light.weight < self.best.weight or light.weight <= self._heavy.limit.bytes:
            self.best = light
        if light.weight <= self._heavy.limit.bytes:
            self._fits = self.quality
        else:
            self._fails = self.quality
        # Drawn from the prepared pictures, a quality near theirs comes out too heavy.
        guess = self._guess(now / sum(curve.at(self.quality) for curve in self._curves))
        self.quality = min(guess, self._fails - 1)

    def _guess(self, error: float) -> int:
        room = (self._heavy.limit.bytes - self._rest) * _MARGIN / error
        return highest(self._curves, room, self._fails)


def told(heavy: Heavy, light: Lightened) -> Diagnostic:
    """I035 where the book keeps to its limit now, I036 where it cannot."""
    over = light.weight - heavy.limit.bytes
    heaviest = _heaviest(heavy.paths, light.prepared)
    if over <= 0:
        said = (
            f"the photographs have quality {light.quality} instead of {heavy.policy.quality}, so "
            f"that the book keeps to {_megabytes(heavy.limit.bytes)}{heaviest}"
        )
        hint = "raise book_max if they matter, or leave out what is heavy"
        return PICTURES_DRAWN_COARSER.at(heavy.limit.span, said, hint)
    tried = f", even with quality {light.quality}" if light.quality < heavy.policy.quality else ""
    said = (
        f"the book has {_megabytes(light.weight)}, {_megabytes(over)} more than book_max "
        f"allows{tried}{heaviest}"
    )
    return BOOK_TOO_HEAVY.at(heavy.limit.span, said, _advice(heavy, light))


def _kinds(heavy: Heavy) -> dict[str, tuple[int, Picture]]:
    """By its digest each different picture that may change, and where it is first."""
    kinds: dict[str, tuple[int, Picture]] = {}
    for at, picture in enumerate(heavy.prepared):
        if isinstance(picture, Picture) and at not in heavy.fixed:
            kinds.setdefault(picture.digest, (at, picture))
    return kinds


def _drawn(
    heavy: Heavy,
    kinds: Mapping[str, tuple[int, Picture]],
    curves: Mapping[str, Curve],
    quality: int,
    redraw: Redraw,
) -> dict[str, Picture]:
    """By its digest until now each picture drawn at a quality, or as it was if that is lighter."""
    policy = replace(heavy.policy, quality=quality, redraw=True)
    lightest = {digest: kinds[digest][1] for digest in curves}
    heavier = [digest for digest, curve in curves.items() if curve.at(quality) < curve.now]
    drawn = redraw(policy, [kinds[digest][0] for digest in heavier])
    for digest, picture in zip(heavier, drawn, strict=True):
        if isinstance(picture, Picture) and weight(picture) < curves[digest].now:
            lightest[digest] = picture
    return lightest


def _replaced(heavy: Heavy, drawn: Mapping[str, Picture]) -> tuple[Prepared, ...]:
    return tuple(
        replace(drawn[picture.digest], remarks=picture.remarks)
        if isinstance(picture, Picture) and at not in heavy.fixed and picture.digest in drawn
        else picture
        for at, picture in enumerate(heavy.prepared)
    )


def _heaviest(paths: Sequence[str], prepared: Sequence[Prepared]) -> str:
    weights = {
        picture.digest: (weight(picture), path)
        for path, picture in reversed(tuple(zip(paths, prepared, strict=True)))
        if isinstance(picture, Picture)
    }
    most = sorted(weights.values(), key=lambda each: (-each[0], each[1]))[:_SHOWN]
    if not most:
        return ""
    named = ", ".join(f"{path} ({_megabytes(size)})" for size, path in most)
    return f"; the heaviest {'is' if len(most) == 1 else 'are'} {named}"


def _advice(heavy: Heavy, light: Lightened) -> str:
    raised = -(-light.weight // 100_000) / 10
    pictures = {p.digest: weight(p) for p in light.prepared if isinstance(p, Picture)}
    left = sum(pictures.values()) - (light.weight - heavy.limit.bytes)
    ways = [f'set book_max = "{raised:.1f} MB"']
    if left > 0.1 * sum(pictures.values()):
        pixels = int(heavy.policy.max_pixels * left / sum(pictures.values()) / 10_000) * 10_000
        ways.append(f"max_pixels = {pixels:_}")
    return f"{', or '.join(ways)}, or leave pictures out"


def _megabytes(count: int) -> str:
    if count < 100_000:
        return f"{-(-count // 1000)} kB"
    return f"{count / 1_000_000:.1f} MB"
