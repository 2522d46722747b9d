"""A book on the disk: whole, or not at all."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
import zipfile
from pathlib import Path

import pytest

from epubforge.package.write import WriteError, write, write_stream
from package.books import sample_publication

SOURCE = Path(__file__).parent.parent.parent / "src"
TESTS = Path(__file__).parent.parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes, modes and signals of POSIX")
ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="needs to be root to become another user"
)
OLD = b"the old book"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A book that is there already."""
    path = tmp_path / "dist" / "book.epub"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def hidden(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".")]


def script(body: str) -> list[str]:
    """A Python program that has the sample publication at hand."""
    beginning = f"""
        import os, resource, signal, sys
        sys.path[:0] = [{str(SOURCE)!r}, {str(TESTS)!r}]
        from pathlib import Path
        from package.books import sample_publication
        from epubforge.package.write import WriteError, write, write_stream
        publication = sample_publication()
        """
    return [sys.executable, "-c", textwrap.dedent(beginning) + textwrap.dedent(body)]


def test_the_book_is_written_and_its_size_told(tmp_path: Path) -> None:
    """Folders above are made, nothing hidden stays, the size is that of the file."""
    target = tmp_path / "a" / "b" / "book.epub"
    assert write(sample_publication(), target) == target.stat().st_size
    assert zipfile.ZipFile(target).testzip() is None
    assert os.listdir(target.parent) == ["book.epub"]


def test_a_second_book_takes_the_first_ones_place(target: Path) -> None:
    """An old book is replaced."""
    write(sample_publication(), target)
    assert zipfile.is_zipfile(target)
    assert os.listdir(target.parent) == ["book.epub"]


@POSIX
def test_the_mode_is_that_of_any_new_file(tmp_path: Path) -> None:
    """Others may read the book unless the user's mask says otherwise."""
    old = os.umask(0o027)
    try:
        write(sample_publication(), tmp_path / "book.epub")
    finally:
        os.umask(old)
    assert (tmp_path / "book.epub").stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a symbolic link leads to is replaced, there where it lies."""
    (tmp_path / "shelf").mkdir()
    link = tmp_path / "book.epub"
    link.symlink_to(Path("shelf") / "real.epub")
    write(sample_publication(), link)
    assert link.is_symlink()
    assert zipfile.is_zipfile(tmp_path / "shelf" / "real.epub")


@POSIX
def test_very_long_names_and_strange_ones_are_taken(tmp_path: Path) -> None:
    """A name as long as the disk takes leaves room for the hidden one."""
    for name in ("b" * 250 + ".epub", "книга " + "ж" * 100 + ".epub", "[a]*.epub", "-o.epub"):
        write(sample_publication(), tmp_path / name)
        assert zipfile.is_zipfile(tmp_path / name)


def test_a_folder_in_the_targets_place_is_refused(tmp_path: Path) -> None:
    """The message names the folder and says what to do."""
    with pytest.raises(WriteError, match="is a folder; name a file in it"):
        write(sample_publication(), tmp_path)
    assert os.listdir(tmp_path) == []


def test_a_file_in_the_folders_place_is_refused(target: Path) -> None:
    """A path that leads through a file cannot be made."""
    with pytest.raises(WriteError, match=r"inner\.epub cannot be written"):
        write(sample_publication(), target / "inner.epub")
    assert target.read_bytes() == OLD


@POSIX
def test_a_pipe_or_device_is_never_replaced(tmp_path: Path) -> None:
    """Renaming would put a book where /dev/null was."""
    pipe = tmp_path / "book.epub"
    os.mkfifo(pipe)
    with pytest.raises(WriteError, match="not an ordinary file"):
        write(sample_publication(), pipe)
    assert pipe.is_fifo()


@POSIX
def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    """The system's reason is passed on."""
    with pytest.raises(WriteError, match="cannot be written: File name too long"):
        write(sample_publication(), tmp_path / ("b" * 300))


