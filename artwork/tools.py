"""Things held and the arms that hold them: shovels, picks, drills, lamps, mugs, rope."""

from collections.abc import Callable

import numpy as np

from artwork.field import Array
from artwork.helmet import Headgear, helmet
from artwork.limbs import arm, fist, reach, shoulder, upper_arm
from artwork.mesh import Part, Surface, cylinder, disc, rotation, surface, tube, unit, vec

Held = Callable[["Grip"], list[Surface]]


class Grip:
    """The arms of one sitter, dressed alike, ready to take hold of something."""

    def __init__(
        self, sleeve: Part, length: float, glove: bool, build: float, quality: float, low: float
    ) -> None:
        """Remember how the arms are dressed and how far down the sheet shows."""
        self.sleeve, self.length, self.glove = sleeve, length, glove
        self.build, self.quality, self.low = build, quality, low

    def hold(
        self, side: float, at: Array, axis: Array, radius: float, bend: Array | None = None
    ) -> list[Surface]:
        """Reach with one arm and close the hand round a shaft at `at`."""
        start = shoulder(side, self.build)
        away = unit(start - at)
        wrist_at = at + away * (0.42 + radius)
        elbow, wrist = reach(start, wrist_at, vec(side, -0.9, -0.2) if bend is None else bend)
        hand = fist(at, axis, wrist, radius, self.quality, self.glove)
        return [*arm(start, elbow, wrist, self.sleeve, self.quality, self.length), *hand]

    def hang(self, side: float) -> list[Surface]:
        """Let one arm hang, the hand loosely closed."""
        start = shoulder(side, self.build)
        at = vec(1.62 * side * self.build, -5.35, 0.25)
        if self.low > -3.4:
            return upper_arm(
                start, start + vec(0.12 * side, -1.75, -0.1), self.sleeve, self.quality
            )
        elbow, wrist = reach(start, at + vec(0, 0.42, 0), vec(side * 0.6, 0, -1))
        hand = fist(at, vec(-0.2 * side, 0.1, 1), wrist, 0.07, self.quality, self.glove)
        return [*arm(start, elbow, wrist, self.sleeve, self.quality, self.length), *hand]


def _shaft(a: Array, b: Array, radius: float, quality: float) -> Surface:
    return tube([a, (a + b) / 2, b], [radius, radius], Part.WOOD, quality, 0.85)


def none(grip: Grip) -> list[Surface]:
    """Both arms down."""
    return grip.hang(-1.0) + grip.hang(1.0)


def shovel(grip: Grip) -> list[Surface]:
    """Stand with a broad coal shovel, blade up, across the body."""
    low, high = vec(-0.75, -6.2, 1.15), vec(1.75, 0.1, 1.0)
    axis = unit(high - low)
    parts = [_shaft(low, high, 0.085, grip.quality)]
    t, u = np.meshgrid(np.linspace(0, 1, 220), np.linspace(-1, 1, 260), indexing="ij")
    wide = (
        0.74
        * np.clip(1.25 * t + 0.35, 0, 1)
        * np.sqrt(np.clip(1 - (t - 0.45).clip(0) ** 4 * 6, 0.05, 1))
    )
    side = unit(np.cross(axis, vec(0, 0, 1)))
    out = unit(np.cross(side, axis))
    blade = (
        high
        + (t * 1.75 - 0.1)[..., None] * axis
        + (u * wide)[..., None] * side
        + (0.22 * u**2 - 0.05)[..., None] * out
    )
    parts.append(surface(blade, Part.METAL, 0.85, t))
    parts += grip.hold(1.0, low + (high - low) * 0.62, axis, 0.09)
    parts += grip.hold(-1.0, low + (high - low) * 0.30, axis, 0.09)
    return parts


def pick(grip: Grip) -> list[Surface]:
    """Carry a pick over one shoulder."""
    low, high = vec(0.75, -3.3, 1.25), vec(1.75, 0.35, -1.1)
    axis = unit(high - low)
    side = vec(0.55, 0.1, 0.85)
    head = [high - side * 1.5 + vec(0, -0.55, 0), high - side * 0.7, high, high + side * 0.7]
    head.append(high + side * 1.5 + vec(0, -0.55, 0))
    parts = [
        _shaft(low, high + axis * 0.2, 0.085, grip.quality),
        tube(head, [0.03, 0.12, 0.17, 0.12, 0.03], Part.METAL, grip.quality, 0.8),
    ]
    return parts + grip.hold(1.0, low + axis * 0.5, axis, 0.09) + grip.hang(-1.0)


