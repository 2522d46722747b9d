"""I003 to I010: a picture that cannot go into the book."""

from __future__ import annotations

from epubforge.codec.flaws import Flaw, PictureError
from epubforge.diagnostics import Rule, Severity
from epubforge.model.picture import BrokenPicture, Remark

UNREADABLE_PICTURE = Rule(
    "I003",
    "unreadable-picture",
    Severity.ERROR,
    """A picture file cannot be opened, or its inside is damaged.

Why it matters
    The reader would see a hole, and shops refuse books with damaged pictures.
Bad
    A file that was changed by a broken disk, or that you may not read.
Good
    The picture opened in an image editor and saved again, or copied anew from its source.
Reference
    EPUB 3.3, core media types https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    blocking=True,
    equivalent="PKG-021",
)
TRUNCATED_PICTURE = Rule(
    "I004",
    "truncated-picture",
    Severity.ERROR,
    """A picture file ends before its picture does.

Why it matters
    The lower part of the picture would be grey or missing. Most often a copy or a download was
    broken off.
Bad
    A JPEG of 2 MB of which 1.3 MB were copied.
Good
    The file copied again, with as many bytes as the original has.
""",
    blocking=True,
    equivalent="PKG-021",
)
EMPTY_PICTURE = Rule(
    "I005",
    "empty-picture",
    Severity.ERROR,
    """A picture file has no bytes at all.

Why it matters
    There is nothing to show. Such files are left behind by copies that failed at once, for
    instance because the disk was full.
Bad
    images/ada.jpg with 0 bytes
Good
    images/ada.jpg copied again
""",
    blocking=True,
    equivalent="MED-004",
)
NOT_A_PICTURE = Rule(
    "I006",
    "not-a-picture",
    Severity.ERROR,
    """A file is used as a picture, but holds something else.

Why it matters
    Only the name says that it is a picture; a reading system looks inside and shows nothing.
Bad
    A web page saved as ada.jpg, or a Git LFS pointer whose picture was never fetched.
Good
    The picture itself; after cloning a repository with Git LFS: `git lfs pull`.
""",
    blocking=True,
    equivalent="OPF-029",
)
PICTURE_TOO_LARGE = Rule(
    "I007",
    "picture-too-large",
    Severity.ERROR,
    """A picture has more pixels, or its file more bytes, than can be prepared.

Why it matters
    A picture of 150 million pixels takes more than half a gigabyte of memory; a small file can
    claim to be far larger than it is, to stop the computer that opens it.
Bad
    A header that says 65,535 × 65,535 pixels.
Good
    The picture scaled down beforehand; for the book 4 million pixels are enough.
""",
    blocking=True,
)
UNSUPPORTED_PICTURE_FORMAT = Rule(
    "I008",
    "unsupported-picture-format",
    Severity.ERROR,
    """A picture is of a kind that cannot be read.

Why it matters
    Read are JPEG, PNG, SVG, TIFF, WebP, AVIF, HEIC, GIF and BMP. Others, among them the raw files
    of cameras, PDF and Photoshop documents, must be exported first.
Bad
    ![Ada at her desk](images/ada.nef)
Good
    ![Ada at her desk](images/ada.jpg)
Reference
    EPUB 3.3, core media types https://www.w3.org/TR/epub-33/#sec-core-media-types
""",
    blocking=True,
)
SVG_WITH_ENTITIES = Rule(
    "I009",
    "svg-with-entities",
    Severity.ERROR,
    """An SVG drawing declares entities, or is written in an encoding that can hide them.

Why it matters
    Entities can make a small file fill all memory, or pull in files from the computer that reads
    it. Nothing in a drawing needs them.
Bad
    <!DOCTYPE svg [<!ENTITY name "…">]>
Good
    The drawing saved as "Plain SVG" (Inkscape) or exported without Illustrator's own data.
Reference
    EPUB 3.3, 3.9 XML conformance https://www.w3.org/TR/epub-33/#sec-xml-constraints
""",
    blocking=True,
)
SVG_WITHOUT_SIZE = Rule(
    "I010",
    "svg-without-size",
    Severity.ERROR,
    """An SVG drawing says neither its size nor its viewBox.

Why it matters
    A reading system cannot know how large to draw it, and cuts it or leaves it out.
Bad
    <svg xmlns="http://www.w3.org/2000/svg">
Good
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">
Reference
    SVG 2, the viewBox attribute https://www.w3.org/TR/SVG2/coords.html#ViewBoxAttribute
""",
    blocking=True,
)
HEIF_EXTRA_MISSING = Rule(
    "I019",
    "heif-extra-missing",
    Severity.ERROR,
    """A picture is a HEIC file, and what reads such files is not installed.

Why it matters
    Telephones save photographs as HEIC. Their reader is a large library that most books do not
    need; it comes as an extra.
Bad
    ![Ada at her desk](images/ada.heic), after `pip install epubforge`
Good
    The same after `pip install 'epubforge[heif]'`; or the picture exported as JPEG.
""",
    blocking=True,
    needs_tool=True,
)

_RULES = {
    Flaw.UNREADABLE: UNREADABLE_PICTURE,
    Flaw.TRUNCATED: TRUNCATED_PICTURE,
    Flaw.EMPTY: EMPTY_PICTURE,
    Flaw.NOT_A_PICTURE: NOT_A_PICTURE,
    Flaw.TOO_LARGE: PICTURE_TOO_LARGE,
    Flaw.UNSUPPORTED: UNSUPPORTED_PICTURE_FORMAT,
    Flaw.UNSAFE: SVG_WITH_ENTITIES,
    Flaw.WITHOUT_SIZE: SVG_WITHOUT_SIZE,
    Flaw.EXTRA_MISSING: HEIF_EXTRA_MISSING,
}


def broken(path: str, flawed: PictureError) -> BrokenPicture:
    """The flaw as a finding to be: under its rule, in a sentence that begins with the path."""
    rule = _RULES[flawed.flaw]
    return BrokenPicture(Remark(rule, f"{path} {flawed.reason}", flawed.hint))
