"""The running order: which family, whose face and which inks each plate gets."""

import random
from collections.abc import Callable
from dataclasses import replace

from artwork.composition import busts, figures
from artwork.composition.people import KINDS, ROUND
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
    figures.shadow,
    busts.quartet,
    busts.eyes,
)
INKS = tuple(PALETTES)
COUNT = 100
STRIDES = (1, 13, 7, 17)
STARTS = (0, 4, 2, 2)


def spec(number: int) -> Spec:
    """Return the full specification of plate `number` (1..100)."""
    rng = random.Random(f"plate-{number}")
    turn, place = divmod(number - 1, ROUND)
    family = ORDER[(place * STRIDES[turn] + STARTS[turn]) % ROUND]
    kind = KINDS[(number * 3 + turn) % len(KINDS)]
    drawn = family(rng, number, kind)
    return replace(drawn, palette=INKS[(number * 5 + turn * 3) % len(INKS)])