def pick_front(grip: Grip) -> list[Surface]:
    """Hold a pick upright before the chest, its iron beside the head."""
    low, high = vec(-1.15, -6.0, 1.0), vec(-1.25, 0.55, 0.85)
    axis = unit(high - low)
    side = vec(1.0, 0.0, 0.25)
    head = [high - side * 1.25 + vec(0, -0.42, 0), high - side * 0.6, high, high + side * 0.5]
    head.append(high + side * 1.0 + vec(0, -0.3, 0))
    parts = [
        _shaft(low, high + axis * 0.22, 0.085, grip.quality),
        tube(head, [0.03, 0.12, 0.17, 0.12, 0.04], Part.METAL, grip.quality, 0.85),
    ]
    parts += grip.hold(-1.0, low + (high - low) * 0.56, axis, 0.09)
    return parts + grip.hold(1.0, low + (high - low) * 0.36, axis, 0.09)


def hammer(grip: Grip) -> list[Surface]:
    """Hold a pneumatic pick hammer slantwise before the body."""
    low, high = vec(-1.9, -4.9, 1.5), vec(0.95, -2.45, 1.15)
    axis = unit(high - low)
    q = grip.quality
    parts = cylinder(low + axis * 1.1, high - axis * 0.5, 0.30, Part.METAL, q, 0.75)
    parts += cylinder(low + axis * 0.85, low + axis * 1.2, 0.21, Part.METAL, q, 0.5)
    parts += cylinder(high - axis * 0.6, high - axis * 0.25, 0.36, Part.ACCENT, q, 0.9)
    parts.append(tube([low - axis * 0.9, low + axis * 0.9], [0.02, 0.09, 0.10], Part.METAL, q, 0.9))
    top = high + axis * 0.12
    parts.append(
        tube(
            [top + vec(-0.45, 0.4, 0), top, top + vec(0.45, -0.4, 0)],
            [0.1, 0.1],
            Part.METAL,
            q,
            0.4,
        )
    )
    hose = [high - axis * 0.3, vec(1.5, -3.4, 1.5), vec(1.3, -4.9, 1.3), vec(0.3, -6.4, 1.0)]
    parts.append(tube(hose, [0.10, 0.10], Part.METAL, q, 0.3))
    parts += grip.hold(1.0, top, vec(-0.7, 0.7, 0), 0.11)
    return parts + grip.hold(-1.0, low + axis * 0.98, axis, 0.22)


def _lantern(at: Array, quality: float) -> list[Surface]:
    parts = cylinder(at + vec(0, -1.35, 0), at + vec(0, -0.95, 0), 0.30, Part.METAL, quality, 0.6)
    parts += cylinder(at + vec(0, -0.95, 0), at + vec(0, -0.55, 0), 0.25, Part.LENS, quality, 1.2)
    parts += cylinder(at + vec(0, -0.55, 0), at + vec(0, -0.28, 0), 0.29, Part.METAL, quality, 0.7)
    for a in np.linspace(0, 2 * np.pi, 6, endpoint=False):
        foot = at + vec(0.27 * float(np.cos(a)), -0.98, 0.27 * float(np.sin(a)))
        parts.append(tube([foot, foot + vec(0, 0.46, 0)], [0.03, 0.03], Part.METAL, quality, 0.3))
    bail = [
        at + vec(0.26 * float(np.cos(t)), -0.3 + 0.34 * float(np.sin(t)), 0)
        for t in np.linspace(0, np.pi, 7)
    ]
    return [*parts, tube(bail, [0.03, 0.03], Part.METAL, quality, 0.4)]


def lantern(grip: Grip) -> list[Surface]:
    """Raise a safety lamp at face height."""
    at = vec(1.95, -0.55, 1.35)
    parts = _lantern(at, grip.quality)
    return parts + grip.hold(1.0, at, vec(1, 0, 0.2), 0.05) + grip.hang(-1.0)


def lantern_low(grip: Grip) -> list[Surface]:
    """Carry a safety lamp before the chest."""
    at = vec(-0.55, -2.75, 1.45)
    parts = _lantern(at, grip.quality)
    return parts + grip.hold(-1.0, at, vec(1, 0, -0.2), 0.05) + grip.hang(1.0)


