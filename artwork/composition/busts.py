"""Families in which the head fills the sheet."""

import random
from dataclasses import replace

from artwork.composition.people import cut, dress, gear, helmeted, person, scheme, setting
from artwork.mesh import Part
from artwork.render import Camera, Light
from artwork.spec import Pose, Scheme, Spec


def base(rng: random.Random, number: int, family: str, kind: str) -> Spec:
    """Return a sitter with everything chosen but the composition."""
    face = person(rng, kind)
    return Spec(
        number,
        family,
        face,
        gear(rng, face, number),
        dress(rng, face, number),
        mirror=rng.random() < 0.5,
    )


def monument(rng: random.Random, number: int, kind: str) -> Spec:
    """See the sitter from below, against something that radiates."""
    s = base(rng, number, "monument", kind)
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        pose=Pose(yaw=rng.uniform(8, 20), pitch=-8),
        camera=Camera(rng.uniform(12, 28), -15, 0, 305, 490, 600),
        light=Light(-0.75, 0.45, 0.5, 0.14, 0.2),
        cut=replace(cut(rng, "stencil", "facet", "gouge"), halo=5),
        scheme=scheme(rng, "warm", "blackcoat", "burnt"),
        backdrop=setting(number, "rays", "disc", "chevrons", "headframe"),
    )


def closeup(rng: random.Random, number: int, kind: str) -> Spec:
    """Come so close that the face fills the sheet."""
    s = base(rng, number, "closeup", kind)
    side = rng.choice([-1, 1])
    return replace(
        s,
        face=replace(s.face, dust=0.1 * s.face.dust),
        pose=Pose(yaw=side * rng.uniform(0, 12), roll=rng.uniform(-5, 5)),
        camera=Camera(
            side * rng.uniform(0, 22),
            rng.uniform(-4, 6),
            0,
            rng.uniform(590, 680),
            490 + side * 30,
            590,
        ),
        light=Light(0.6 * side, rng.uniform(0.1, 0.4), 0.75, 0.20, 0.1),
        cut=cut(rng, "fine", "woodcut", "swell", "cross"),
        scheme=scheme(rng, "mono", "pale"),
        backdrop=setting(number, "plain", "dark", "scored", "seam"),
    )


def profile(rng: random.Random, number: int, kind: str) -> Spec:
    """Cut the profile like a coin."""
    s = base(rng, number, "profile", kind)
    return replace(
        s,
        pose=Pose(pitch=rng.uniform(-8, 6)),
        camera=Camera(rng.uniform(78, 92), 0, 0, rng.uniform(290, 370), 440, 560),
        light=Light(rng.choice([0.9, 0.8, -0.3]), 0.5, rng.uniform(0.15, 0.5), 0.12, 0.25),
        cut=replace(cut(rng, "stencil", "woodcut", "gouge"), halo=5),
        scheme=scheme(rng, "blackcoat", "cloth", "warm"),
        backdrop=setting(number, "halves", "rays", "disc", "scored"),
        border=rng.choice(["bleed", "cut", "wide"]),
    )


def cameo(rng: random.Random, number: int, kind: str) -> Spec:
    """Set the bust in an oval, a round or an arch."""
    s = base(rng, number, "cameo", kind)
    side = rng.choice([-1, 1])
    return replace(
        s,
        pose=Pose(yaw=side * 10, roll=rng.uniform(-5, 5)),
        camera=Camera(side * rng.uniform(15, 35), 0, 0, 300, 490, 590),
        light=Light(-0.7 * side, 0.6, 0.6, 0.2),
        cut=replace(cut(rng, "fine", "lines", "stipple"), halo=6),
        scheme=scheme(rng, "pale", "cloth", "mono"),
        backdrop=setting(number, "stripes", "rays", "scored", "plain"),
        border=rng.choice(["oval", "round", "arch"]),
    )


def numbered(rng: random.Random, number: int, kind: str) -> Spec:
    """Stand a stencilled head before a huge number."""
    s = base(rng, number, "number", kind)
    return replace(
        s,
        gear=helmeted(rng, s.face, number, lit=False),
        pose=Pose(yaw=rng.uniform(-12, 12)),
        camera=Camera(rng.uniform(-18, 18), -4, 0, 270, 490, 890),
        light=Light(rng.choice([-0.8, 0.8]), 0.5, 0.5, 0.15),
        cut=replace(cut(rng, "stencil", "dots"), halo=12),
        scheme=scheme(rng, "burnt", "cloth"),
        backdrop="number",
    )


