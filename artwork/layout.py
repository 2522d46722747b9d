"""Whole-sheet devices applied after separation: repeats, slots and thrown shadows."""

import numpy as np

from artwork.cutting import Ground
from artwork.field import Array, blur, resize
from artwork.render import HEIGHT, WIDTH, View


def quartet(inks: Ground) -> Ground:
    """Tile the print two by two, exchanging inks from block to block."""
    w, h = WIDTH // 2, HEIGHT // 2
    key, two, three = (resize(blur(f, 1), w, h) for f in (inks.key, inks.second, inks.third))
    blocks = (
        (key, two, three),
        (key, three, two),
        (key, three, np.maximum(two, 1 - three)),
        (1 - key, two, three * 0),
    )
    out = [np.zeros((HEIGHT, WIDTH), dtype=np.float32) for _ in range(3)]
    for k, block in enumerate(blocks):
        y, x = (k // 2) * h, (k % 2) * w
        for page, field in zip(out, block, strict=True):
            page[y : y + h, x : x + w] = field
    return Ground(*out)


def slot(inks: Ground, slant: bool) -> Ground:
    """Cover all but a band across the eyes with solid ink."""
    yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    centre = HEIGHT * 0.475 + (xx - WIDTH / 2) * (-0.22 if slant else 0.0)
    off = np.abs(yy - centre)
    shut = np.clip(0.5 + (off - 205) * 0.5, 0, 1)
    rule = np.clip(0.5 - (np.abs(off - 236) - 7) * 0.5, 0, 1)
    colour = np.maximum(rule, (off > 520).astype(np.float32))
    return Ground(
        np.maximum(inks.key, shut) * (1 - colour),
        inks.second * (1 - shut),
        np.maximum(inks.third * (1 - shut), colour),
    )


def shadow(ground: Ground, seen: View, sense: float) -> None:
    """Throw an enlarged shadow of the sitter on the setting."""
    rows, cols = seen.part.shape
    grow, shift = 1.28, int(250 * sense)
    big = resize(seen.mask.astype(np.float32), int(cols * grow), int(rows * grow))
    x0, y0 = (big.shape[1] - cols) // 2 - shift, int((big.shape[0] - rows) * 0.55)
    wide: Array = np.pad(big, ((0, 0), (600, 600)))[y0 : y0 + rows, x0 + 600 : x0 + 600 + cols]
    ground.key = np.maximum(ground.key, wide).astype(np.float32)
