"""Numbers in words: sizes of files, counts of things, shares."""

from __future__ import annotations


def size(count: int) -> str:
    """Bytes as `563 B`, `8.6 kB`, `214 kB`, `16.5 MB`; of thousands, as shops count."""
    if count < 1000:
        return f"{count} B"
    if count < 999_500:
        return f"{count / 1000:.1f} kB" if count < 9_950 else f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB" if count < 999_500_000 else f"{count / 1e9:.2f} GB"


def grown(before: int, after: int) -> str:
    """How much more or less it is: `+20 B`, `−58 kB`."""
    sign = "+" if after > before else "−" if after < before else ""
    return f"{sign}{size(abs(after - before))}"


def became(before: int, after: int) -> str:
    """Bytes before and after; of numbers that look alike the one and the difference."""
    if size(before) != size(after):
        return f"{size(before)} → {size(after)}"
    return size(after) if before == after else f"{size(after)}, {grown(before, after)}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 picture`, `1,204 pictures`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def time(minutes: int) -> str:
    """Minutes as `26 min`, `4 h 10 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def share(part: int, whole: int) -> str:
    """A share in per cent, with one decimal; never rounded to nothing."""
    if not part or not whole:
        return "0 %"
    hundredth = 100 * part / whole
    return f"{hundredth:.1f} %" if hundredth >= 0.1 else "< 0.1 %"