def split(rng: random.Random, number: int, kind: str) -> Spec:
    """Turn the print to its negative down the middle of a frontal face."""
    s = base(rng, number, "split", kind)
    return replace(
        s,
        gear=replace(s.gear, lit=True),
        pose=Pose(),
        camera=Camera(0, rng.uniform(-3, 3), 0, rng.uniform(310, 500), 490, 600),
        light=Light(rng.uniform(-0.2, 0.2), 0.65, 0.75, 0.2),
        cut=replace(cut(rng, "stencil", "woodcut"), halo=0),
        scheme=Scheme({}, {Part.LENS: 9}),
        backdrop="splitkey",
        split=True,
    )


def beam(rng: random.Random, number: int, kind: str) -> Spec:
    """Let the cap lamp open a beam in solid darkness, aside or straight at the viewer."""
    s = base(rng, number, "beam", kind)
    dazzle = rng.random() < 0.35
    return replace(
        s,
        gear=helmeted(rng, s.face, number),
        pose=Pose(yaw=0 if dazzle else rng.uniform(10, 30), pitch=rng.uniform(-2, 8)),
        camera=Camera(
            rng.uniform(-6, 6) if dazzle else rng.uniform(30, 50),
            0,
            0,
            rng.uniform(220, 310),
            490 if dazzle else 310,
            690,
        ),
        light=Light(0.9, rng.uniform(-0.3, 0.35), rng.uniform(0.2, 0.45), 0.03, 0.35),
        cut=replace(cut(rng, "woodcut", "gouge", "fine"), level=0.24, outline=0.45),
        scheme=scheme(rng, "night"),
        backdrop="dark",
        beam=True,
    )


def upward(rng: random.Random, number: int, kind: str) -> Spec:
    """Look up the shaft with a face turned to daylight."""
    s = base(rng, number, "upward", kind)
    return replace(
        s,
        pose=Pose(yaw=rng.uniform(-15, 15), pitch=-24),
        camera=Camera(rng.choice([-1, 1]) * rng.uniform(20, 48), -4, 0, 270, 490, 850),
        light=Light(0.1, 0.95, 0.35, 0.08, 0.2),
        cut=cut(rng, "woodcut", "gouge", "lines"),
        scheme=scheme(rng, "night", "warm"),
        backdrop=setting(number, "shaft", "clouds", "disc", "rays"),
    )


def bowed(rng: random.Random, number: int, kind: str) -> Spec:
    """Let a tired head sink under the light."""
    s = base(rng, number, "bowed", kind)
    return replace(
        s,
        face=replace(s.face, eye_open=0.30, gaze_y=-0.8),
        pose=Pose(yaw=rng.uniform(-25, 25), pitch=rng.uniform(11, 17), roll=rng.uniform(-8, 8)),
        camera=Camera(rng.uniform(-30, 30), 0, 0, rng.uniform(330, 430), 490, 700),
        light=Light(rng.choice([-0.7, 0.7]), 0.25, 0.75, 0.2, 0.2),
        cut=replace(cut(rng, "fine", "stipple", "swell"), halo=4),
        scheme=scheme(rng, "mono", "warm", "cloth"),
        backdrop=setting(number, "seam", "bricks", "plain", "halves"),
        border=rng.choice(["bleed", "cut"]),
    )


def planes(rng: random.Random, number: int, kind: str) -> Spec:
    """Reduce the head to hard planes."""
    s = base(rng, number, "planes", kind)
    side = rng.choice([-1, 1])
    return replace(
        s,
        pose=Pose(yaw=side * 14, pitch=-4),
        camera=Camera(
            side * rng.uniform(10, 26), -4, rng.uniform(-7, 7), rng.uniform(370, 450), 470, 620
        ),
        light=Light(-0.85 * side, 0.35, 0.4, 0.22, 0.15),
        cut=cut(rng, "facet"),
        scheme=scheme(rng, "mono", "cloth", "blackcoat"),
        backdrop=setting(number, "chevrons", "halves", "stripes", "rays"),
        border=rng.choice(["bleed", "cut"]),
    )


