"""Invented people, their clothes, and stock ways of cutting and inking."""

import random

from artwork.anatomy import Face
from artwork.dress import Dress
from artwork.helmet import HELMETS, Headgear
from artwork.mesh import Part
from artwork.spec import Cut, Scheme

ROUND = 27
KINDS = ("old man", "man", "young man", "woman", "man", "young woman", "man", "older woman")


def person(rng: random.Random, kind: str) -> Face:
    """Invent a face of the given kind."""
    u = rng.uniform
    female = "woman" in kind
    age = {"old": u(0.85, 1.0), "you": u(0.0, 0.18)}.get(kind[:3], u(0.4, 0.7))
    moustache = beard = stubble = 0.0
    if not female:
        style = rng.choice(["bare", "stubble", "stubble", "moustache", "beard", "moustache"])
        if style in ("moustache", "beard") and age > 0.2:
            moustache = u(0.8, 1.3)
        beard = u(0.7, 1.0) if style == "beard" and age > 0.2 else 0.0
        stubble = u(0.5, 1.0) if style == "stubble" else 0.0
    return Face(
        female=female,
        age=age * (0.75 if female else 1.0),
        width=u(0.93, 1.0) if female else u(0.95, 1.08),
        jaw=u(0.84, 0.93) if female else u(0.92, 1.10),
        nose_length=u(0.88, 0.98) if female else u(0.92, 1.10),
        nose_width=u(0.72, 0.92) if female else u(0.85, 1.25),
        nose_height=u(0.78, 0.95) if female else u(0.88, 1.15),
        hook=u(-0.4, 0.3) if female else u(-0.3, 1.1),
        brow=u(0.2, 0.6) if female else u(0.7, 1.6),
        cheek=u(0.7, 1.5),
        gaunt=u(0.0, 0.5) if female else u(0.1, 0.6) + 0.4 * age,
        lips=u(1.05, 1.35) if female else u(0.7, 1.15),
        chin=u(0.6, 0.9) if female else u(0.8, 1.4),
        eye_open=u(0.80, 1.05) if female else u(0.58, 0.95),
        eye_tilt=u(-0.5, 0.7) - 0.5 * age,
        eye_gap=u(0.285, 0.312),
        brow_weight=u(0.7, 1.0) if female else u(0.8, 1.5),
        brow_angle=u(-0.4, 0.5) if female else u(-0.4, 1.0),
        gaze_x=u(-0.35, 0.35),
        gaze_y=u(-0.2, 0.25),
        smile=u(-0.5, 0.8),
        moustache=moustache,
        beard=beard,
        stubble=stubble,
        dust=u(0.1, 0.35) if female else u(0.15, 0.55),
        grey=age > 0.75,
        skew=u(-0.35, 0.35),
        seed=rng.randrange(10**6),
    )


def gear(rng: random.Random, face: Face, number: int) -> Headgear:
    """Choose what is on the head."""
    helmet = HELMETS[number % len(HELMETS)]
    if face.female:
        kind = rng.choice([helmet, helmet, "kerchief", "kerchief", "bun"])
    else:
        kind = rng.choice([helmet] * 6 + ["cap", "beanie", "hair"])
    lamp = rng.random() < 0.85
    return Headgear(
        kind, lamp, rng.random() < 0.8, rng.uniform(-10, -2), True, face.grey, rng.randrange(999)
    )


