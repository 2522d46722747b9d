#!/usr/bin/env python3
"""Deterministic benchmark corpora for epubforge.

Two kinds of input are generated, both from a seed and nothing else:

novel
    ``--chapters`` Markdown files holding ``--words`` words in all: headings,
    emphasis, strong, inline code, links (outside and to other chapters),
    footnotes, block quotes, lists, pipe tables, thematic breaks, dialogue with
    straight quotes and dashes, some non-Latin text.  Plus ``metadata.yaml``.

photobook
    ``--count`` photographic-looking portraits and one Markdown file for each
    (name, caption, alt text in the front matter).  By default the pictures are
    4000 x 6000 JPEGs at quality 92 with about the statistics of camera files:
    a 1/f spectrum, occluding edges, a soft subject, film grain.  A fixed
    schedule makes some of them awkward (EXIF orientation, GPS tags, Adobe RGB
    and Display P3 profiles, grey, CMYK, progressive, 4:4:4, 16-bit PNG and
    TIFF); ``--plain`` makes them all baseline 4:2:0 sRGB.

Every random number comes from streams whose values are frozen by their authors
(``random.Random.random`` and ``numpy.random.RandomState``), so one seed gives
the same text everywhere, and the same bytes of pictures for one version of
Pillow and its codecs.  ``manifest.json`` lists the SHA-256 of each file.

Examples::

    corpus.py novel     --out war-and-peace --chapters 60 --words 600000
    corpus.py novel     --out long-serial   --chapters 1000 --words 2000000
    corpus.py photobook --out portraits     --count 100 --jobs 2
    corpus.py photobook --out portraits-s   --count 12 --width 1000 --height 1500
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import struct
import sys
import zlib
from bisect import bisect_right
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

# --------------------------------------------------------------------------
# Shared helpers
# --------------------------------------------------------------------------


class Stream:
    """A small random source that uses only ``Random.random`` (a frozen stream)."""

    def __init__(self, *key: object) -> None:
        digest = hashlib.sha256(repr(key).encode()).digest()
        self.real = random.Random(int.from_bytes(digest[:8], "big")).random

    def below(self, n: int) -> int:
        return int(self.real() * n)

    def between(self, low: int, high: int) -> int:
        """An integer in low..high, both ends included."""
        return low + int(self.real() * (high - low + 1))

    def uniform(self, low: float, high: float) -> float:
        return low + self.real() * (high - low)

    def pick(self, items):
        return items[int(self.real() * len(items))]

    def chance(self, p: float) -> bool:
        return self.real() < p


def write_manifest(out: Path, arguments: dict) -> None:
    files = {}
    for path in sorted(p for p in out.rglob("*") if p.is_file()):
        name = path.relative_to(out).as_posix()
        if name == "manifest.json":
            continue
        digest = hashlib.sha256()
        with path.open("rb") as handle:
            while block := handle.read(1 << 20):
                digest.update(block)
        files[name] = {"bytes": path.stat().st_size, "sha256": digest.hexdigest()}
    total = sum(f["bytes"] for f in files.values())
    manifest = {"arguments": arguments, "bytes": total, "files": files}
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")
    print(f"{out}: {len(files)} files, {total / 1e6:.1f} MB")


# --------------------------------------------------------------------------
# Text
# --------------------------------------------------------------------------

COMMON = """
the of and to a in that he was it his her with as had for she not at but be on
they him said which you by all so from were have there one my this when would
is no who what me out been up into could then if their very more some do an
your now like time only man down about before little over them such know how
after did own old see other than came where hand upon any made thought way
prince again eyes looked must us never felt face went without again house long
away still life come day room voice even first through nothing good young
""".split()

ONSETS = "b br c ch cl d dr f fl g gl gr h j k l m n p pl pr qu r s sh sl sp st t th tr v w".split()
NUCLEI = "a e i o u ai ea ee ie oa oo ou".split()
CODAS = "b ck d l ll m n nd ng nt p r rd rn s sh ss st t th x".split()
ENDINGS = ["", "", "", "ed", "ing", "er", "ly", "s", "ness", "tion", "able", "ment"]
NAMES = """Anselm Berthe Cosima Dmitri Elodie Fjodor Ginevra Hélène Ivo Jolanthe
Kaspar Ludmila Mathéo Nadezhda Oskar Perpetua Quirin Rosalía Søren Thekla Ulrich
Valéria Wenzel Xenia Yvaine Zdeněk""".split()
FOREIGN = [
    "*Qu’est-ce que c’est que ça ?*",
    "«Всё смешалось в доме»",
    "„Grüß Gott“",
    "『吾輩は猫である』",
    "*œuvre*",
    "Ἐν ἀρχῇ",
]


def make_vocabulary(seed: int, size: int = 9000) -> tuple[list[str], list[float]]:
    """Words with Zipf weights: the common ones first, then invented ones."""
    rnd = Stream("vocabulary", seed)
    words = list(dict.fromkeys(COMMON))
    seen = set(words)
    while len(words) < size:
        syllables = 1 if rnd.chance(0.6) else 2
        parts = []
        for _ in range(syllables):
            parts.append(rnd.pick(ONSETS) + rnd.pick(NUCLEI))
            if rnd.chance(0.5):
                parts.append(rnd.pick(CODAS))
        word = "".join(parts) + rnd.pick(ENDINGS)
        if 2 < len(word) <= 12 and word not in seen:
            seen.add(word)
            words.append(word)
    cumulative, total = [], 0.0
    for rank in range(size):
        total += 1.0 / (rank + 2.7)
        cumulative.append(total)
    return words, [c / total for c in cumulative]


class Novelist:
    """Writes one chapter at a time; each chapter depends only on seed and number."""

    def __init__(self, seed: int, chapters: int) -> None:
        self.seed = seed
        self.chapters = chapters
        self.words, self.cumulative = make_vocabulary(seed)

    def start(self, number: int) -> None:
        self.number = number
        self.rnd = Stream("chapter", self.seed, number)
        self.count = 0
        self.notes: list[str] = []

    def word(self) -> str:
        return self.words[bisect_right(self.cumulative, self.rnd.real())]

    def phrase(self, low: int, high: int) -> str:
        n = self.rnd.between(low, high)
        self.count += n
        return " ".join([self.word() for _ in range(n)])

    def title(self) -> str:
        return " ".join(w.capitalize() for w in self.phrase(2, 6).split())

    def chapter_name(self, number: int) -> str:
        return f"ch{number:04d}.md"

    def decorate(self, text: str) -> str:
        """Perhaps one inline construct around a sentence's middle."""
        r = self.rnd.real()
        if r > 0.16:
            return text
        if r < 0.055:
            return f"{text} *{self.phrase(1, 4)}*"
        if r < 0.075:
            return f"{text} **{self.phrase(1, 3)}**"
        if r < 0.085:
            return f"{text} ***{self.phrase(1, 2)}***"
        if r < 0.095:
            return f"{text} `{self.phrase(1, 2)}`"
        if r < 0.110:
            where = f"https://example.org/{self.word()}/{self.word()}?a=1&b={self.rnd.below(999)}"
            extra = f' "{self.phrase(2, 4)}"' if self.rnd.chance(0.3) else ""
            return f"{text} [{self.phrase(1, 4)}]({where}{extra})"
        if r < 0.118:
            other = self.chapter_name(self.rnd.between(1, self.chapters))
            return f"{text} [{self.phrase(2, 4)}]({other})"
        if r < 0.135:
            return f"{text} {self.rnd.pick(NAMES)} {self.phrase(1, 3)}"
        if r < 0.140:
            return f"{text} {self.rnd.pick(FOREIGN)}"
        if r < 0.145:
            # No bare "<": pandoc reads the rest of the book again for each of them.
            return (
                f"{text} {self.word()} & {self.word()} &mdash; {self.rnd.between(2, 99)} &lt; 100"
            )
        label = f"c{self.number}n{len(self.notes) + 1}"
        self.notes.append(f"[^{label}]: {self.sentence(plain=True)}")
        return f"{text}[^{label}]"

    def sentence(self, plain: bool = False) -> str:
        text = self.phrase(4, 13)
        if not plain:
            text = self.decorate(text)
        r = self.rnd.real()
        if r < 0.45:
            text += self.rnd.pick([",", ",", ";", " ---", ":"]) + " " + self.phrase(3, 11)
        text = text[0].upper() + text[1:]
        return text + self.rnd.pick([".", ".", ".", ".", ".", ".", "!", "?", "..."])

    def paragraph(self) -> str:
        sentences = [self.sentence() for _ in range(self.rnd.between(3, 9))]
        return self.wrap(" ".join(sentences))

    def dialogue(self) -> str:
        first, second = self.sentence(plain=True), self.sentence()
        name = self.rnd.pick(NAMES)
        self.count += 2
        return self.wrap(f'"{first}" said {name}. "{second} It\'s {self.phrase(2, 6)}."')

    @staticmethod
    def wrap(text: str, width: int = 78) -> str:
        lines, line = [], ""
        for word in text.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
        # A line must not begin like a list item, a heading or a quotation.
        for i in range(1, len(lines)):
            if lines[i][:1] in "-+#>=*" and lines[i][1:2] in ("", " ", "-"):
                lines[i - 1] += " " + lines[i]
                lines[i] = ""
        return "\n".join(x for x in lines if x)

    def quotation(self) -> str:
        body = self.paragraph().replace("\n", "\n> ")
        return f"> {body}\n>\n> --- {self.rnd.pick(NAMES)}"

    def listing(self) -> str:
        ordered = self.rnd.chance(0.4)
        lines = []
        for i in range(1, self.rnd.between(3, 7) + 1):
            lines.append(f"{i}. {self.phrase(3, 14)}" if ordered else f"- {self.phrase(3, 14)}")
            if not ordered and self.rnd.chance(0.15):
                lines.append(f"    - {self.phrase(3, 9)}")
        return "\n".join(lines)

    def table(self) -> str:
        columns = self.rnd.between(2, 5)
        rule = [self.rnd.pick(["---", ":--", "--:", ":-:"]) for _ in range(columns)]

        def row(cells):
            return "| " + " | ".join(cells) + " |"

        rows = [row([self.phrase(1, 2) for _ in rule]), row(rule)]
        for _ in range(self.rnd.between(3, 9)):
            rows.append(row([self.phrase(1, 4) for _ in rule]))
        return "\n".join(rows)

    def chapter(self, number: int, target: int) -> str:
        self.start(number)
        blocks = [f"# {self.title()}"]
        next_section = self.rnd.between(900, 1800)
        while self.count < target:
            if self.count >= next_section:
                level = "##" if self.rnd.chance(0.75) else "###"
                blocks.append(f"{level} {self.title()}")
                next_section = self.count + self.rnd.between(900, 1800)
            r = self.rnd.real()
            if r < 0.70:
                blocks.append(self.paragraph())
            elif r < 0.93:
                blocks.append(self.dialogue())
            elif r < 0.96:
                blocks.append(self.quotation())
            elif r < 0.98:
                blocks.append(self.listing())
            elif r < 0.99:
                blocks.append("* * *")
            elif r < 0.995:
                blocks.append(self.table())
            else:
                blocks.append(
                    "```text\n" + self.phrase(8, 16) + "\n" + self.phrase(4, 12) + "\n```"
                )
        blocks.extend(self.notes)
        return "\n\n".join(blocks) + "\n"


