"""C192: obfuscated no font."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic, Rule, Severity
from epubforge.finished import types
from epubforge.finished.rendition import Rendition

RULE = Rule(
    "C192",
    "obfuscated-no-font",
    Severity.ERROR,
    page="""\
A file is scrambled in the way that is kept for fonts, and is no font.

Why it matters
    Reading systems unscramble fonts alone: the file is lost.
Bad
    EncryptedData for images/ada.jpg with the algorithm http://www.idpf.org/2008/embedding
Good
    EncryptedData for fonts alone
Reference
    EPUB 3.3, font obfuscation: https://www.w3.org/TR/epub-33/#sec-font-obfuscation
""",
    equivalent="PKG-026",
)


def obfuscated_no_font(rendition: Rendition) -> Iterator[Diagnostic]:
    """By the media type in the manifest."""
    book = rendition.book
    for path, (algorithm, at) in book.encrypted.items():
        item = rendition.package.by_resource.get(path)
        is_font = item is not None and types.plain(item.media_type) in types.CORE_FONTS
        if algorithm == "http://www.idpf.org/2008/embedding" and item is not None and not is_font:
            said = f"{path} is scrambled as a font, and is {item.media_type}"
            yield RULE.at(book.at_byte("META-INF/encryption.xml", at), said, "leave it as it is")