def helmeted(rng: random.Random, face: Face, number: int, lit: bool = True) -> Headgear:
    """Choose a helmet with a cap lamp."""
    kind = HELMETS[(number * 3 + number // 5) % len(HELMETS)]
    return Headgear(kind, True, lit, rng.uniform(-9, -3), True, face.grey, rng.randrange(999))


def dress(rng: random.Random, face: Face, number: int) -> Dress:
    """Choose clothes."""
    kinds = ["jacket", "overall", "coat", "sweater", "reflective", "jacket", "vest"]
    if not face.female:
        kinds.append("bare")
    kind = kinds[(number * 5 + rng.randrange(2)) % len(kinds)]
    scarf = rng.choice(["", "", "scarf", "towel" if kind in ("bare", "vest") else "scarf"])
    return Dress(
        kind=kind,
        scarf=scarf,
        respirator=not scarf and rng.random() < 0.3,
        strap=rng.random() < 0.3,
        build=rng.uniform(0.84, 0.92) if face.female else rng.uniform(0.94, 1.08),
        seed=rng.randrange(999),
    )


def cut(rng: random.Random, *names: str) -> Cut:
    """Choose one of the named manners of cutting."""
    u = rng.uniform
    table = {
        "woodcut": Cut("contour", u(11, 15), 0.22, u(0.36, 0.42), 0.7),
        "fine": Cut("contour", u(8, 10), 0.28, u(0.38, 0.44), 0.6),
        "stencil": Cut("plain", 12, 0.05, u(0.34, 0.42), 0.5),
        "facet": Cut("plain", 12, 0.03, u(0.36, 0.42), 0.9, facet=rng.choice([4, 5])),
        "lines": Cut("lines", u(10, 13), 0.26, u(0.36, 0.42), 0.5, angle=rng.choice([0, 45, -40])),
        "swell": Cut("swell", u(11, 14), 0.30, u(0.40, 0.46), 0.3, angle=rng.choice([0, 90, 12])),
        "dots": Cut("dots", u(9, 13), 0.30, u(0.38, 0.44), 0.25, angle=rng.choice([22, 45, 68])),
        "cross": Cut("cross", u(11, 14), 0.24, u(0.36, 0.42), 0.6, angle=rng.choice([30, 45])),
        "stipple": Cut("stipple", u(8, 11), 0.30, u(0.38, 0.44), 0.4),
        "gouge": Cut("gouge", u(13, 18), 0.22, u(0.36, 0.42), 0.7, angle=rng.choice([70, -60, 20])),
    }
    return table[rng.choice(names)]


def scheme(rng: random.Random, *names: str) -> Scheme:
    """Choose one of the named ways to give parts their inks."""
    p = Part
    table = {
        "warm": Scheme(
            {p.SKIN: 0.66, p.CLOTH: 9, p.METAL: 9, p.WOOD: 9, p.SHIRT: 0.55, p.HAIR: 0.6},
            {p.HELMET: 9, p.ACCENT: 9},
        ),
        "pale": Scheme(
            {p.HELMET: 9, p.ACCENT: 9, p.CLOTH: 0.72, p.SKIN: 0.40}, {p.WOOD: 9, p.LENS: 9}
        ),
        "cloth": Scheme(
            {p.HELMET: 9, p.SKIN: 0.52, p.METAL: 0.7, p.HAIR: 0.7},
            {p.CLOTH: 9, p.WOOD: 9, p.ACCENT: 0.5},
            {p.CLOTH: 0.95},
        ),
        "mono": Scheme(
            {p.SKIN: 0.60, p.HELMET: 0.62, p.CLOTH: 0.70, p.SHIRT: 0.5, p.METAL: 0.7, p.WOOD: 0.6,
             p.HAIR: 0.7, p.ACCENT: 0.5},
            {p.LENS: 9, p.ACCENT: 9},
        ),
        "night": Scheme(
            {p.SKIN: 0.50, p.HELMET: 0.56, p.CLOTH: 9, p.SHIRT: 0.6, p.METAL: 9, p.WOOD: 9,
             p.HAIR: 9},
            {p.LENS: 9, p.ACCENT: 9},
            {p.CLOTH: 0.8},
        ),
        "burnt": Scheme(
            {p.CLOTH: 9, p.HELMET: 0.6, p.METAL: 0.7}, {p.SKIN: 0.62, p.ACCENT: 9, p.WOOD: 9}
        ),
        "blackcoat": Scheme(
            {p.SKIN: 0.58, p.SHIRT: 0.55, p.METAL: 0.8, p.HELMET: 0.55},
            {p.ACCENT: 9, p.WOOD: 9, p.HELMET: 9},
            {p.CLOTH: 0.42},
        ),
    }  # fmt: skip
    return table[rng.choice(names)]


def setting(number: int, *names: str) -> str:
    """Take the settings of a family in turn, one for each round of the plan."""
    return names[(number - 1) // ROUND % len(names)]
