"""I011 to I018, I021: what is to be said of a picture that goes into the book."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.codec.kinds import ENDINGS
from epubforge.codec.original import Original
from epubforge.codec.render import Rendered
from epubforge.diagnostics import Rule, Severity
from epubforge.model.picture import Remark

WRONG_ENDING = Rule(
    "I011",
    "wrong-ending",
    Severity.WARNING,
    """A picture's name says another kind than the file is.

Why it matters
    The book is right, because the content is what counts; but other programs will stumble.
Bad
    ada.jpg, which is a PNG
Good
    ada.png
""",
    equivalent="PKG-022",
)
ANIMATED_PICTURE = Rule(
    "I012",
    "animated-picture",
    Severity.WARNING,
    """A picture moves; the book shows its first frame only, unless it is kept as it is.

Why it matters
    Reading devices with electronic paper show no motion, shops refuse animated pictures, and
    flicker can harm readers.
Bad
    ![The waltz, step by step](waltz.gif)
Good
    A still picture, or several that show the steps.
Reference
    WCAG 2.2, 2.2.2 https://www.w3.org/TR/WCAG22/#pause-stop-hide
""",
)
SEVERAL_PAGES = Rule(
    "I013",
    "several-pages",
    Severity.WARNING,
    """A TIFF holds several pages; the book shows the first only.

Why it matters
    What stands on the others would be missing from the book without a word.
Bad
    letter.tif, scanned as one file of four pages
Good
    letter-1.tif, letter-2.tif, …
""",
)
SVG_WITH_ACTIVE_CONTENT = Rule(
    "I014",
    "svg-with-active-content",
    Severity.WARNING,
    """An SVG drawing held scripts or references to the outside, which were removed.

Why it matters
    A drawing that runs programs or fetches files is unsafe, and shops refuse it. What was removed
    may have been part of what the drawing shows: look at it.
Bad
    <svg …><script>…</script><image href="https://example.com/a.png"/></svg>
Good
    A drawing of shapes and text alone, with pictures embedded.
Reference
    EPUB 3.3, scripting https://www.w3.org/TR/epub-33/#sec-scripted-content
""",
)
BROKEN_COLOUR_PROFILE = Rule(
    "I015",
    "broken-colour-profile",
    Severity.NOTE,
    """A picture's colour profile cannot be used; its colours are taken as sRGB.

Why it matters
    The profile says what the numbers mean as colours. Without it the picture may come out a
    little duller or brighter than it was meant.
Bad
    A profile cut off by a program, or one for CMYK inks in an RGB picture.
Good
    The picture exported again as sRGB.
""",
)
PRIVATE_METADATA = Rule(
    "I016",
    "private-metadata",
    Severity.NOTE,
    """A picture file tells more than the picture shows; that was left out of the book.

Why it matters
    Cameras and telephones write into each picture where it was taken, with which device, and by
    whom. Who buys the book could read it. The file in your folder is not changed.
Bad
    A portrait that holds the coordinates of the sitter's home.
Good
    Nothing needs to be done; `keep = ["copyright"]` under `[images]` says what may stay.
""",
)
INKS_WITHOUT_PROFILE = Rule(
    "I017",
    "inks-without-profile",
    Severity.NOTE,
    """A CMYK picture has no colour profile; its colours are a guess.

Why it matters
    The same amounts of ink look different on each paper and press. Without the profile the
    conversion to the screen's colours follows a plain formula, and greens and blues come out
    brighter than in print.
Bad
    A picture exported for the press without its profile.
Good
    The same picture exported as sRGB, or with its profile embedded.
""",
)
DAMAGED_PICTURE = Rule(
    "I018",
    "damaged-picture",
    Severity.WARNING,
    """A JPEG's data do not end where its picture does: some of it was probably changed.

Why it matters
    A single wrong bit can shift colours or rows in the rest of the picture. A few cameras write
    such files too, and then nothing is wrong: look at it.
Bad
    A file from a failing memory card.
Good
    The file copied again, or saved again from an image editor if it looks right.
""",
)

NOT_KEPT = Rule(
    "I021",
    "picture-not-kept",
    Severity.WARNING,
    """A picture was to stay as it is, but no book can hold it so.

Why it matters
    It stands in the book as all others do: turned upright, as JPEG or PNG in sRGB, scaled down
    where it was too large. That may not be what was meant.
Bad
    ![Ada](ada.tif){keep=true}
Good
    ![Ada](ada.png){keep=true}
Reference
    EPUB 3.3, core media types https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
)


def remarks(path: str, original: Original, rendered: Rendered) -> Iterator[Remark]:
    """All that is to be said of a picture once it is ready."""
    yield from about_name(path, original)
    for told, rule, sentence, hint in (
        (rendered.moves, ANIMATED_PICTURE, "moves, and does so in the book, as it was kept",
         "most shops refuse it; leave keep=true away, and its first frame stands in the book"),
        (original.animated and not rendered.moves, ANIMATED_PICTURE,
         "moves; its first frame stands in the book",
         "choose the frame yourself, or show the steps as several pictures"),
        (original.pages, SEVERAL_PAGES, "has several pages; the first stands in the book",
         "save each page as a picture of its own"),
        (rendered.out_of_step, DAMAGED_PICTURE, "may be damaged: data are left over",
         "look at it in the book; if it is wrong, copy it again"),
        (rendered.broken_profile, BROKEN_COLOUR_PROFILE, "has a colour profile that is no use",
         "export it again as sRGB if its colours matter"),
        (rendered.guessed_inks, INKS_WITHOUT_PROFILE, "is CMYK without a colour profile",
         "export it as sRGB, or embed the profile"),
    ):  # fmt: skip
        if told:
            yield Remark(rule, f"{path} {sentence}", hint)
    if rendered.not_kept:
        hint = "save it as an upright RGB JPEG or a PNG, or leave keep=true away"
        message = f"{path} could not be kept as it is: {rendered.not_kept}"
        yield Remark(NOT_KEPT, message, hint)
    if original.private:
        kinds = ", ".join(sorted(kind.value for kind in original.private))
        message = f"{path} tells {kinds}; that was left out of the book"
        yield Remark(PRIVATE_METADATA, message, "take it out of files that you pass on yourself")


def about_name(path: str, original: Original) -> Iterator[Remark]:
    """A remark where the name's ending belongs to another kind of picture."""
    endings = ENDINGS[original.kind]
    if not path.lower().endswith(endings):
        yield Remark(
            WRONG_ENDING,
            f"{path} is a {original.kind.value} file by its content",
            f"name it {_renamed(path, endings[0])}",
        )


def _renamed(path: str, ending: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    return f"{folder}{slash}{stem if dot and stem else name}{ending}"
