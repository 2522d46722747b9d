"""Families that show hands, tools, the whole figure, or the place around it."""

import random
from dataclasses import replace

from artwork.composition.busts import base
from artwork.composition.people import cut, helmeted, scheme, setting
from artwork.dress import Dress
from artwork.render import Camera, Light
from artwork.spec import Pose, Spec


def toiler(rng: random.Random, number: int, kind: str) -> Spec:
    """Show a half figure with the tool that leads the composition."""
    s = base(rng, number, "toiler", kind)
    held = ("shovel", "hammer", "pick_front", "pick", "rope")[(number * 7 + number // 24) % 5]
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        pose=Pose(
            yaw=rng.uniform(-18, 18),
            held=held,
            gloves=rng.random() < 0.3,
            sleeve=rng.choice([1.0, 0.5]),
        ),
        camera=Camera(rng.uniform(-22, 22), -6, 0, rng.uniform(185, 205), 490, 440),
        light=Light(rng.choice([-0.7, 0.7]), 0.6, 0.5, 0.14, 0.15),
        cut=replace(cut(rng, "stencil", "gouge", "woodcut"), halo=6),
        scheme=scheme(rng, "warm", "cloth", "burnt"),
        backdrop=setting(number, "rays", "smoke", "gallery", "headframe"),
    )


def hands(rng: random.Random, number: int, kind: str) -> Spec:
    """Bring the hands forward: a mug, a lamp, the end of a handle."""
    s = base(rng, number, "hands", kind)
    held = ("mug", "handle", "lantern_low", "mug")[(number // 4) % 4]
    return replace(
        s,
        dress=replace(s.dress, respirator=False, strap=False),
        pose=Pose(
            yaw=rng.uniform(-12, 12),
            pitch=rng.uniform(0, 9),
            held=held,
            sleeve=rng.choice([1.0, 0.5]),
        ),
        camera=Camera(rng.uniform(-20, 20), 3, 0, 250, 490, 470),
        light=Light(rng.choice([-0.7, 0.7]), 0.55, 0.6, 0.18),
        cut=replace(cut(rng, "fine", "lines", "stipple", "dots"), halo=4),
        scheme=scheme(rng, "pale", "mono", "cloth"),
        backdrop=setting(number, "lockers", "bricks", "plain", "scored"),
        border=rng.choice(["bleed", "cut"]),
    )


def wall(rng: random.Random, number: int, kind: str) -> Spec:
    """Face the sitter squarely before a wall, arms folded or helmet held."""
    s = base(rng, number, "wall", kind)
    held = ("crossed", "helmet_held", "crossed", "none")[(number // 3) % 4]
    bare = (
        replace(s.gear, kind="hair" if not s.face.female else "bun")
        if held == "helmet_held"
        else s.gear
    )
    return replace(
        s,
        gear=bare,
        dress=replace(s.dress, strap=held == "none"),
        pose=Pose(yaw=rng.uniform(-8, 8), held=held, sleeve=rng.choice([1.0, 0.5])),
        camera=Camera(rng.uniform(-10, 10), 0, 0, rng.uniform(205, 230), 490, 430),
        light=Light(rng.choice([-0.6, 0.6]), 0.55, 0.65, 0.18),
        cut=replace(cut(rng, "woodcut", "cross", "stencil"), halo=5),
        scheme=scheme(rng, "cloth", "blackcoat", "pale"),
        backdrop=setting(number, "bricks", "lockers", "cage", "crew"),
        border=rng.choice(["bleed", "wide"]),
    )


def lampbearer(rng: random.Random, number: int, kind: str) -> Spec:
    """Let a raised safety lamp light the face."""
    s = base(rng, number, "lampbearer", kind)
    return replace(
        s,
        gear=replace(s.gear, lit=False),
        pose=Pose(yaw=rng.uniform(8, 25), pitch=-3, held="lantern"),
        camera=Camera(rng.uniform(-16, 4), -2, 0, 185, 400, 520),
        light=Light(0.75, 0.32, 0.75, 0.05, 0.1),
        cut=replace(cut(rng, "gouge", "woodcut", "fine"), level=0.24),
        scheme=scheme(rng, "night"),
        backdrop=setting(number, "dark", "gallery", "seam", "rails"),
    )


def behind(rng: random.Random, number: int, kind: str) -> Spec:
    """Stand behind a shoulder and look where the sitter looks."""
    s = base(rng, number, "behind", kind)
    turn = rng.choice([0, -58])
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        pose=Pose(yaw=turn, pitch=-3),
        camera=Camera(
            rng.uniform(160, 190) if not turn else rng.uniform(148, 158),
            0,
            0,
            rng.uniform(200, 260),
            rng.uniform(380, 600),
            640,
        ),
        light=Light(-0.75, 0.55, 0.25, 0.12, 0.3),
        cut=replace(cut(rng, "woodcut", "gouge", "stencil"), halo=7),
        scheme=scheme(rng, "blackcoat", "warm", "cloth"),
        backdrop=setting(number, "headframe", "rails", "tips", "night"),
    )


def landscape(rng: random.Random, number: int, kind: str) -> Spec:
    """Set a small whole figure in a wide country."""
    s = base(rng, number, "landscape", kind)
    held = ("shovel", "none", "lantern_low", "pick_front", "none")[(number // 5) % 5]
    return replace(
        s,
        mirror=False,
        gear=helmeted(rng, s.face, number),
        pose=Pose(held=held, legs=rng.choice(["stand", "walk"])),
        camera=Camera(
            rng.choice([-1, 1]) * rng.uniform(15, 60),
            0,
            0,
            rng.uniform(30, 50),
            rng.uniform(230, 420),
            700,
        ),
        light=Light(rng.choice([-0.8, 0.8]), 0.4, 0.4, 0.12, 0.3),
        cut=replace(cut(rng, "stencil"), halo=3, outline=0.3),
        scheme=scheme(rng, "blackcoat", "warm"),
        backdrop=setting(number, "dawn", "pithead", "tips", "night"),
        border=rng.choice(["bleed", "cut", "wide"]),
    )


def silhouette(rng: random.Random, number: int, kind: str) -> Spec:
    """Stand an outline against the light at the end of a tunnel."""
    s = base(rng, number, "silhouette", kind)
    held = ("pick", "lantern_low", "shovel", "none", "pick_front")[(number // 2) % 5]
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        pose=Pose(held=held, legs=rng.choice(["stand", "walk"])),
        camera=Camera(rng.choice([20, -25, 160, 55]), 0, 0, rng.uniform(56, 74), 490, 480),
        light=Light(rng.choice([-0.9, 0.9]), 0.5, -0.2, 0.0, 0.5),
        cut=replace(cut(rng, "stencil"), halo=0),
        scheme=scheme(rng, "night"),
        backdrop=setting(number, "rails", "dawn", "gallery"),
        silhouette=True,
    )


def hewer(rng: random.Random, number: int, kind: str) -> Spec:
    """Kneel a small figure in a low seam between masses of rock."""
    s = base(rng, number, "hewer", kind)
    held = ("hammer", "shovel", "pick_front")[(number // 7) % 3]
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        dress=replace(s.dress, kind=rng.choice(["vest", "bare", "jacket"]), respirator=False),
        pose=Pose(pitch=-20, lean=rng.uniform(34, 46), legs="kneel", held=held),
        camera=Camera(
            rng.uniform(50, 74),
            0,
            0,
            rng.choice([30, 38, 52, 64]),
            rng.uniform(380, 600),
            rng.choice([330, 480, 640]),
        ),
        light=Light(0.8, 0.3, 0.4, 0.12, 0.3),
        cut=replace(cut(rng, "stencil"), halo=3, outline=0.3),
        scheme=scheme(rng, "warm", "blackcoat"),
        backdrop="beds",
    )


def shadow(rng: random.Random, number: int, kind: str) -> Spec:
    """Throw the sitter's own great shadow on the wall."""
    s = base(rng, number, "shadow", kind)
    held = rng.choice(["none", "pick_front", "shovel", "lantern_low", "crossed"])
    side = rng.choice([-1, 1])
    return replace(
        s,
        mirror=False,
        pose=Pose(yaw=side * rng.uniform(5, 25), held=held, sleeve=rng.choice([1.0, 0.5])),
        camera=Camera(side * rng.uniform(8, 30), 0, 0, 165, 490 + side * 150, 560),
        light=Light(0.85 * side, 0.4, 0.5, 0.12),
        cut=replace(cut(rng, "stencil", "woodcut", "gouge"), halo=0),
        scheme=scheme(rng, "warm", "cloth", "pale"),
        backdrop=setting(number, "bricks", "paper", "lockers", "plain"),
        layout="shadow",
    )


def horizon(rng: random.Random, number: int, kind: str) -> Spec:
    """Leave most of the sheet to the sky, with head and shoulders at its foot."""
    s = base(rng, number, "horizon", kind)
    return replace(
        s,
        pose=Pose(
            yaw=rng.uniform(-25, 25), pitch=-6, cigarette=not s.face.female and rng.random() < 0.5
        ),
        camera=Camera(
            rng.uniform(-40, 40), -4, 0, rng.uniform(170, 215), rng.uniform(330, 650), 970
        ),
        light=Light(rng.choice([-0.8, 0.8]), 0.55, 0.35, 0.12, 0.25),
        cut=replace(cut(rng, "woodcut", "stencil", "lines"), halo=5),
        scheme=scheme(rng, "warm", "blackcoat", "burnt"),
        backdrop=setting(number, "clouds", "smoke", "night", "tips"),
    )


def shift(rng: random.Random, number: int, kind: str) -> Spec:
    """Stand one forward from the outlines of the crew."""
    s = base(rng, number, "shift", kind)
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        pose=Pose(yaw=rng.uniform(-15, 15)),
        camera=Camera(
            rng.uniform(-25, 25), -2, 0, rng.uniform(225, 270), rng.uniform(400, 580), 760
        ),
        light=Light(rng.choice([-0.7, 0.7]), 0.5, 0.6, 0.16),
        cut=replace(cut(rng, "stencil", "dots", "gouge"), halo=8),
        scheme=scheme(rng, "warm", "pale", "cloth"),
        backdrop="crew",
    )


def washed(rng: random.Random, number: int, kind: str) -> Spec:
    """After the shift: bare shoulders or vest, a towel, no helmet."""
    s = base(rng, number, "washed", kind)
    clothes = "vest" if s.face.female else rng.choice(["bare", "vest"])
    return replace(
        s,
        gear=replace(
            s.gear,
            kind="kerchief" if s.face.female else rng.choice(["hair", "hair", "beanie", "cap"]),
        ),
        dress=Dress(clothes, scarf="towel", build=s.dress.build, seed=s.dress.seed),
        pose=Pose(yaw=rng.uniform(-25, 25), cigarette=not s.face.female and rng.random() < 0.4),
        camera=Camera(rng.uniform(-30, 30), 0, 0, rng.uniform(250, 310), 490, 520),
        light=Light(rng.choice([-0.8, 0.8]), 0.4, 0.5, 0.14, 0.15),
        cut=cut(rng, "woodcut", "fine", "swell", "stipple"),
        scheme=scheme(rng, "mono", "burnt", "pale"),
        backdrop=setting(number, "lockers", "plain", "bricks", "halves"),
        border=rng.choice(["bleed", "cut"]),
    )
