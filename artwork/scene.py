"""Assemble the sculpted sitter of a print and photograph it into fields of tone."""

import numpy as np

from artwork.anatomy import PIVOT, head
from artwork.dress import body
from artwork.helmet import headgear
from artwork.mesh import Part, Surface, rotation, tube, vec
from artwork.render import HEIGHT, View, view
from artwork.spec import Spec
from artwork.tools import HOLDING, Grip, cigarette

SEAT = vec(0.0, -0.13, 0.02)


def _legs(kind: str, quality: float) -> list[Surface]:
    """Return legs and boots for a full figure."""
    feet = {
        "stand": (
            (vec(0.75, -9.1, 0.1), vec(0.85, -12.6, -0.2)),
            (vec(-0.75, -9.1, 0.1), vec(-0.85, -12.6, -0.2)),
        ),
        "walk": (
            (vec(0.62, -9.0, 0.95), vec(0.62, -12.3, 1.5)),
            (vec(-0.6, -9.2, -0.3), vec(-0.6, -12.1, -2.2)),
        ),
        "kneel": (
            (vec(0.7, -6.5, 2.9), vec(0.7, -9.6, 2.9)),
            (vec(-0.7, -9.3, 1.0), vec(-0.7, -9.4, -2.2)),
        ),
    }[kind]
    parts = []
    for (knee, ankle), s in zip(feet, (1.0, -1.0), strict=True):
        hip = vec(0.62 * s, -6.0, -0.2)
        parts.append(
            tube(
                [hip, (hip + knee) / 2, knee, (knee + ankle) / 2, ankle],
                [0.72, 0.70, 0.52, 0.50, 0.40],
                Part.CLOTH,
                quality,
                0.7,
                folds=0.05,
            )
        )
        toe = vec(0.0, -0.75, 0.0) if not (kind == "kneel" and s < 0) else vec(0.0, 0.1, -0.7)
        parts.append(
            tube(
                [ankle, ankle + toe, ankle + toe + vec(0.1 * s, -0.12, 1.15)],
                [0.45, 0.44, 0.34],
                Part.METAL,
                quality,
                0.35,
            )
        )
    hips = tube(
        [vec(-0.75, -6.2, -0.2), vec(0.75, -6.2, -0.2)], [0.75, 0.75], Part.CLOTH, quality, 0.7
    )
    return [*parts, hips]


def surfaces(spec: Spec) -> list[Surface]:
    """Return every surface of the sitter in place."""
    quality = spec.camera.scale * 1.22
    pose = spec.pose
    turn = rotation(pose.yaw, pose.pitch, pose.roll)
    on_head = head(spec.face, quality) + headgear(spec.face, spec.gear, quality)
    if pose.cigarette:
        on_head += cigarette(quality)
    parts = [p.moved(turn, PIVOT, SEAT) for p in on_head]
    if not spec.body:
        return parts
    low = max(-6.4, (spec.camera.y - HEIGHT) / spec.camera.scale - 1.3)
    parts += body(spec.dress, spec.face.female, quality, low)
    sleeve = {"bare": Part.SKIN, "vest": Part.SKIN, "overall": Part.SHIRT}.get(
        spec.dress.kind, Part.CLOTH
    )
    grip = Grip(sleeve, pose.sleeve, pose.gloves, spec.dress.build, quality, low)
    parts += HOLDING[pose.held](grip)
    if pose.lean:
        bow = rotation(0.0, pose.lean, 0.0)
        parts = [p.moved(bow, vec(0, -6.0, -0.2), vec(0, 0, 0)) for p in parts]
    if pose.legs:
        parts += _legs(pose.legs, quality)
    return parts


def look(spec: Spec) -> View:
    """Render the sitter, mirrored when the print asks for it."""
    seen = view(surfaces(spec), spec.camera, spec.light)
    if spec.mirror:
        for name in ("part", "albedo", "phase", "normal", "depth", "tone"):
            setattr(seen, name, np.ascontiguousarray(getattr(seen, name)[:, ::-1]))
        seen.normal[..., 0] *= -1
    return seen