def mug(grip: Grip) -> list[Surface]:
    """Hold a tin mug in both hands below the chin."""
    at = vec(0.0, -2.35, 1.35)
    q = grip.quality
    t, a = np.meshgrid(np.linspace(0, 1, 260), np.linspace(-np.pi, np.pi, 420), indexing="ij")
    points = np.stack(
        [at[0] + 0.33 * np.sin(a), at[1] - 0.42 + 0.88 * t, at[2] + 0.33 * np.cos(a)], -1
    )
    tea = disc(at + vec(0, 0.38, 0), vec(0, 1, 0), 0.31, Part.METAL, q)
    tea.albedo[:] = 0.2
    rim = [at + vec(0.33 * np.sin(b), 0.46, 0.33 * np.cos(b)) for b in np.linspace(0, 6.283, 16)]
    parts = [
        surface(points, Part.LENS, 1.0, t),
        tea,
        tube(rim, [0.03, 0.03], Part.METAL, q, 0.3, caps=False),
    ]
    up = vec(0, 1, 0)
    parts += grip.hold(1.0, at + vec(0.02, -0.05, 0.0), up, 0.34)
    return parts + grip.hold(-1.0, at + vec(-0.02, -0.12, 0.0), up, 0.34)


def rope(grip: Grip) -> list[Surface]:
    """Wear a coil of rope from one shoulder to the opposite hip."""
    parts = []
    for k in range(7):
        j = 0.10 * (k - 3)
        knots = []
        for t in np.linspace(0, 2 * np.pi, 16):
            along, out = np.cos(t), np.sin(t)
            knots.append(
                vec(0.15 + 0.98 * along + j * 0.5, -2.75 + 1.22 * along + j, 1.02 * out - 0.22)
            )
        parts.append(tube(knots, [0.065, 0.065], Part.ACCENT, grip.quality, 0.9 - 0.12 * (k % 2)))
    return parts + none(grip)


def crossed(grip: Grip) -> list[Surface]:
    """Fold the arms across the chest."""
    parts = []
    for side, lift in ((1.0, 0.0), (-1.0, -0.30)):
        start = shoulder(side, grip.build)
        elbow = vec(1.52 * side * grip.build, -3.60, 0.30)
        parts += upper_arm(start, elbow, grip.sleeve, grip.quality)
        across = [
            elbow + vec(0.04 * side, 0.0, -0.05),
            vec(0.85 * side, -3.62 + 0.5 * lift, 0.86),
            vec(-0.25 * side, -3.42 + lift, 1.12 + 0.10 * side),
            vec(-1.38 * side, -3.12 + 0.4 * lift, 0.42),
        ]
        thick = 0.37 if grip.sleeve != Part.SKIN else 0.30
        parts.append(
            tube(
                across,
                [thick, thick * 1.05, thick * 0.9, thick * 0.72],
                grip.sleeve,
                grip.quality,
                0.84,
                folds=0.04 if grip.sleeve != Part.SKIN else 0.0,
            )
        )
    return parts


def handle(grip: Grip) -> list[Surface]:
    """Rest both hands, one above the other, on the end of an upright handle."""
    top, low = vec(0.05, -2.75, 1.35), vec(0.0, -6.6, 1.6)
    axis = unit(top - low)
    cross = tube(
        [top + vec(-0.42, 0, 0), top, top + vec(0.42, 0, 0)],
        [0.1, 0.1],
        Part.WOOD,
        grip.quality,
        0.9,
    )
    parts = [_shaft(low, top, 0.1, grip.quality), cross]
    parts += grip.hold(1.0, top - axis * 0.45, axis, 0.11)
    return parts + grip.hold(-1.0, top + vec(0, 0.02, 0), vec(1, 0, 0), 0.11)


def helmet_held(grip: Grip) -> list[Surface]:
    """Hold the helmet against the chest with one hand."""
    turn = rotation(0.0, 62.0, 0.0)
    shift = vec(-0.35, -3.75, 1.25)
    parts = [
        p.moved(turn, vec(0, 0, 0), shift)
        for p in helmet(Headgear("fibre", cable=False, lit=False), grip.quality)
    ]
    parts += grip.hold(-1.0, vec(-1.25, -3.85, 1.45), vec(0.15, 1, -0.3), 0.06)
    return parts + grip.hold(1.0, vec(0.62, -3.95, 1.50), vec(-0.2, 1, -0.2), 0.06)


def cigarette(quality: float) -> list[Surface]:
    """Return a cigarette between the lips, in the coordinates of the head."""
    a, b = vec(0.10, -0.63, 0.80), vec(0.20, -0.72, 1.18)
    end = tube([a + (b - a) * 0.9, b], [0.036, 0.036], Part.ACCENT, quality, 1.2)
    return [tube([a, b], [0.034, 0.034], Part.LENS, quality, 1.2), end]


HOLDING: dict[str, Held] = {
    "none": none,
    "shovel": shovel,
    "pick": pick,
    "pick_front": pick_front,
    "hammer": hammer,
    "lantern": lantern,
    "lantern_low": lantern_low,
    "mug": mug,
    "rope": rope,
    "crossed": crossed,
    "handle": handle,
    "helmet_held": helmet_held,
}
