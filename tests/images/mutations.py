"""Damaged pictures by the thousand: each must give a picture or a finding, in time and memory.

    python tests/images/mutations.py 5000 1     # how many, and the seed

Every kind of file is made by script, then bits are turned, stretches cut out, doubled, filled or
exchanged with other files'. They are prepared in a process of its own with limits: what raises,
hangs or takes too much memory is named with the seed that makes it again.
"""

from __future__ import annotations

import io
import multiprocessing
import multiprocessing.connection
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

LIMIT = 900_000_000
"""Bytes of address space beyond what the process has at its start."""
PATIENCE = 20.0
"""Seconds for one picture."""
KINDS = ("jpg", "progressive", "cmyk", "png", "deep", "palette", "apng", "gif", "webp", "lossless",
         "tif", "lzw", "jpegtif", "float", "bmp", "avif", "heic", "svg")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A damaged picture that did not end as it must."""

    kind: str
    seed: int
    what: str


def whole(kind: str) -> bytes:
    """A sound file of that kind, small but with all that such files carry."""
    side = 48
    pixels = bytes((x * 5 + y * 3 * c) % 256 for y in range(side) for x in range(side)
                   for c in range(3))  # fmt: skip
    image = Image.frombytes("RGB", (side, side), pixels)
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "Somebody"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 29.5)})
    frames = [image.rotate(90), image.rotate(180)]
    match kind:
        case "jpg":
            return _saved(image, "JPEG", exif=exif, comment=b"a comment", icc_profile=_icc())
        case "progressive":
            return _saved(image, "JPEG", progressive=True)
        case "cmyk":
            return _saved(image.convert("CMYK"), "JPEG")
        case "png":
            return _saved(image.convert("RGBA"), "PNG", exif=exif, icc_profile=_icc())
        case "deep":
            return _saved(image.convert("I;16"), "PNG")
        case "palette":
            return _saved(image.quantize(16), "PNG", transparency=3)
        case "apng":
            return _saved(image, "PNG", save_all=True, append_images=frames)
        case "gif":
            return _saved(image, "GIF", save_all=True, append_images=frames, comment=b"so")
        case "webp":
            return _saved(image, "WEBP", exif=exif, xmp=b"<x/>", icc_profile=_icc())
        case "lossless":
            return _saved(image, "WEBP", lossless=True, save_all=True, append_images=frames)
        case "tif":
            return _saved(image, "TIFF", exif=exif, save_all=True, append_images=frames)
        case "lzw":
            return _saved(image, "TIFF", compression="tiff_lzw")
        case "jpegtif":
            return _saved(image, "TIFF", compression="jpeg")
        case "float":
            return _saved(image.convert("F"), "TIFF")
        case "bmp":
            return _saved(image, "BMP")
        case "avif":
            return _saved(image, "AVIF", exif=exif)
        case "heic":
            from pillow_heif import from_pillow

            stream = io.BytesIO()
            from_pillow(image).save(stream)
            return stream.getvalue()
        case _:
            return (
                b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>a{fill:#fff}'
                b'</style><g id="a"><rect width="9" height="9"/><text>so</text></g></svg>'
            )


def mutant(kind: str, seed: int) -> bytes:
    """The file of that kind with the damage that the seed makes."""
    chance = random.Random(f"{kind} {seed}")
    data = bytearray(whole(kind))
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        at = chance.randrange(len(data)) if chance.random() < 0.5 else chance.randrange(
            min(len(data), 200))  # fmt: skip
        stretch = chance.randrange(1, 20)
        match chance.randrange(7):
            case 0 | 1:
                data[at] ^= 1 << chance.randrange(8)
            case 2:
                data[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
            case 3:
                del data[at : at + stretch]
            case 4:
                data[at:at] = data[at : at + stretch]
            case 5:
                data[at : at + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0" * 4)
                )
            case _:
                other = whole(chance.choice(("jpg", "png", "gif", "tif")))
                data[at : at + stretch] = other[at : at + stretch]
        data = data or bytearray(b"\0")
    return bytes(data)


def faults(count: int, seed: int) -> Iterator[Fault]:
    """What went wrong with so many mutants, in turn of each kind, from that seed on."""
    jobs = [(KINDS[number % len(KINDS)], seed + number) for number in range(count)]
    while jobs:
        done, fault = _run(jobs)
        jobs = jobs[done:]
        if fault is not None:
            yield fault


def _run(jobs: list[tuple[str, int]]) -> tuple[int, Fault | None]:
    """Jobs in one process with limits: how many it did, and the fault that ended it."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(jobs, there), daemon=True)
    worker.start()
    there.close()
    done = 0
    try:
        while done < len(jobs):
            kind, seed = jobs[done]
            if not here.poll(PATIENCE + (20.0 if done == 0 else 0.0)):
                return done + 1, Fault(kind, seed, f"took longer than {PATIENCE:.0f} s")
            said = here.recv()
            done += 1
            if said:
                return done, Fault(kind, seed, said)
    except EOFError:
        kind, seed = jobs[done]
        return done + 1, Fault(kind, seed, "ended its process")
    finally:
        worker.kill()
        worker.join()
    return done, None


def _work(jobs: list[tuple[str, int]], pipe: multiprocessing.connection.Connection) -> None:
    from epubforge.images.prepare import prepare
    from epubforge.model.picture import PicturePolicy, PictureSettings, PictureSource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + LIMIT
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, seed in jobs:
            file = folder / f"a.{kind}"
            data = mutant(kind, seed)
            file.write_bytes(data)
            settings = PictureSettings(keep=seed % 3 == 0)
            source = PictureSource(f"images/a.{kind}", file, len(data), 0, settings)
            policy = PicturePolicy(max_pixels=1000 if seed % 2 else 3_800_000, alpha=seed % 5 > 0)
            said = ""
            try:
                prepare(source, policy, folder / "workshop")
            except Exception as error:
                said = f"raised {type(error).__name__}: {error}"
            pipe.send(said)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def _icc() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


if __name__ == "__main__":
    began, found = time.monotonic(), list(faults(int(sys.argv[1]), int(sys.argv[2])))
    for fault in found:
        sys.stdout.write(f"{fault.kind} {fault.seed}: {fault.what}\n")
    sys.stdout.write(f"{len(found)} faults in {time.monotonic() - began:.0f} s\n")
    sys.exit(bool(found))
