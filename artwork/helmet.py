"""Headgear: miners' helmets with lamp and cable, caps, scarves, and hair."""

from dataclasses import dataclass

import numpy as np

from artwork.anatomy import Face, sections
from artwork.field import Array, smoothstep
from artwork.mesh import Part, Surface, count_for, cylinder, disc, rotation, surface, tube, vec

HELMETS = ("fibre", "ribbed", "brimmed", "peaked", "domed")
SOFT = ("cap", "beanie", "kerchief", "hair", "bun", "bald", "hood")


@dataclass(frozen=True)
class Headgear:
    """What is worn on the head and how."""

    kind: str = "fibre"
    lamp: bool = True
    lit: bool = True
    tilt: float = -6.0
    cable: bool = True
    grey: bool = False
    seed: int = 1


_BRIM = {  # front, side and back width of the brim, its drop, height of the dome
    "fibre": (0.26, 0.13, 0.20, 0.05, 0.80),
    "ribbed": (0.30, 0.05, 0.07, 0.07, 0.76),
    "brimmed": (0.30, 0.27, 0.30, 0.06, 0.74),
    "peaked": (0.36, 0.03, 0.05, 0.10, 0.78),
    "domed": (0.14, 0.10, 0.12, 0.03, 0.86),
}


def _dome(kind: str, u: Array, a: Array, height: float) -> tuple[Array, Array, Array]:
    """Point of the shell at polar fraction `u` (0 rim, 1 apex) and azimuth `a`."""
    ring = np.cos(u * np.pi / 2) ** 0.82
    up = np.sin(u * np.pi / 2) ** 0.94 * height
    swell = np.ones_like(ring)
    if kind == "fibre":
        up = up + 0.065 * np.exp(-((ring * np.sin(a) / 0.10) ** 2)) * u**0.5
    if kind == "ribbed":
        for off in (-0.34, 0.0, 0.34):
            up = up + 0.05 * smoothstep(0.075, 0.045, np.abs(ring * np.sin(a) - off)) * (
                smoothstep(0.1, 0.35, u)
            )
    if kind == "peaked":
        swell = swell + 0.03 * smoothstep(0.16, 0.10, u)
    if kind == "brimmed":
        swell = swell + 0.02 * np.sin(np.clip(a * 6, -99, 99)) * np.sin(u * np.pi)
    x = 0.80 * ring * swell * np.sin(a)
    z = -0.04 + 0.985 * ring * swell * np.cos(a)
    return x, up, z


