"""How a preview begins and ends: ports, Ctrl-C, restarts, and the run that only renders."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

from conftest import BOOK, Command, WriteProject
from preview.served import Listener, Preview, until
from preview.test_reading import files


def test_ctrl_c_ends_it_and_frees_the_port(project: WriteProject) -> None:
    """It ends at once and without a complaint, although pages are open; the port is free."""
    with Preview(project(files())) as preview:
        pages = [preview.listen() for _ in range(3)]
        for page in pages:
            page.next()
        assert preview.interrupt() == 0
        assert all(page.ended.wait(10) for page in pages)
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", preview.port))
    assert "Traceback" not in "".join(preview.said)


def test_being_asked_to_end_is_the_same(project: WriteProject) -> None:
    """SIGTERM ends it too."""
    with Preview(project(files())) as preview:
        preview.listen().next()
        preview.process.send_signal(signal.SIGTERM)
        assert preview.process.wait(20) == 0


def test_a_port_that_is_taken(project: WriteProject) -> None:
    """The next one is taken instead, and said."""
    root = project(files())
    with Preview(root) as first, Preview(root, "--port", str(first.port)) as second:
        assert second.port > first.port
        assert f"Port {first.port} is taken: this is port {second.port}." in "".join(second.said)
        assert second.state()["title"] == "A book"


def test_a_port_taken_on_one_of_its_addresses(project: WriteProject) -> None:
    """A port counts as taken if somebody else answers to localhost there in the other family."""
    with socket.socket(socket.AF_INET6) as other:
        other.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        other.bind(("::1", 0))
        other.listen()
        port = other.getsockname()[1]
        with Preview(project(files()), "--port", str(port)) as preview:
            assert preview.port != port


def test_it_comes_back_after_it_was_killed(project: WriteProject) -> None:
    """Killed and started anew, it has another run, so that open pages know; its folder is gone."""
    root = project(files())
    with Preview(root) as preview:
        page = preview.listen()
        before = page.next()
        preview.process.kill()
        assert page.ended.wait(10)
        port = preview.port
    with Preview(root, "--port", str(port)) as again:
        assert again.port == port
        told = Listener(port)
        after = told.next()
        told.close()
        assert after["run"] != before["run"]
        assert again.viewer_token() != preview.token


def test_the_workshop_is_gone_in_the_end(project: WriteProject, tmp_path: Path) -> None:
    """Pictures were prepared in a folder of its own, and nothing of it is left."""
    place = tmp_path / "temporary"
    place.mkdir()
    with Preview(project(files()), environment={"TMPDIR": str(place)}) as preview:
        preview.state()
        assert list(place.iterdir())
        assert preview.interrupt() == 0
        until(lambda: not list(place.iterdir()))


def test_once_is_like_check(project: WriteProject, epubforge: Command) -> None:
    """It renders the book, shows the findings that check shows, and has its exit code."""
    root = project(files())
    checked, once = epubforge("check", root), epubforge("preview", "--once", root)
    assert once.returncode == checked.returncode == 1
    findings = [line for line in checked.stdout.splitlines() if " error " in line]
    assert findings
    assert [line for line in once.stdout.splitlines() if " error " in line] == findings
    assert "rendered" in once.stdout


def test_once_of_a_good_book(project: WriteProject, epubforge: Command, tmp_path: Path) -> None:
    """Nothing is wrong: 0; of a finished book too."""
    root = project({"manuscript/01-one.md": "# One\n\nText.\n"})
    assert epubforge("preview", "--once", root).returncode == 0
    epubforge("build", root, "-o", tmp_path / "book.epub")
    assert epubforge("preview", "--once", tmp_path / "book.epub").returncode == 0


def test_once_of_broken_settings(project: WriteProject, epubforge: Command) -> None:
    """Settings that cannot be read end as check ends: 2."""
    root = project({"manuscript/book.toml": "[book\n"})
    checked, once = epubforge("check", root), epubforge("preview", "--once", root)
    assert (once.returncode, checked.returncode) == (2, 2)


def test_what_cannot_be_shown_is_refused(
    project: WriteProject, epubforge: Command, tmp_path: Path
) -> None:
    """No project, no file, no such edition, chapter, editor or host: one sentence, and 2."""
    root = project(files())
    (tmp_path / "empty").mkdir()
    for arguments in (
        [tmp_path / "empty"], [tmp_path / "none.epub"], [root, "--edition", "none"],
        [root, "--chapter", "none.md"], [root, "--editor", "javascript:{path}"],
        [root, "--host", "192.0.2.77"], [root, "--port", "0"],
    ):  # fmt: skip
        ended = epubforge("preview", "--no-open", *arguments)
        assert ended.returncode == 2, arguments
        assert "Traceback" not in ended.stderr
        assert len(ended.stderr.strip().splitlines()) <= 4


def test_the_chapter_that_is_opened(project: WriteProject) -> None:
    """--chapter names a chapter by its file, with or without its folder or ending."""
    root = project(files())
    for name in ("02-desk.md", "manuscript/02-desk.md", "02-desk", "text/desk.xhtml"):
        with Preview(root, "--chapter", name) as preview:
            assert preview.state()["chapter"] == "text/desk.xhtml"


def test_the_edition_that_is_opened(project: WriteProject) -> None:
    """--edition is the one that the viewer begins with."""
    settings = f'{BOOK}[editions.fixed]\nlayout = "fixed"\n'
    with Preview(
        project({"manuscript/book.toml": settings, **files()}), "--edition", "fixed"
    ) as it:
        page = it.ask("/").body.decode()
    assert '<meta name="epubforge-edition" content="fixed">' in page
