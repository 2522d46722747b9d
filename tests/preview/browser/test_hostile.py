"""A book that means harm is shown, and can do none."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from preview.browser.conftest import Open
from preview.browser.viewer import Preview

_ELSEWHERE = "http://127.0.0.1:PORT"
_HOSTILE = f"""<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Harm</title>
<meta http-equiv="refresh" content="1;url={_ELSEWHERE}/refresh"/>
<base href="{_ELSEWHERE}/"/>
<link rel="stylesheet" href="{_ELSEWHERE}/style.css"/>
<link rel="prefetch" href="{_ELSEWHERE}/prefetch"/>
<style>@import url("{_ELSEWHERE}/import.css");
p {{ background: url("{_ELSEWHERE}/p.png"); }}</style>
<script>parent.document.title = "owned"; top.owned = 1;</script>
<script src="{_ELSEWHERE}/script.js"></script>
</head>
<body onload="top.owned = 2">
<p id="plain" onclick="top.owned = 3">Words to be seen.</p>
<p><a id="script" href="javascript:top.owned=4">A link</a>
<a id="top" target="_top" href="{_ELSEWHERE}/top">Another</a>
<a id="note" epub:type="noteref" role="doc-noteref" href="/book/main/harm.xhtml#fn">1</a></p>
<img src="{_ELSEWHERE}/spy.png" alt="a spy" onerror="top.owned = 5"/>
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>top.owned = 6</script>
<image href="{_ELSEWHERE}/svg.png" width="10" height="10"/></svg>
<iframe src="{_ELSEWHERE}/frame"></iframe>
<object data="{_ELSEWHERE}/object"></object>
<video src="{_ELSEWHERE}/film" autoplay="autoplay"></video>
<form action="{_ELSEWHERE}/form" method="post"><button id="send">Send</button></form>
<aside id="fn" epub:type="footnote"><p onclick="top.owned = 7">A note
<img src="x" onerror="top.owned = 8" alt="in it"/><script>top.owned = 9</script></p></aside>
</body></html>"""
_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>
<dc:title>&lt;img src=x onerror=top.owned=10&gt;</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-31T12:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="harm" href="harm.xhtml" media-type="application/xhtml+xml" properties="scripted"/>
</manifest>
<spine><itemref idref="harm"/></spine></package>"""
_NAV = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Contents</title></head><body><nav epub:type="toc"><ol>
<li><a href="harm.xhtml">&lt;svg onload=top.owned=11&gt;</a></li>
<li><a href="javascript:top.owned=12">Script</a></li></ol></nav></body></html>"""
_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""


class Spy:
    """A server elsewhere, which remembers what it is asked for."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.send_header("content-type", "text/html")
                self.end_headers()
                self.wfile.write(b"elsewhere")

            def log_message(self, format: str, *words: object) -> None:
                """Say nothing."""

        self.asked = asked
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Close the port."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def spy() -> Iterator[Spy]:
    """The server to which the book would call out."""
    server = Spy()
    yield server
    server.stop()


def hostile(file: Path, spy: Spy) -> Path:
    """The book as a file."""
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("package.opf", _PACKAGE)
        book.writestr("nav.xhtml", _NAV)
        book.writestr("harm.xhtml", _HOSTILE.replace("PORT", str(spy.port)))
    return file


def test_nothing_runs_and_nothing_goes_out(tmp_path: Path, spy: Spy, tab: Open) -> None:
    """No script, no handler, no request to anywhere but the preview; the words are shown."""
    preview = Preview(hostile(tmp_path / "harm.epub", spy))
    viewer = tab(preview)
    assert "Words to be seen." in viewer.seen()
    frame = viewer.page.frame_locator("iframe.leaf")
    for each in ("#plain", "#script", "#note", "#send"):
        frame.locator(each).dispatch_event("click")
        viewer.page.wait_for_timeout(150)
    viewer.press("i", "u", "m")
    viewer.page.locator("#toc a").first.click()
    viewer.page.wait_for_timeout(1500)
    assert viewer.page.evaluate("top.owned") is None
    assert viewer.page.title().startswith("<img src=x")
    assert viewer.page.url.startswith(preview.address)
    assert spy.asked == []
    preview.stop()


def test_a_link_out_of_the_book_opens_a_tab_that_knows_nothing_of_the_viewer(
    tmp_path: Path, spy: Spy, tab: Open
) -> None:
    """Only when the reader clicks, and never in the viewer's place."""
    preview = Preview(hostile(tmp_path / "harm.epub", spy))
    viewer = tab(preview)
    with viewer.page.context.expect_page() as opened:
        viewer.page.frame_locator("iframe.leaf").locator("#top").dispatch_event("click")
    opened.value.wait_for_load_state()
    assert spy.asked[0] == "/top"
    assert opened.value.evaluate("window.opener") is None
    assert opened.value.evaluate("document.referrer") == ""
    assert viewer.page.url.startswith(preview.address)
    preview.stop()