def make_novel(args: argparse.Namespace) -> None:
    out = args.out
    out.mkdir(parents=True, exist_ok=True)
    novelist = Novelist(args.seed, args.chapters)
    words = 0
    for number in range(1, args.chapters + 1):
        # What an earlier chapter wrote too much, a later one writes less.
        target = round(args.words * number / args.chapters) - words
        text = novelist.chapter(number, target)
        words += novelist.count
        (out / novelist.chapter_name(number)).write_text(text, encoding="utf-8")
    (out / "metadata.yaml").write_text(
        "---\n"
        f'title: "The Benchmark, Volume {args.seed}"\n'
        "author: Corpus Generator\n"
        "lang: en\n"
        "date: 2020-01-01\n"
        f"identifier: urn:uuid:00000000-0000-4000-8000-{args.seed:012d}\n"
        "rights: CC0-1.0\n"
        "---\n",
        encoding="utf-8",
    )
    print(f"{out}: {args.chapters} chapters, {words} words")
    write_manifest(
        out, {"kind": "novel", "seed": args.seed, "chapters": args.chapters, "words": args.words}
    )


# --------------------------------------------------------------------------
# Pictures: ICC profiles, 16-bit containers
# --------------------------------------------------------------------------


def icc_profile(description: str, primaries_xyz, gamma: float) -> bytes:
    """A version 2 matrix/TRC display profile (D50 colorants, one gamma)."""

    def s15(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(values) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(s15(v) for v in values)

    text = description.encode("ascii") + b"\0"
    desc = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))
    tags = [
        (b"desc", desc),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", xyz((0.9642, 1.0, 0.8249))),
        (b"rXYZ", xyz(primaries_xyz[0])),
        (b"gXYZ", xyz(primaries_xyz[1])),
        (b"bXYZ", xyz(primaries_xyz[2])),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    table, body = struct.pack(">I", len(tags)), b""
    offset = 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    size = 128 + len(table) + len(body)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIQI",
        size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ",
        2020, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, 0, 0, 0, 0,
    ) + s15(0.9642) + s15(1.0) + s15(0.8249)  # fmt: skip
    return header + bytes(128 - len(header)) + table + body


