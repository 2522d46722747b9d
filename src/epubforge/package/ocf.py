"""The way into a container: mimetype, container.xml, package document."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished.book import CONTAINER_FILE, Finished
from epubforge.finished.types import PACKAGE
from epubforge.finished.url import resolve
from epubforge.model.archive import Archive
from epubforge.package.mimetype import mimetype_faults

CONTAINER_MISSING = Rule(
    "C011",
    "container-missing",
    Severity.ERROR,
    """The file META-INF/container.xml, which says where the book begins, is missing.

Why it matters
    No reading system opens the book.
Bad
    An archive that holds meta-inf/Container.xml, or the book in a folder of its own.
Good
    META-INF/container.xml at the top of the archive, spelt just so.
Reference
    https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml
""",
    blocking=True,
    equivalent="RSC-002",
)
NO_ROOTFILE = Rule(
    "C012",
    "container-without-rootfile",
    Severity.ERROR,
    """The file META-INF/container.xml names no package document.

Why it matters
    No reading system finds the book in the archive.
Bad
    <rootfile full-path="content.opf"/>
Good
    <rootfile full-path="content.opf" media-type="application/oebps-package+xml"/>
Reference
    https://www.w3.org/TR/epub-33/#sec-container.xml-rootfile-elem
""",
    blocking=True,
    equivalent="RSC-003",
)
PACKAGE_MISSING = Rule(
    "C013",
    "package-missing",
    Severity.ERROR,
    """The package document that META-INF/container.xml names is not in the archive.

Why it matters
    No reading system opens the book.
Bad
    <rootfile full-path="OEBPS/content.opf" …/>, and the file is OPS/content.opf
Good
    The path as the archive spells it, with upper and lower case.
Reference
    https://www.w3.org/TR/epub-33/#sec-container.xml-rootfile-elem
""",
    blocking=True,
    equivalent="OPF-002",
)


def container_faults(archive: Archive) -> tuple[Diagnostic, ...]:
    """What keeps a reading system from getting at the book's files, in the order it meets them."""
    return (*mimetype_faults(archive), *_package_faults(Finished(archive)))


def _package_faults(book: Finished) -> Iterator[Diagnostic]:
    if CONTAINER_FILE not in book.entries:
        said = f"{CONTAINER_FILE} is missing"
        yield CONTAINER_MISSING.at(book.place(None), said, "pack the book with it")
        return
    container = book.kept(CONTAINER_FILE)
    if container is None or container.fault is not None:
        return
    if not book.rootfiles:
        said = f"{CONTAINER_FILE} names no package document"
        hint = f'add a rootfile with media-type="{PACKAGE}"'
        yield NO_ROOTFILE.at(book.place(CONTAINER_FILE), said, hint)
    for rootfile in book.rootfiles:
        path = rootfile.get("full-path")
        if path.strip() and resolve("", path).path not in book.entries:
            said = f"the package document {path} is not in the archive"
            place = book.at(container, rootfile)
            yield PACKAGE_MISSING.at(place, said, "spell the path as the archive does")
