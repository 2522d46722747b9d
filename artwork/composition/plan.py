"""The running order: which family, whose face and which inks each plate gets."""

import random
from collections.abc import Callable
from dataclasses import replace

from artwork.composition import busts, figures
from artwork.composition.people import KINDS
from artwork.palette import PALETTES
from artwork.spec import Spec

Family = Callable[[random.Random, int, str], Spec]

ORDER: tuple[Family, ...] = (
    busts.monument,
    figures.landscape,
    busts.closeup,
    figures.toiler,
    busts.profile,
    figures.silhouette,
    busts.dotted,
    figures.hands,
    busts.beam,
    figures.horizon,
    busts.planes,
    figures.wall,
    busts.cameo,
    figures.behind,
    busts.numbered,
    figures.lampbearer,
    busts.cropped,
    figures.hewer,
    busts.bowed,
    figures.shift,
    busts.split,
    figures.washed,
    busts.upward,
    busts.labelled,
)
INKS = tuple(PALETTES)
COUNT = 100


def spec(number: int) -> Spec:
    """Return the full specification of plate `number` (1..100)."""
    rng = random.Random(f"plate-{number}")
    family = ORDER[(number - 1) % len(ORDER)]
    turn = (number - 1) // len(ORDER)
    kind = KINDS[(number * 3 + turn) % len(KINDS)]
    drawn = family(rng, number, kind)
    return replace(drawn, palette=INKS[(number * 5 + turn * 3) % len(INKS)])