WIDE_RGB = icc_profile(
    "Adobe RGB compatible",
    ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)),
    2.19921875,
)
P3_RGB = icc_profile(
    "P3 primaries, gamma 2.2",
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
    2.2,
)


def write_png16(path: Path, pixels) -> None:
    """A 16-bit PNG, grey or RGB, with the Sub filter and fast compression."""
    import numpy as np

    height, width = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else 3
    step = 2 * channels
    raw = pixels.astype(">u2").reshape(height, -1).view(np.uint8)
    filtered = np.empty((height, raw.shape[1] + 1), np.uint8)
    filtered[:, 0] = 1
    filtered[:, 1 : 1 + step] = raw[:, :step]
    np.subtract(raw[:, step:], raw[:, :-step], out=filtered[:, 1 + step :])

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 16, 0 if channels == 1 else 2, 0, 0, 0)
    with path.open("wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head))
        out.write(chunk(b"IDAT", zlib.compress(filtered.tobytes(), 1)))
        out.write(chunk(b"IEND", b""))


def write_tiff16(path: Path, pixels) -> None:
    """An uncompressed 16-bit RGB TIFF, little-endian, in strips of 64 rows."""
    height, width, _ = pixels.shape
    rows = 64
    data = pixels.astype("<u2")
    sizes = [min(rows, height - y) * width * 6 for y in range(0, height, rows)]
    strips = len(sizes)
    entries = 11
    extra = 8 + 2 + 12 * entries + 4
    bits_at, offsets_at = extra, extra + 8
    counts_at = offsets_at + 4 * strips
    data_at = counts_at + 4 * strips
    positions, at = [], data_at
    for size in sizes:
        positions.append(at)
        at += size
    fields = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 3, bits_at),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, strips, offsets_at if strips > 1 else positions[0]),
        (274, 3, 1, 1),
        (277, 3, 1, 3),
        (278, 4, 1, rows),
        (279, 4, strips, counts_at if strips > 1 else sizes[0]),
        (284, 3, 1, 1),
    ]
    with path.open("wb") as out:
        out.write(b"II*\0" + struct.pack("<IH", 8, entries))
        for tag, kind, count, value in fields:
            out.write(struct.pack("<HHII", tag, kind, count, value))
        out.write(struct.pack("<I", 0) + struct.pack("<4H", 16, 16, 16, 0))
        out.write(struct.pack(f"<{strips}I", *positions) + struct.pack(f"<{strips}I", *sizes))
        out.write(data.tobytes())