def dotted(rng: random.Random, number: int, kind: str) -> Spec:
    """Print the face as a coarse halftone, as if from a factory newspaper."""
    s = base(rng, number, "dotted", kind)
    return replace(
        s,
        pose=Pose(yaw=rng.uniform(-20, 20), roll=rng.uniform(-7, 7)),
        camera=Camera(
            rng.uniform(-25, 25),
            rng.uniform(-5, 5),
            0,
            rng.uniform(390, 520),
            rng.uniform(420, 560),
            610,
        ),
        light=Light(rng.choice([-0.7, 0.7]), 0.5, 0.7, 0.2),
        cut=cut(rng, "dots"),
        scheme=scheme(rng, "mono", "pale", "burnt"),
        backdrop=setting(number, "paper", "plain", "cage", "clouds"),
        border=rng.choice(["label", "cut", "wide"]),
    )


def cropped(rng: random.Random, number: int, kind: str) -> Spec:
    """Let the edge of the sheet take half of the face."""
    s = base(rng, number, "cropped", kind)
    side = rng.choice([-1, 1])
    return replace(
        s,
        mirror=False,
        pose=Pose(yaw=-side * 8),
        camera=Camera(
            -side * rng.uniform(5, 25),
            rng.uniform(-6, 4),
            0,
            rng.uniform(500, 600),
            490 + side * rng.uniform(390, 440),
            640,
        ),
        light=Light(-0.8 * side, 0.4, 0.5, 0.14, 0.2),
        cut=replace(cut(rng, "stencil", "woodcut", "lines"), halo=6),
        scheme=scheme(rng, "warm", "pale", "mono"),
        backdrop=setting(number, "plain", "smoke", "headframe", "clouds"),
    )


def labelled(rng: random.Random, number: int, kind: str) -> Spec:
    """Print a bust in a block with a deep empty foot, like a trial proof."""
    s = base(rng, number, "proof", kind)
    return replace(
        s,
        pose=Pose(yaw=rng.uniform(-30, 30), roll=rng.uniform(-4, 4)),
        camera=Camera(rng.uniform(-30, 30), -3, 0, 300, 490, 540),
        light=Light(rng.choice([-0.6, 0.6]), 0.7, 0.5, 0.1, 0.2),
        cut=replace(cut(rng, "woodcut", "cross", "lines", "gouge"), halo=4),
        scheme=scheme(rng, "blackcoat", "warm"),
        backdrop=setting(number, "stripes", "seam", "cage", "night"),
        border="label",
    )


def quartet(rng: random.Random, number: int, kind: str) -> Spec:
    """Print one head four times with the inks exchanged."""
    s = base(rng, number, "quartet", kind)
    return replace(
        s,
        pose=Pose(yaw=rng.uniform(-22, 22), roll=rng.uniform(-6, 6)),
        camera=Camera(rng.uniform(-30, 30), -3, 0, rng.uniform(360, 420), 490, 640),
        light=Light(rng.choice([-0.75, 0.75]), 0.4, 0.55, 0.14, 0.2),
        cut=replace(cut(rng, "stencil"), halo=0),
        scheme=scheme(rng, "burnt", "cloth", "mono"),
        backdrop="plain",
        layout="quartet",
    )


def eyes(rng: random.Random, number: int, kind: str) -> Spec:
    """Open a slot in solid ink on a pair of eyes."""
    s = base(rng, number, "eyes", kind)
    return replace(
        s,
        face=replace(s.face, eye_open=max(s.face.eye_open, 0.8), dust=0.3 * s.face.dust),
        gear=replace(s.gear, kind="hair" if not s.face.female else "bun", lamp=False),
        pose=Pose(yaw=rng.uniform(-10, 10)),
        camera=Camera(rng.uniform(-14, 14), 0, rng.uniform(-3, 3), rng.uniform(650, 740), 490, 640),
        light=Light(rng.choice([-0.6, 0.6]), -0.05, 0.8, 0.24, 0.1, 1.1),
        cut=replace(cut(rng, "fine", "woodcut", "lines"), level=0.36),
        scheme=Scheme({Part.HAIR: 9}, {}),
        backdrop="plain",
        layout=rng.choice(["slot", "slot", "slant"]),
    )
