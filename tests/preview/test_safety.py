"""Who may ask what: names, origins, tokens, paths, and what a book may do in a browser."""

from __future__ import annotations

import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Command, WriteProject
from preview.served import Preview
from preview.test_reading import files


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all questions."""
    from conftest import write_files

    root = write_files(tmp_path_factory.mktemp("book") / "project", files())
    (root / "secret.txt").write_text("secret", encoding="utf-8")
    with Preview(root) as preview:
        preview.state()
        yield preview


OURS = ("localhost", "127.0.0.1", "[::1]")
FOREIGN = (
    "evil.example", "evil.example:{port}", "localhost", "localhost:1", "",
    "localhost.evil.example:{port}", "127.0.0.1.evil.example:{port}", "0.0.0.0:{port}",
    "localhost:{port}@evil.example",
    "LOCALHOST:{port}.evil.example", "localhost:{port}, evil.example", "192.0.2.1:{port}",
)  # fmt: skip
READING = ("/", "/viewer/viewer.css", "/state/main", "/book/main/text/mine.xhtml", "/search?q=a")


@pytest.mark.parametrize("name", OURS)
def test_our_own_names_are_answered(served: Preview, name: str) -> None:
    """It is called localhost or by its address, with its port."""
    assert served.ask("/state/main", host=f"{name}:{served.port}").status == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", READING)
def test_other_names_are_refused(served: Preview, host: str, path: str) -> None:
    """A name that somebody else has made lead here reads nothing (DNS rebinding)."""
    answer = served.ask(path, host=host.format(port=served.port))
    assert answer.status in {400, 403}
    assert b"two lines" not in answer.body


def test_the_host_may_not_be_told_twice(served: Preview) -> None:
    """Two Host headers are none."""
    with socket.create_connection(("127.0.0.1", served.port)) as way:
        way.sendall(
            b"GET /state/main HTTP/1.1\r\nHost: localhost:%d\r\nHost: evil.example\r\n"
            b"Connection: close\r\n\r\n" % served.port
        )
        status = way.makefile("rb").readline()
    assert b" 400 " in status or b" 403 " in status


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "https://localhost:{port}", "http://localhost:1", "null"]
)
@pytest.mark.parametrize("path", [*READING, "/events"])
def test_other_pages_read_nothing(served: Preview, origin: str, path: str) -> None:
    """What another page asks for is refused, and no answer says that it may be read."""
    answer = served.ask(path, headers={"Origin": origin.format(port=served.port)})
    assert answer.status == 403
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", [*READING[1:], "/events"])
def test_browsers_say_who_asks(served: Preview, site: str, path: str) -> None:
    """Pictures, scripts and frames of other pages, which send no Origin, are refused too."""
    assert served.ask(path, headers={"Sec-Fetch-Site": site}).status == 403


def test_a_link_may_lead_to_the_first_page(served: Preview) -> None:
    """Who follows a link comes in by the door, and sees the viewer."""
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert served.ask("/", headers=headers).status == 200


ACTING = ("/build", "/check", "/plates")


@pytest.mark.parametrize("path", ACTING)
def test_without_the_token_nothing_is_done(served: Preview, path: str) -> None:
    """Whatever acts or writes needs the secret of this run, also from our own origin."""
    ours = {"Origin": f"http://localhost:{served.port}", "Content-Type": "application/json"}
    assert served.ask(path, "POST", ours, b"{}").status == 403
    wrong = {**ours, "X-Epubforge-Token": "x" * 32}
    assert served.ask(path, "POST", wrong, b"{}").status == 403
    foreign = {"Origin": "http://evil.example", "X-Epubforge-Token": served.viewer_token()}
    assert served.ask(path, "POST", foreign, b"{}").status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(served: Preview, method: str) -> None:
    """There is GET and POST."""
    assert served.ask("/state/main", method).status in {400, 405}


PATHS = (
    "/book/main/../../secret.txt", "/book/main/..%2f..%2fsecret.txt",
    "/book/main/%2e%2e/secret.txt",
    "/book/main//etc/passwd", "/book/main/%2fetc%2fpasswd", "/book/main/..%5c..%5csecret.txt",
    "/book/main/text\\..\\..\\secret.txt", "/book/main/text/mine.xhtml%00.png", "/book/main/",
    "/book/main/C:/secret.txt", "/book/main/file:///etc/passwd", "/book/../secret.txt",
    "/book/%2e%2e/secret.txt", "/book/main/manuscript/01-mine.md", "/book/main/package.opf",
    "/book/main/images/../../secret.txt", "/viewer/../bench.py", "/viewer/..%2fbench.py",
    "/viewer/%2e%2e%2fbench.py", "/viewer/index.html", "/viewer//etc/passwd", "/secret.txt",
    "/blocks/main/../../secret.txt", "/state/../../secret.txt",
    "/book/main/%c0%ae%c0%ae/secret.txt",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_reaches_the_disk(served: Preview, path: str) -> None:
    """Only built resources are there, by their own names."""
    answer = served.ask(path)
    assert answer.status == 404
    assert b"secret" not in answer.body


def test_every_answer_is_safe(served: Preview) -> None:
    """No answer is guessed at, embedded elsewhere, or allowed more than it needs."""
    for path in (*READING, "/nothing", "/viewer/viewer.css", "/blocks/main/text/mine.xhtml"):
        headers = served.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers
    viewer = served.ask("/").headers["content-security-policy"]
    assert f"script-src http://localhost:{served.port}/viewer/;" in viewer
    book = served.ask("/book/main/text/mine.xhtml").headers["content-security-policy"]
    assert "script-src" not in book
    assert book.endswith("sandbox allow-same-origin")


def test_a_hostile_book_is_only_shown(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """Whatever a stranger's EPUB calls its files, and whatever types it gives them."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    epubforge("build", root, "-o", tmp_path / "book.epub")
    hostile = tmp_path / "hostile.epub"
    with zipfile.ZipFile(tmp_path / "book.epub") as book, zipfile.ZipFile(hostile, "w") as out:
        for entry in book.infolist():
            content = book.read(entry)
            if entry.filename.endswith(".opf"):
                items = (
                    b'<item id="h1" href="run.html" media-type="text/html&#13;&#10;X-Evil: 1"/>'
                    b'<item id="h2" href="../../../etc/passwd" media-type="text/plain"/>'
                    b'<item id="h3" href="run.js" media-type="text/javascript"/>'
                )
                content = content.replace(b"</manifest>", items + b"</manifest>")
            out.writestr(entry, content)
        out.writestr("OEBPS/run.html", "<script>parent.alert(1)</script>")
        out.writestr("OEBPS/run.js", "alert(1)")
        out.writestr("../../evil.txt", "evil")
    with Preview(hostile) as preview:
        assert preview.state()["spine"]
        page = preview.ask("/book/main/OEBPS/run.html")
        assert page.status == 200
        assert page.headers["content-type"] == "application/octet-stream"
        assert "x-evil" not in page.headers
        script = preview.ask("/book/main/OEBPS/run.js")
        assert "sandbox" in script.headers["content-security-policy"]
        for path in ("../../evil.txt", "%2e%2e/%2e%2e/evil.txt", "etc/passwd", "../../etc/passwd"):
            assert preview.ask(f"/book/main/{path}").status == 404


def test_other_devices_need_the_token(project: WriteProject) -> None:
    """With --host everything is for those alone who have the address with its secret."""
    with Preview(project(files()), "--host", "0.0.0.0") as preview:
        assert preview.token
        for path in ("/", "/state/main", "/book/main/text/mine.xhtml", "/?token=wrong"):
            assert preview.ask(path).status == 403
        door = preview.ask(f"/?token={preview.token}")
        assert door.status == 200
        cookie = door.headers["set-cookie"].partition(";")[0]
        assert "httponly" in door.headers["set-cookie"].lower()
        assert "samesite=strict" in door.headers["set-cookie"].lower()
        assert preview.ask("/state/main", headers={"Cookie": cookie}).status == 200
        assert (
            preview.ask("/state/main", headers={"Cookie": cookie}, host="evil.example").status
            == 403
        )


def test_it_listens_on_this_computer_alone(served: Preview) -> None:
    """Without --host no other address of this computer answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))
            outward = way.getsockname()[0]
        except OSError:
            outward = "127.0.0.2"
    if outward.startswith("127."):
        outward = "127.0.0.2"
    with pytest.raises(OSError, match=r"refused|timed out|unreachable"):
        socket.create_connection((outward, served.port), 5)
