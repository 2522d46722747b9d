"""From specification to file: draw one plate and write it as a baseline JPEG."""

import random
from pathlib import Path

import numpy as np
from PIL import Image

from artwork import backdrop, country, layout, places
from artwork.composition.plan import spec as spec_of
from artwork.cutting import Ground, compose, cut_sitter
from artwork.field import Array
from artwork.mesh import Part
from artwork.palette import PALETTES
from artwork.press import Press
from artwork.render import View
from artwork.scene import look
from artwork.spec import Spec

QUALITY = 54


def setting(spec: Spec) -> Ground:
    """Draw the setting of a print."""
    sheet = backdrop.Sheet(random.Random(f"backdrop-{spec.number}"))
    if spec.backdrop == "number":
        backdrop.number(sheet, spec.number)
        return sheet.ground()
    if spec.backdrop == "beds":
        camera = spec.camera
        return places.beds(sheet, camera.y + 9.72 * camera.scale, camera.scale)
    homes = (places, country, backdrop)
    home = next(h for h in homes if hasattr(h, spec.backdrop))
    made = getattr(home, spec.backdrop)(sheet)
    return made if isinstance(made, Ground) else sheet.ground()


def _beam(ground: Ground, seen: View) -> None:
    """Open a cone of light from the cap lamp into the setting."""
    lens = seen.part == Part.LENS
    if lens.sum() < 20:
        return
    rows, cols = lens.shape
    yy, xx = np.mgrid[0:rows, 0:cols].astype(np.float32)
    cx, cy = float(xx[lens].mean()), float(yy[lens].mean())
    turn = float(seen.normal[..., 0][lens].mean())
    cone: Array
    core: Array
    if abs(turn) < 0.35:
        angle = np.arctan2(yy - cy, xx - cx)
        far = np.hypot(yy - cy, xx - cx)
        cone = np.clip(0.5 + (np.cos(angle * 22) - 0.1) * far * 0.04, 0, 1)
        core = np.clip(0.5 - (far - 190) * 0.5, 0, 1)
    else:
        ahead = (xx - cx) * (1.0 if turn >= 0 else -1.0)
        spread = np.abs(yy - cy - 0.10 * ahead) - 40 - 0.34 * ahead
        cone = np.clip(0.5 - spread * 0.5, 0, 1) * (ahead > 0)
        core = np.clip(0.5 - (spread + 30 + 0.17 * ahead) * 0.5, 0, 1) * (ahead > 0)
    ground.key = np.minimum(ground.key, 1 - np.maximum(cone, core))
    ground.third = np.maximum(ground.third, cone)
    ground.third = np.minimum(ground.third, 1 - core)


def draw(spec: Spec, press: Press) -> Image.Image:
    """Draw one print."""
    seen = look(spec)
    rs = np.random.RandomState(4000 + spec.number)
    ground = setting(spec)
    if spec.beam:
        _beam(ground, seen)
    if spec.layout == "shadow":
        layout.shadow(ground, seen, -1.0 if spec.light.x > 0 else 1.0)
    inks = compose(spec, ground, cut_sitter(spec, seen, rs), seen)
    if spec.layout == "quartet":
        inks = layout.quartet(inks)
    elif spec.layout in ("slot", "slant"):
        inks = layout.slot(inks, spec.layout == "slant")
    return press.print(inks, PALETTES[spec.palette], spec.border, 9000 + spec.number)


def write(image: Image.Image, path: Path, quality: int = QUALITY) -> None:
    """Write a baseline JPEG with optimised tables and no metadata."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, "JPEG", quality=quality, optimize=True, progressive=False, subsampling=2)


def plate(number: int, folder: Path, press: Press) -> Path:
    """Draw plate `number` into `folder`/portraits."""
    path = folder / "portraits" / f"plate-{number:03d}.jpg"
    write(draw(spec_of(number), press), path)
    return path