# --------------------------------------------------------------------------
# Pictures: the scene
# --------------------------------------------------------------------------

BASES = 5  # how many base textures all pictures are derived from
MARGIN = 4  # textures are larger than a picture by size/MARGIN, for random crops

# What picture number i (mod the length) is like.  The first dozen already has
# one of each common kind, so that a small corpus is a varied one.
SCHEDULE = [
    "plain", "rotate6", "wide-rgb", "plain", "grey", "rotate8", "plain", "progressive",
    "cmyk", "p3", "png16", "plain", "gps", "plain", "rotate3", "plain", "full-chroma",
    "plain", "wide-rgb", "plain", "plain", "rotate5", "plain", "grey", "tiff16",
    "plain", "rotate6", "plain", "wide-rgb", "gps", "plain", "rotate8", "plain", "plain",
    "grey", "plain", "progressive", "plain", "p3", "plain", "grey-png16", "plain",
    "rotate6", "plain", "wide-rgb", "plain", "cmyk", "plain", "rotate2", "plain",
]  # fmt: skip

ORIENTATION_UNDO = {  # stored pixels = upright pixels under this transposition
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_90",
    7: "TRANSVERSE",
    8: "ROTATE_270",
}


def octave_noise(state, width: int, height: int, octaves: int = 9):
    """Noise with about equal contrast in each octave, as natural images have."""
    import numpy as np
    from PIL import Image

    total = np.zeros((height, width), np.float32)
    for k in range(octaves):
        step = 1 << (octaves - 1 - k)
        w, h = width // step + 4, height // step + 4
        small = state.randint(0, 65536, size=(h, w)).astype(np.float32) / 32768.0 - 1.0
        if step == 1:
            total += small[:height, :width] * np.float32(0.35)  # lenses blur the finest octave
            continue
        large = Image.fromarray(small).resize((w * step, h * step), Image.Resampling.BICUBIC)
        total += np.asarray(large)[:height, :width]
    return total