def test_an_error_on_the_way_leaves_the_old_book(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing hidden stays and nothing is lost when the disk refuses at the last moment."""

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WriteError, match=r"book\.epub was not written: its disk is full"):
        write(sample_publication(), target)
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == ["book.epub"]


def test_ctrl_c_leaves_the_old_book(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt goes on upwards, and nothing hidden stays."""

    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(sample_publication(), target)
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == ["book.epub"]


@POSIX
def test_a_full_disk_leaves_the_old_book(target: Path) -> None:
    """A real limit on what a process may write: refused in one line that names the book."""
    done = subprocess.run(
        script(
            f"""
            resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
            try:
                write(publication, Path({str(target)!r}))
            except WriteError as error:
                print(error)
            """
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert (
        done.stdout == f"{target} was not written: its disk is full; make room, then build again\n"
    )
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == ["book.epub"]


@ROOT
def test_another_users_folder_and_file_are_refused(target: Path) -> None:
    """Whoever may not write there is told so by name, whether it is the folder or the file."""
    target.chmod(0o644)
    for path in (target.parent, *target.parents):
        if path.owner() == "root" and path not in (Path("/"), Path("/tmp")):
            path.chmod(0o755)
    body = f"""
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
        for name in ("book.epub", "new.epub"):
            try:
                write(publication, Path({str(target.parent)!r}) / name)
            except WriteError as error:
                print(error)
        """
    done = subprocess.run(script(body), capture_output=True, text=True, check=True)
    protected, folder = done.stdout.splitlines()
    assert protected == f"{target} is write-protected; allow writing to it, or use another name"
    assert folder.startswith(f"{target.parent / 'new.epub'} cannot be written: its folder takes no")
    assert target.read_bytes() == OLD


def test_a_target_held_open_is_tried_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows does it: refused while another program reads, and taken soon after."""
    replace, refusals = os.replace, [1, 2, 3]

    def sometimes(source: Path, goal: Path) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError(13, "The process cannot access the file")
        replace(source, goal)

    monkeypatch.setattr(os, "replace", sometimes)
    write(sample_publication(), target)
    assert zipfile.is_zipfile(target)


def test_a_target_held_open_for_good_is_refused_by_name(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the patience is over the message names the book and says what to do."""

    def never(source: Path, goal: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", never)
    began = time.monotonic()
    with pytest.raises(WriteError, match=r"book\.epub cannot be replaced .* close the program"):
        write(sample_publication(), target, patience=0.3)
    assert 0.3 <= time.monotonic() - began < 2
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == ["book.epub"]


@POSIX
def test_killed_at_any_moment_the_old_book_stays(target: Path) -> None:
    """Killed at twenty random moments: an old or a whole book, at most one hidden file each time,
    and none after the next build."""
    body = f"""
        from dataclasses import replace
        from epubforge.model.publication import Resource
        noise = Resource("images/noise.jpg", "image/jpeg", os.urandom(2_000_000))
        text = Resource("text/x.css", "text/css", os.urandom(1_000_000).hex().encode())
        publication = replace(publication, resources=(*publication.resources, noise, text))
        print("ready", flush=True)
        while True:
            write(publication, Path({str(target)!r}))
        """
    moments = random.Random(2026)
    for _ in range(20):
        with subprocess.Popen(script(body), stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0.0, 0.15))
            process.send_signal(signal.SIGKILL)
        assert target.read_bytes() == OLD or zipfile.ZipFile(target).testzip() is None
        assert len(hidden(target.parent)) <= 1
    write(sample_publication(), target)
    assert os.listdir(target.parent) == ["book.epub"]


@POSIX
def test_a_build_that_still_runs_keeps_its_file(target: Path) -> None:
    """Only what nobody holds is swept away: two builds of one book do not harm each other."""
    body = f"""
        import time
        real = os.fsync
        def wait(descriptor):
            print("half", flush=True)
            sys.stdin.readline()
            real(descriptor)
        os.fsync = wait
        print(write(publication, Path({str(target)!r})))
        """
    with subprocess.Popen(
        script(body), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "half\n"
        write(sample_publication(), target)
        assert len(hidden(target.parent)) == 1
        out, _ = process.communicate("go on\n" * 9)
    assert process.returncode == 0
    assert out.splitlines()[-1] == str(target.stat().st_size)
    assert os.listdir(target.parent) == ["book.epub"]


def test_other_books_hidden_files_are_left_alone(target: Path) -> None:
    """What belongs to another target, or to nobody known, is not ours to remove."""
    others = [
        ".book.epub.0123456789abcdef.epubforge-tmp.bak",
        ".other.epub.0123456789abcdef.epubforge-tmp",
        ".book.epub.swp",
    ]
    for name in others:
        (target.parent / name).touch()
    (target.parent / ".book.epub.0123456789abcdef.epubforge-tmp").touch()
    write(sample_publication(), target)
    assert sorted(hidden(target.parent)) == sorted(others)


def test_two_at_once_leave_one_whole_book(target: Path) -> None:
    """Builds that run side by side end with one book and nothing hidden."""
    publication = sample_publication()
    threads = [threading.Thread(target=write, args=(publication, target)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert zipfile.ZipFile(target).testzip() is None
    assert os.listdir(target.parent) == ["book.epub"]


class _Pipe(io.BytesIO):
    """A stream that cannot seek."""

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise io.UnsupportedOperation("seek")

    def tell(self) -> int:
        raise io.UnsupportedOperation("tell")


def test_a_stream_gets_the_files_very_bytes(tmp_path: Path) -> None:
    """Standard output cannot seek, and gets the same bytes as the disk all the same."""
    write(sample_publication(), tmp_path / "book.epub")
    pipe = _Pipe()
    assert write_stream(sample_publication(), pipe) == len(pipe.getvalue())
    assert pipe.getvalue() == (tmp_path / "book.epub").read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_stream_that_refuses_is_named() -> None:
    """A full disk behind standard output is told in one line."""
    with (
        open("/dev/full", "wb", buffering=0) as full,
        pytest.raises(WriteError, match="standard output was not written: its disk is full"),
    ):
        write_stream(sample_publication(), full)


def test_a_reader_that_goes_away_is_passed_on() -> None:
    """`epubforge build -o - | head`: whoever started us knows what a broken pipe means."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as pipe, pytest.raises(BrokenPipeError):
        write_stream(sample_publication(), pipe)