def shell(kind: str, quality: float) -> list[Surface]:
    """Return the dome, brim and head band of a helmet, rim at height zero."""
    front, side, back, drop, height = _BRIM[kind]
    n, m = count_for(1.5, quality, 30, 900), count_for(5.4, quality, 60, 1900)
    u, a = np.meshgrid(np.linspace(0, 1, n), np.linspace(-np.pi, np.pi, m), indexing="ij")
    x, y, z = _dome(kind, u, a, height)
    dome = surface(np.stack([x, y, z], -1), Part.HELMET, 0.88, y + 0.2 * z)
    n2 = count_for(0.8, quality, 16, 400)
    t, b = np.meshgrid(np.linspace(-1, 1, n2), np.linspace(-np.pi, np.pi, m), indexing="ij")
    c = np.cos(b)
    width = side + np.where(c > 0, (front - side) * c**3, (back - side) * c**2)
    out = np.abs(t) ** 0.8
    edge = 0.03 * np.sqrt(np.clip(1 - out**6, 0, 1)) * np.where(t > 0, 1.0, -0.4)
    bx = (0.79 + width * out) * np.sin(b)
    bz = -0.04 + (0.975 + width * out) * np.cos(b)
    by = edge - drop * out * (0.5 + 0.6 * np.clip(c, -0.3, 1))
    brim = surface(
        np.stack([bx, by, bz], -1), Part.HELMET, np.where(t > 0, 0.92, 0.35), out * width
    )
    v, d = np.meshgrid(
        np.linspace(-0.16, 0.04, 12), np.linspace(-np.pi, np.pi, m // 2), indexing="ij"
    )
    band = surface(
        np.stack([0.73 * np.sin(d), v, -0.04 + 0.90 * np.cos(d)], -1), Part.METAL, 0.25, v
    )
    return [dome, brim, band]


def _lamp(kind: str, lit: bool, quality: float) -> list[Surface]:
    """Return a cap lamp bracketed to the front of the dome."""
    height = _BRIM[kind][4]
    x, y, z = _dome(kind, np.array([0.24]), np.array([0.0]), height)
    at = vec(float(x[0]), float(y[0]) + 0.02, float(z[0]))
    out = vec(0.0, 0.10, 1.0)
    body = cylinder(at - out * 0.12, at + out * 0.17, 0.175, Part.METAL, quality, 0.45)
    rim = cylinder(at + out * 0.15, at + out * 0.22, 0.215, Part.METAL, quality, 0.75)
    glass = disc(at + out * 0.275, out, 0.172, Part.LENS if lit else Part.METAL, quality)
    glass.albedo[:] = 1.2 if lit else 0.22
    return [*body, *rim, glass]


def _cable(kind: str, quality: float) -> Surface:
    """Return the cable running from the lamp over the dome and down the back."""
    height = _BRIM[kind][4]
    u = np.array([0.30, 0.55, 0.80, 0.97])
    _, y, z = _dome(kind, u, np.zeros(4), height)
    _, y2, z2 = _dome(kind, u[::-1], np.full(4, np.pi), height)
    knots = [vec(0.05, float(b) + 0.045, float(c) + 0.02) for b, c in zip(y, z, strict=True)]
    knots += [vec(0.05, float(b) + 0.045, float(c) - 0.02) for b, c in zip(y2, z2, strict=True)]
    knots += [vec(0.12, -0.1, -1.28), vec(0.22, -0.7, -1.05), vec(0.3, -1.6, -0.95)]
    return tube(knots, [0.036, 0.036], Part.METAL, quality, 0.2)


def helmet(gear: Headgear, quality: float) -> list[Surface]:
    """Return a complete helmet seated on the head."""
    parts = shell(gear.kind, quality)
    if gear.lamp:
        parts += _lamp(gear.kind, gear.lit, quality)
        if gear.cable:
            parts.append(_cable(gear.kind, quality))
    turn = rotation(0.0, gear.tilt, 1.5 * np.sin(gear.seed))
    return [p.moved(turn, vec(0, 0, 0), vec(0.0, 0.29, 0.0)) for p in parts]


def _cover(
    face: Face, quality: float, grow: float, part: Part, albedo: float
) -> tuple[Surface, Array, Array]:
    """Return a shell over the skull with its azimuth and height, to be trimmed and combed."""
    n, m = count_for(2.6, quality, 50, 1000), count_for(4.4, quality, 60, 1600)
    polar = np.linspace(0.0, np.pi * 0.86, n)
    theta = np.linspace(-np.pi, np.pi, m)
    y = (-0.03 + 1.03 * np.cos(polar))[:, None] * np.ones(m)
    a = theta[None, :] * np.ones((n, 1))
    width, front, back, centre = sections(face, y[:, :1])
    sin, cos = np.sin(a), np.cos(a)
    square = (np.abs(sin) ** 2.3 + np.abs(cos) ** 2.3) ** (-1 / 2.3)
    ring = np.sin(polar)[:, None] ** 0.5
    x = (width + grow * ring) * sin * square
    z = centre + np.where(cos > 0, front - centre, back + centre) * cos * square
    points = np.stack([x, y + grow * np.clip(y, 0, 1), z + grow * ring * cos * square], -1)
    return surface(points, part, albedo, y), a, y


def soft(face: Face, gear: Headgear, quality: float) -> list[Surface]:
    """Return a cap, knitted hat, kerchief, hood or head of hair."""
    rs = np.random.RandomState(gear.seed + 5)
    p, q = rs.uniform(0, 6, 2)
    kind = gear.kind
    if kind == "cap":
        return _flat_cap(face, quality, q)
    part = Part.HAIR if kind in ("hair", "bun", "bald") else Part.ACCENT
    shade = (0.56 if gear.grey else 0.20) if part == Part.HAIR else 0.85
    grow = {"hair": 0.075, "bun": 0.06, "bald": 0.02, "beanie": 0.07, "kerchief": 0.055}
    cover, a, y = _cover(face, quality, grow.get(kind, 0.10), part, shade)
    front = np.cos(a)
    hairline = {
        "hair": 0.68 - 0.08 * a * np.sign(np.sin(p)) + 0.02 * np.sin(a * 23) - 0.10 * a**2,
        "bun": 0.64 - 0.22 * np.abs(a) + 0.02 * np.sin(a * 40),
        "bald": 1.6 + 0.0 * a,
        "beanie": 0.30 + 0.03 * np.sin(a * 2),
        "kerchief": 0.36 + 0.0 * a,
    }.get(kind, 0.52 + 0.0 * a)
    low = {"hair": -0.28, "bun": -0.30, "bald": -0.35, "beanie": -0.12}.get(kind, -0.86)
    line = low + (hairline - low) * smoothstep(-0.28, 0.42, front)
    if kind in ("hair", "bun", "bald"):
        line = np.maximum(line, 0.20 * smoothstep(-0.42, -0.20, front))
        px, pz = cover.points[..., 0], cover.points[..., 2]
        lay = px * 30 + 7.0 * np.sin(pz * 1.8 + p) + y * 9
        comb = np.sin(lay) + 0.7 * np.sin(lay * 1.9 + 2.0 * np.sin(pz * 5 + q))
        cover.albedo += ((0.20 if gear.grey else 0.10) * comb).astype(np.float32)
        cover.points *= (1 + 0.007 * comb * (y > line))[..., None]
        cover.phase = (lay / 30).astype(np.float32)
    elif kind == "beanie":
        rib = np.sin(a * 38)
        cuff = smoothstep(0.50, 0.44, y - line + 0.16)
        cover.points *= (1 + 0.003 * rib + 0.035 * cuff)[..., None]
        cover.albedo += (0.06 * rib - 0.12 * (np.abs(cuff - 0.5) < 0.4)).astype(np.float32)
    else:
        fold = np.sin(y * 16 + 5 * np.cos(a * 1.5 + p)) * smoothstep(0.3, 1.0, np.abs(a) / 2.2)
        cover.points *= (1 + 0.014 * fold + 0.02 * np.sin(a * 3 + q))[..., None]
        if kind == "kerchief":
            _pattern(cover, a, y, y - line, gear.seed)
    cover.keep = y > line
    parts = [cover]
    if kind == "bun":
        parts.append(disc(vec(0, 0.12, -0.98), vec(0, 0.1, -1), 0.34, Part.HAIR, quality))
        parts[-1].albedo[:] = shade
    if kind == "kerchief":
        knot = [vec(-0.20, -1.05, 0.50), vec(0.0, -1.10, 0.62), vec(0.20, -1.05, 0.50)]
        parts.append(tube(knot, [0.07, 0.13, 0.07], Part.ACCENT, quality, 0.8, folds=0.08))
        for s in (-1.0, 1.0):
            tail = [vec(0, -1.10, 0.64), vec(0.12 * s, -1.32, 0.60), vec(0.2 * s, -1.6, 0.62)]
            parts.append(tube(tail, [0.06, 0.13, 0.10], Part.ACCENT, quality, 0.8, flat=0.3))
            wrap = [
                vec(0.60 * s, -0.45, 0.05),
                vec(0.46 * s, -0.86, 0.25),
                vec(0.1 * s, -1.08, 0.5),
            ]
            parts.append(tube(wrap, [0.13, 0.13, 0.08], Part.ACCENT, quality, 0.82, flat=0.6))
    return parts


def _pattern(cover: Surface, a: Array, y: Array, inside: Array, seed: int) -> None:
    """Print dots, sprigs or a border on a headscarf."""
    hem = (inside > 0.05) & (inside < 0.09)
    cover.albedo[hem] = 0.12
    if seed % 3 == 0:
        u, v = a * 5.2, y * 5.2
        dot = np.hypot(np.mod(u + 0.5 * np.floor(v), 1) - 0.5, np.mod(v, 1) - 0.5) < 0.15
        cover.albedo[dot & (inside > 0.13)] = 0.12
    elif seed % 3 == 1:
        u, v = a * 3.4, y * 3.4
        du, dv = np.mod(u + 0.5 * np.floor(v), 1) - 0.5, np.mod(v, 1) - 0.5
        petal = np.hypot(du, dv) < 0.20 + 0.13 * np.cos(5 * np.arctan2(dv, du))
        cover.albedo[petal & (inside > 0.13)] = 0.12
        cover.albedo[np.hypot(du, dv) < 0.09] = 0.95


def _flat_cap(face: Face, quality: float, q: float) -> list[Surface]:
    """Return a soft cloth cap with a short peak."""
    cover, a, y = _cover(face, quality, 0.10, Part.ACCENT, 0.8)
    puff = 1 + 0.15 * np.exp(-(((y - 0.52) / 0.16) ** 2)) + 0.012 * np.sin(a * 9 + q)
    cover.points[..., 0] *= puff
    cover.points[..., 2] *= puff
    cover.points[..., 1] = np.minimum(cover.points[..., 1], 0.94 + 0.05 * np.sin(a * 2 + q))
    cover.points[..., 1] += 0.10 * cover.points[..., 2] * -0.4
    cover.keep = y > 0.30 - 0.02 * np.cos(a)
    n, m = count_for(0.5, quality, 12), count_for(2.2, quality, 20)
    t, b = np.meshgrid(np.linspace(0, 1, n), np.linspace(-1.0, 1.0, m), indexing="ij")
    grow = 0.34 * t * np.cos(b * 1.45)
    peak = np.stack(
        [
            (0.80 + 0.4 * grow) * np.sin(b),
            0.32 - 0.16 * t - 0.08 * (1 - np.cos(b)),
            (0.86 + grow) * np.cos(b) + 0.02,
        ],
        -1,
    )
    return [cover, surface(peak, Part.ACCENT, 0.62, t)]


def headgear(face: Face, gear: Headgear, quality: float) -> list[Surface]:
    """Return whatever is worn on the head, with hair showing beneath a helmet."""
    if gear.kind in HELMETS:
        under = Headgear("bun" if face.female else "bald", grey=gear.grey, seed=gear.seed)
        return [*helmet(gear, quality), *soft(face, under, quality)]
    parts = soft(face, gear, quality)
    if gear.kind in ("cap", "beanie"):
        parts += soft(face, Headgear("bald", grey=gear.grey, seed=gear.seed), quality)
    return parts
