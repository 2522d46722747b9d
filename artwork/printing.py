"""From specification to file: draw one plate and write it as a baseline JPEG."""

import random
from pathlib import Path

import numpy as np
from PIL import Image

from artwork import backdrop, places
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
    home = places if hasattr(places, spec.backdrop) else backdrop
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
    sense = 1.0 if float(seen.normal[..., 0][lens].mean()) >= 0 else -1.0
    ahead = (xx - cx) * sense
    spread = np.abs(yy - cy - 0.10 * ahead) - 40 - 0.34 * ahead
    cone: Array = np.clip(0.5 - spread * 0.5, 0, 1) * (ahead > 0)
    core: Array = np.clip(0.5 - (spread + 30 + 0.17 * ahead) * 0.5, 0, 1) * (ahead > 0)
    ground.key = np.minimum(ground.key, 1 - cone)
    ground.third = np.maximum(ground.third, cone)
    ground.third = np.minimum(ground.third, 1 - core)


def draw(spec: Spec, press: Press) -> Image.Image:
    """Draw one print."""
    seen = look(spec)
    rs = np.random.RandomState(4000 + spec.number)
    ground = setting(spec)
    if spec.beam:
        _beam(ground, seen)
    inks = compose(spec, ground, cut_sitter(spec, seen, rs), seen)
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
