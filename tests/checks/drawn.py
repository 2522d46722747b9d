"""Pictures of finished books, drawn as a case says: `800 x 1000 cmyk`, `80 x 100 clear`, …"""

from __future__ import annotations

import io
import re

from PIL import Image, ImageCms

FORMS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP"}
_PICTURE = re.compile(r"(\d+) x (\d+)(?: (cmyk|clear|opaque|moving|swapped|heavy))?\n")


def drawn(name: str, text: str) -> bytes | None:
    """The picture's file; None where the text is none of these.

    `clear` and `opaque` have an alpha channel, `moving` two frames, `swapped` a colour profile that
    takes red for green, `heavy` six million bytes.
    """
    form, size = FORMS.get(name.rpartition(".")[2]), _PICTURE.fullmatch(text)
    if form is None or size is None:
        return None
    sort, sides = size[3], (int(size[1]), int(size[2]))
    out = io.BytesIO()
    match sort:
        case "cmyk":
            Image.new("CMYK", sides).save(out, form)
        case "clear" | "opaque":
            Image.new("RGBA", sides, (0, 0, 0, 0 if sort == "clear" else 255)).save(out, form)
        case "moving":
            frames = [Image.new("RGB", sides, (shade, 0, 0)) for shade in (0, 255)]
            frames[0].save(out, form, save_all=True, append_images=frames[1:])
        case "swapped":
            Image.new("RGB", sides).save(out, form, icc_profile=_swapped())
        case _:
            Image.new("RGB", sides).save(out, form)
    return out.getvalue() + bytes(6_000_000 if sort == "heavy" else 0)


def _swapped() -> bytes:
    """The profile of sRGB with red and green in each other's place, under another name."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"?XYZ").replace(b"gXYZ", b"rXYZ").replace(b"?XYZ", b"gXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))