def base_texture(seed: int, index: int, width: int, height: int):
    """An 8-bit RGB scene: a dead-leaves collage with 1/f shading, larger than a picture."""
    import numpy as np
    from PIL import Image, ImageChops, ImageDraw, ImageFilter

    rnd = Stream("base", seed, index)
    state = np.random.RandomState((seed * 1000 + index) % (1 << 32))
    w, h = width + width // MARGIN, height + height // MARGIN
    # Occluding shapes: sizes follow a power law, later ones cover earlier ones.
    hue = [rnd.uniform(0.55, 1.0) for _ in range(3)]
    leaves = Image.new("RGB", (w, h), (120, 110, 100))
    draw = ImageDraw.Draw(leaves)
    for _ in range(1800):
        radius = w * 0.006 / max(rnd.real(), 0.006) ** 0.8
        x, y = rnd.uniform(0, w), rnd.uniform(0, h)
        level = rnd.uniform(30, 225)
        colour = tuple(int(min(255, level * c * rnd.uniform(0.85, 1.15))) for c in hue)
        if rnd.chance(0.6):
            squash = rnd.uniform(0.4, 1.0)
            draw.ellipse(
                (x - radius, y - radius * squash, x + radius, y + radius * squash), fill=colour
            )
        else:
            corners = []
            for _ in range(rnd.between(3, 5)):
                corners.append((x + radius * rnd.uniform(-1, 1), y + radius * rnd.uniform(-1, 1)))
            draw.polygon(corners, fill=colour)
    leaves = leaves.filter(ImageFilter.GaussianBlur(0.9))
    shading = octave_noise(state, w, h)
    shading *= np.float32(14.0)
    shading += np.float32(128.5)
    np.clip(shading, 0, 255, out=shading)
    shade = Image.fromarray(shading.astype(np.uint8))
    return ImageChops.overlay(leaves, Image.merge("RGB", (shade, shade, shade)))


def grain_plate(seed: int, width: int, height: int):
    """Film grain centred on 128: nearly Gaussian, with a little spatial correlation."""
    import numpy as np
    from PIL import Image, ImageFilter

    state = np.random.RandomState((seed + 77) % (1 << 32))
    w, h = width + width // MARGIN, height + height // MARGIN
    total = np.zeros((h, w), np.int16)
    for _ in range(4):
        total += state.randint(0, 24, size=(h, w), dtype=np.uint8)
    plate = Image.fromarray((total + (128 - 46)).clip(0, 255).astype(np.uint8))
    return plate.filter(ImageFilter.GaussianBlur(0.6))


def portrait_layer(rnd: Stream, width: int, height: int):
    """A stylised sitter as (RGB picture, mask), soft where skin is, sharp where hair is."""
    from PIL import Image, ImageDraw, ImageFilter

    scale = 4
    w, h = width // scale, height // scale
    tone = rnd.uniform(0.45, 1.0)
    skin = (int(225 * tone), int(180 * tone), int(155 * tone))
    cloth = tuple(rnd.between(20, 200) for _ in range(3))
    hair = tuple(int(c * rnd.uniform(0.1, 0.7)) for c in (180, 140, 100))
    cx, cy = w * rnd.uniform(0.42, 0.58), h * rnd.uniform(0.34, 0.42)
    rx, ry = w * rnd.uniform(0.17, 0.22), h * rnd.uniform(0.16, 0.20)
    mask = Image.new("L", (w, h), 0)
    art = Image.new("RGB", (w, h), cloth)
    dm, da = ImageDraw.Draw(mask), ImageDraw.Draw(art)

    def both(shape, box, fill) -> None:
        getattr(dm, shape)(box, fill=255)
        getattr(da, shape)(box, fill=fill)

    both("ellipse", (cx - rx * 2.6, cy + ry * 1.25, cx + rx * 2.6, h * 1.4), cloth)
    both("rectangle", (cx - rx * 0.45, cy, cx + rx * 0.45, cy + ry * 1.6), skin)
    both("ellipse", (cx - rx * 1.15, cy - ry * 1.25, cx + rx * 1.15, cy + ry * 0.7), hair)
    both("ellipse", (cx - rx, cy - ry, cx + rx, cy + ry), skin)
    for side in (-1, 1):
        ex, ey = cx + side * rx * 0.42, cy - ry * 0.12
        da.ellipse(
            (ex - rx * 0.17, ey - ry * 0.07, ex + rx * 0.17, ey + ry * 0.07), fill=(235, 232, 228)
        )
        da.ellipse((ex - rx * 0.07, ey - ry * 0.07, ex + rx * 0.07, ey + ry * 0.07), fill=hair)
        da.line(
            (ex - rx * 0.2, ey - ry * 0.16, ex + rx * 0.2, ey - ry * 0.18),
            fill=hair,
            width=max(1, w // 200),
        )
    mouth = tuple(int(c * f) for c, f in zip(skin, (0.85, 0.5, 0.5), strict=True))
    da.ellipse((cx - rx * 0.3, cy + ry * 0.45, cx + rx * 0.3, cy + ry * 0.56), fill=mouth)
    art = art.filter(ImageFilter.GaussianBlur(max(1.0, w / 350)))
    # A broad light from one side.
    light = Image.linear_gradient("L").rotate(rnd.pick([90, 270])).resize((w, h))
    art = Image.composite(art, Image.eval(art, lambda v: int(v * 0.45)), light)
    art = art.resize((width, height), Image.Resampling.BICUBIC)
    mask = mask.filter(ImageFilter.GaussianBlur(0.7)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    # Hair strands at full resolution: long thin edges, the hard case for scaling.
    da, dm = ImageDraw.Draw(art), ImageDraw.Draw(mask)
    line = max(1, width // 1600)
    for _ in range(500):
        x0 = (cx + rx * rnd.uniform(-1.1, 1.1)) * scale
        y0 = (cy - ry * rnd.uniform(0.7, 1.3)) * scale
        x1 = x0 + rnd.uniform(-0.12, 0.12) * width
        y1 = y0 + rnd.uniform(-0.02, 0.10) * height
        bright = rnd.uniform(0.6, 1.7)
        colour = tuple(min(255, int(c * bright)) for c in hair)
        da.line((x0, y0, x1, y1), fill=colour, width=line)
        dm.line((x0, y0, x1, y1), fill=255, width=line)
    return art, mask


class Studio:
    """Holds the shared textures of one process and renders pictures from them."""

    def __init__(self, seed: int, width: int, height: int, plates: list[str] | None = None) -> None:
        from PIL import Image

        self.seed, self.width, self.height = seed, width, height
        if plates:
            loaded = [Image.open(p) for p in plates]
            for image in loaded:
                image.load()
            self.bases, self.grain = loaded[:-1], loaded[-1]
        else:
            self.bases = [base_texture(seed, i, width, height) for i in range(BASES)]
            self.grain = grain_plate(seed, width, height)

    def crop(self, rnd: Stream, image, flip: bool):
        from PIL import Image

        x = rnd.below(image.width - self.width + 1)
        y = rnd.below(image.height - self.height + 1)
        part = image.crop((x, y, x + self.width, y + self.height))
        return part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if flip else part

    def render(self, number: int):
        """Picture ``number`` upright, 8-bit sRGB."""
        from PIL import Image, ImageChops, ImageFilter

        rnd = Stream("picture", self.seed, number)
        scene = self.crop(rnd, self.bases[rnd.below(len(self.bases))], rnd.chance(0.5))
        # The background is out of focus to a degree that differs by picture.
        reduce = rnd.pick([1, 1, 2, 4, 8])
        if reduce > 1:
            small = scene.reduce(reduce).filter(ImageFilter.GaussianBlur(1.5))
            scene = small.resize((self.width, self.height), Image.Resampling.BILINEAR)
        art, mask = portrait_layer(rnd, self.width, self.height)
        texture = self.crop(rnd, self.bases[rnd.below(len(self.bases))], rnd.chance(0.5))
        art = Image.blend(art, texture, rnd.uniform(0.06, 0.14))
        scene.paste(art, (0, 0), mask)
        # A tone curve for each channel, so that no two pictures share a palette.
        table: list[int] = []
        for _ in range(3):
            gain, lift = rnd.uniform(0.8, 1.05), rnd.uniform(0, 18)
            table += [min(255, int(lift + v * gain)) for v in range(256)]
        scene = scene.point(table)
        grain = self.crop(rnd, self.grain, rnd.chance(0.5))
        return ImageChops.add(scene, Image.merge("RGB", (grain, grain, grain)), 1.0, -128)

    def save(self, number: int, kind: str, folder: Path, quality: int) -> dict:
        """Render and store picture ``number``; what the Markdown file should say of it."""
        import numpy as np
        from PIL import Image, ImageCms

        image = self.render(number)
        stem = f"portrait{number:04d}"
        exif = Image.Exif()
        exif[0x010F], exif[0x0110] = "Corpus", "Generator One"
        exif[0x0132] = f"2020:01:{1 + number % 28:02d} 12:00:00"
        options: dict = {"quality": quality, "subsampling": "4:2:0"}
        suffix = ".jpg"
        if kind.startswith("rotate"):
            code = int(kind[-1])
            image = image.transpose(getattr(Image.Transpose, ORIENTATION_UNDO[code]))
            exif[0x0112] = code
        elif kind in ("wide-rgb", "p3"):
            data = WIDE_RGB if kind == "wide-rgb" else P3_RGB
            profile = ImageCms.ImageCmsProfile(_bytes_file(data))
            srgb = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, srgb, profile)
            options["icc_profile"] = data
        elif kind == "grey":
            image = image.convert("L")
        elif kind == "cmyk":
            image = image.convert("CMYK")
        elif kind == "progressive":
            options["progressive"] = True
        elif kind == "full-chroma":
            options["subsampling"] = "4:4:4"
        elif kind == "gps":
            gps = {1: "N", 2: (48.0, 51.0, 29.5), 3: "E", 4: (2.0, 17.0, 40.2)}
            exif[0x8825] = gps
        if kind in ("png16", "grey-png16", "tiff16"):
            if kind == "grey-png16":
                image = image.convert("L")
            deep = np.asarray(image).astype(np.uint16) * 257
            # Low bits that an 8-bit file could not hold.
            low = np.random.RandomState(self.seed + number).randint(
                0, 128, deep.shape[:2], dtype=np.uint16
            )
            deep = np.minimum(deep, 65535 - 128) + (low if deep.ndim == 2 else low[:, :, None])
            suffix = ".tif" if kind == "tiff16" else ".png"
            (write_tiff16 if kind == "tiff16" else write_png16)(folder / (stem + suffix), deep)
        else:
            options["exif"] = exif.tobytes()
            image.save(folder / (stem + suffix), "JPEG", **options)
        return {"file": stem + suffix, "kind": kind}


def _bytes_file(data: bytes):
    import io

    return io.BytesIO(data)


_studio: Studio | None = None


def _start_worker(seed: int, width: int, height: int, plates: list[str]) -> None:
    global _studio
    _studio = Studio(seed, width, height, plates)


def _make_picture(job) -> dict:
    number, kind, folder, quality = job
    assert _studio is not None
    return _studio.save(number, kind, Path(folder), quality)


def _make_plate(job) -> None:
    seed, index, width, height, path = job
    plate = (
        grain_plate(seed, width, height) if index < 0 else base_texture(seed, index, width, height)
    )
    plate.save(path)


def portrait_page(seed: int, number: int, entry: dict, novelist: Novelist) -> str:
    novelist.start(100_000 + number)
    rnd = novelist.rnd
    family = novelist.word().capitalize() + rnd.pick(["", "ova", "sen", "ini", "eau"])
    name = f"{rnd.pick(NAMES)} {family}"
    caption = f"{name}, photographed in {rnd.between(1950, 2020)}; {novelist.phrase(4, 12)}."
    alt = f"Portrait of {name}: head and shoulders, {novelist.phrase(3, 9)}."
    body = "\n\n".join(novelist.paragraph() for _ in range(rnd.between(1, 3)))
    notes = "\n\n".join(novelist.notes)
    front = "\n".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in {
            "title": name,
            "image": f"images/{entry['file']}",
            "caption": caption,
            "alt": alt,
            "kind": entry["kind"],
        }.items()
    )
    figure = f'![{alt}](../images/{entry["file"]} "{caption}")'
    return f"---\n{front}\n---\n\n# {name}\n\n{figure}\n\n{body}\n" + (
        f"\n{notes}\n" if notes else ""
    )


def make_photobook(args: argparse.Namespace) -> None:
    import tempfile

    out = args.out
    images, pages = out / "images", out / "portraits"
    images.mkdir(parents=True, exist_ok=True)
    pages.mkdir(parents=True, exist_ok=True)
    kinds = ["plain" if args.plain else SCHEDULE[i % len(SCHEDULE)] for i in range(args.count)]
    with tempfile.TemporaryDirectory(dir=out) as scratch:
        plates = [f"{scratch}/base{i}.ppm" for i in range(BASES)] + [f"{scratch}/grain.pgm"]
        plans = [
            (args.seed, -1 if i == BASES else i, args.width, args.height, plate)
            for i, plate in enumerate(plates)
        ]
        jobs = [(i + 1, kind, str(images), args.quality) for i, kind in enumerate(kinds)]
        with ProcessPoolExecutor(args.jobs) as pool:
            list(pool.map(_make_plate, plans))
        setup = (args.seed, args.width, args.height, plates)
        with ProcessPoolExecutor(args.jobs, initializer=_start_worker, initargs=setup) as pool:
            entries = list(pool.map(_make_picture, jobs))
    novelist = Novelist(args.seed, 1)
    for number, entry in enumerate(entries, 1):
        page = portrait_page(args.seed, number, entry, novelist)
        (pages / f"portrait{number:04d}.md").write_text(page, encoding="utf-8")
    (out / "metadata.yaml").write_text(
        "---\n"
        f'title: "Portraits, Volume {args.seed}"\n'
        "author: Corpus Generator\n"
        "lang: en\n"
        "date: 2020-01-01\n"
        f"identifier: urn:uuid:00000000-0000-4000-9000-{args.seed:012d}\n"
        "rights: CC0-1.0\n"
        "---\n",
        encoding="utf-8",
    )
    keys = ("seed", "count", "width", "height", "quality", "plain")
    write_manifest(out, {"kind": "photobook", **{k: getattr(args, k) for k in keys}})


# --------------------------------------------------------------------------


def positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="{novel,photobook}")

    novel = commands.add_parser("novel", help="Markdown chapters of invented prose")
    novel.add_argument("--out", type=Path, required=True, help="folder to write")
    novel.add_argument("--chapters", type=positive, default=60)
    novel.add_argument(
        "--words", type=positive, default=600_000, help="words in all chapters together"
    )
    novel.add_argument("--seed", type=int, default=1)
    novel.set_defaults(make=make_novel)

    photos = commands.add_parser("photobook", help="portrait photographs with a page each")
    photos.add_argument("--out", type=Path, required=True, help="folder to write")
    photos.add_argument("--count", type=positive, default=100, help="how many portraits")
    photos.add_argument("--width", type=positive, default=4000)
    photos.add_argument("--height", type=positive, default=6000)
    photos.add_argument("--quality", type=positive, default=92, help="JPEG quality")
    photos.add_argument(
        "--plain", action="store_true", help="only baseline 4:2:0 sRGB JPEGs, no awkward kinds"
    )
    photos.add_argument(
        "--jobs", type=positive, default=2, help="processes (the result does not depend on it)"
    )
    photos.add_argument("--seed", type=int, default=1)
    photos.set_defaults(make=make_photobook)

    args = parser.parse_args(argv)
    args.make(args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
