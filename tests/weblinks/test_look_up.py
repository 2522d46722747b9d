"""Addresses asked for at a real host on this machine, and what that makes of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from epubforge.weblinks.answer import Answer, Outcome
from epubforge.weblinks.kept import Kept
from epubforge.weblinks.look_up import look_up
from epubforge.weblinks.manners import Manners
from weblinks.server import Host, closed_port, host, silent_port

QUICK = Manners(
    allowed=frozenset({"127.0.0.1"}), pause_seconds=0.0, read_seconds=0.3, connect_seconds=1.0
)


@pytest.fixture
def web() -> Iterator[Host]:
    with host() as running:
        yield running


def answer(address: str, manners: Manners = QUICK) -> Answer:
    found = look_up([address], manners, Kept(None, 0), lambda done, total: None)[address]
    assert found is not None
    return found


def outcome(address: str, manners: Manners = QUICK) -> Outcome:
    return answer(address, manners).outcome


def test_what_is_there_is_found_by_one_question(web: Host) -> None:
    """HEAD is enough, and says who asks; nothing that could identify the reader is sent."""
    assert answer(web.at("/there?a=b#part")) == Answer(Outcome.FOUND, "200 OK")
    ((method, path, headers),) = web.asked
    assert (method, path) == ("HEAD", "/there?a=b")
    assert headers["User-Agent"].startswith("epubforge/")
    assert headers["Host"] == f"127.0.0.1:{web.port}"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Connection", "Accept-Encoding"}


def test_names_and_passwords_are_not_sent(web: Host) -> None:
    """What an address says before an @ stays here."""
    address = web.at("/there").replace("//", "//ada:secret@")
    assert outcome(address) is Outcome.FOUND
    assert "secret" not in str(web.asked)


@pytest.mark.parametrize("status", [404, 410])
def test_dead(web: Host, status: int) -> None:
    """It is dead when GET says so too; the words are ours, not those that the host sends."""
    found = answer(web.at(f"/status/{status}"))
    assert found.outcome is Outcome.GONE
    assert found.said in {"404 Not Found", "410 Gone"}
    assert web.lines == [f"HEAD /status/{status}", f"GET /status/{status}"]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500, 501])
def test_get_is_asked_where_head_is_refused(web: Host, status: int) -> None:
    """Many hosts answer HEAD wrongly."""
    assert outcome(web.at(f"/head-refused/{status}")) is Outcome.FOUND


def test_get_is_asked_where_head_is_dropped(web: Host) -> None:
    """Some close the connection."""
    assert outcome(web.at("/head-dropped")) is Outcome.FOUND


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (204, Outcome.FOUND),
        (304, Outcome.FOUND),
        (401, Outcome.REFUSED),
        (403, Outcome.REFUSED),
        (451, Outcome.REFUSED),
        (429, Outcome.UNREACHABLE),
        (500, Outcome.UNREACHABLE),
        (503, Outcome.UNREACHABLE),
        (999, Outcome.REFUSED),
    ],
)
def test_other_answers(web: Host, status: int, expected: Outcome) -> None:
    """Only what a host says is gone is gone."""
    expected = Outcome.UNREACHABLE if status == 999 else expected
    assert outcome(web.at(f"/status/{status}")) is expected


@pytest.mark.parametrize("status", [301, 308])
def test_moved_for_good(web: Host, status: int) -> None:
    """The new address is named."""
    assert answer(web.at(f"/moved/{status}/there")).moved_to == web.at("/there")


def test_moved_for_good_and_then_for_today(web: Host) -> None:
    """Only the steps before the first passing one are for good."""
    found = answer(web.at("/moved/301/moved/302/moved/301/there"))
    assert found.moved_to == web.at("/moved/302/moved/301/there")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_moved_for_today(web: Host, status: int) -> None:
    """No new address: the old one stays right."""
    assert answer(web.at(f"/moved/{status}/there")).moved_to is None


def test_moved_to_nothing(web: Host) -> None:
    """What is dead in the end is dead."""
    assert answer(web.at("/moved/301/status/404")) == Answer(Outcome.GONE, "404 Not Found")


def test_redirections_end(web: Host) -> None:
    """Ten are followed, an eleventh is not."""
    assert outcome(web.at("/circle")) is Outcome.ENDLESS
    assert len(web.asked) == QUICK.most_steps + 1
    assert outcome(web.at("/steps/10")) is Outcome.FOUND
    assert outcome(web.at("/steps/11")) is Outcome.ENDLESS


def test_redirected_off_the_web(web: Host) -> None:
    """Files of this machine are not opened."""
    assert answer(web.at("/to-file")).outcome is Outcome.REFUSED


def test_redirected_to_a_private_machine(web: Host) -> None:
    """Every step is looked at, not only the first."""
    assert answer(web.at("/away")) == Answer(
        Outcome.PRIVATE, "169.254.169.254 is not a public host"
    )


@pytest.mark.parametrize(
    "named",
    ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.0.0.1", "192.168.1.1", "169.254.169.254",
     "100.64.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[fd00::1]", "224.0.0.1"],
)  # fmt: skip
def test_private_machines_are_not_asked(web: Host, named: str) -> None:
    """Whatever way they are written."""
    manners = replace(QUICK, allowed=frozenset())
    assert outcome(f"http://{named}:{web.port}/there", manners) is Outcome.PRIVATE
    assert web.asked == []


def test_a_name_of_a_private_machine(web: Host) -> None:
    """What counts is the number that the name stands for, which is then connected to."""
    asked: list[str] = []

    def resolve(name: str, port: int) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"] if len(asked) == 1 else ["93.184.215.14"]

    manners = replace(QUICK, resolve=resolve)
    assert outcome(f"http://innocent.example:{web.port}/there", manners) is Outcome.PRIVATE
    assert (asked, web.asked) == (["innocent.example"], [])


def test_a_host_of_another_script(web: Host) -> None:
    """Its name is looked up as the web writes it."""
    asked: list[str] = []

    def resolve(name: str, port: int) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"]

    manners = replace(QUICK, resolve=resolve, allowed=frozenset({"xn--strae-oqa.example"}))
    assert outcome(f"http://STRAẞE.example:{web.port}/there/ü b", manners) is Outcome.FOUND
    assert asked == ["xn--strae-oqa.example"]
    assert web.lines == ["HEAD /there/%C3%BC%20b"]


def test_no_such_host() -> None:
    """A name that is kept free for this purpose; without a network nothing is known of it."""
    assert outcome("http://nothing.invalid/") in {Outcome.NO_HOST, Outcome.UNREACHABLE}


def test_without_a_network_no_name_is_misspelt() -> None:
    """Where no host at all can be looked up, that says nothing of the links."""

    def resolve(name: str, port: int) -> list[str]:
        import socket

        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    manners = replace(QUICK, resolve=resolve)
    two = ["http://one.example/", "http://two.example/"]
    found = look_up(two, manners, Kept(None, 0), lambda done, total: None)
    assert {each.outcome for each in found.values() if each} == {Outcome.UNREACHABLE}
    assert outcome(two[0], manners) is Outcome.NO_HOST


def test_nobody_listens() -> None:
    """Nothing is known."""
    assert outcome(f"http://127.0.0.1:{closed_port()}/") is Outcome.UNREACHABLE


def test_a_silent_host_is_given_up() -> None:
    """After two of its addresses it is not asked for the rest."""
    with silent_port() as port:
        addresses = [f"http://127.0.0.1:{port}/{number}" for number in range(50)]
        found = look_up(addresses, QUICK, Kept(None, 0), lambda done, total: None)
    said = [each.said for each in found.values() if each]
    assert said.count("it did not answer in time") == QUICK.most_silences
    assert said.count("its host did not answer before") == 50 - QUICK.most_silences


def test_a_host_that_drips(web: Host) -> None:
    """An answer that never ends is cut at the whole time, not at that between two bytes."""
    manners = replace(QUICK, whole_seconds=0.6)
    began = time.monotonic()
    assert answer(web.at("/drip"), manners).said == "it did not answer in time"
    assert time.monotonic() - began < 5


def test_a_host_that_talks_nonsense(web: Host) -> None:
    """No HTTP, no answer."""
    assert outcome(web.at("/nonsense")) is Outcome.UNREACHABLE


def test_a_host_that_hangs_up(web: Host) -> None:
    """Neither HEAD nor GET is answered."""
    assert answer(web.at("/dropped")).said == "the connection was closed"


def test_bodies_are_not_read(web: Host) -> None:
    """Of a page without an end no more is sent than lies on the way."""
    assert outcome(web.at("/huge")) is Outcome.FOUND
    time.sleep(0.2)
    sent = web.lines.count("SENT /huge")
    time.sleep(0.2)
    assert web.lines.count("SENT /huge") == sent < 1_000


def test_a_host_that_wants_us_to_come_back(web: Host) -> None:
    """We come when it says, once."""
    assert outcome(web.at("/later/1")) is Outcome.FOUND
    assert web.times[1] - web.times[0] >= 0.9
    assert outcome(web.at("/always-later")) is Outcome.UNREACHABLE
    assert web.lines.count("HEAD /always-later") == 2


def test_a_host_that_wants_us_to_come_back_tomorrow(web: Host) -> None:
    """We do not wait."""
    assert outcome(web.at("/later/86400")) is Outcome.UNREACHABLE
    assert len(web.asked) == 1


def test_a_certificate_that_nobody_signed() -> None:
    """Browsers warn of it, and so do we."""
    with host(secure=True) as web:
        found = answer(f"https://127.0.0.1:{web.port}/there")
    assert found.outcome is Outcome.UNTRUSTED
    assert found.said == "its certificate is not valid (self-signed certificate)"


def test_a_host_without_tls(web: Host) -> None:
    """No secure connection, no answer."""
    assert outcome(web.at("/there").replace("http:", "https:")) is Outcome.UNREACHABLE


def test_one_host_is_asked_one_question_at_a_time_with_a_pause(web: Host) -> None:
    """Ten links of one host take nine pauses."""
    manners = replace(QUICK, pause_seconds=0.1)
    addresses = [web.at(f"/there/{number}") for number in range(5)]
    look_up(addresses, manners, Kept(None, 0), lambda done, total: None)
    pauses = [later - sooner for sooner, later in zip(web.times, web.times[1:], strict=False)]
    assert min(pauses) >= 0.09


def test_too_many_links(web: Host) -> None:
    """The rest is said not to be known."""
    manners = replace(QUICK, most_links=3)
    addresses = [web.at(f"/there/{number}") for number in range(5)]
    found = look_up(addresses, manners, Kept(None, 0), lambda done, total: None)
    assert [each is None for each in found.values()] == [False, False, False, True, True]
    assert len(web.asked) == 3


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "mailto:a@b.example", "http://", "http://a b/", "http://[::1", "x.xhtml",
     "http://a.example:70000/", "http://a..example/", f"http://a.example/{'x' * 3_000}",
     "http://exa\nmple\r\nX-Evil: 1/"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_left_alone(address: str) -> None:
    """Other rules name its fault."""
    assert look_up([address], QUICK, Kept(None, 0), lambda done, total: None) == {}


def test_what_was_found_is_remembered_for_a_day(web: Host, tmp_path: Path) -> None:
    """What was not found is asked for again: it may be mended."""
    file = tmp_path / "deep" / "links.json"
    addresses = [web.at("/there"), web.at("/status/404"), web.at("/moved/301/there")]

    def run(now: float) -> dict[str, Answer | None]:
        web.asked.clear()
        return look_up(addresses, QUICK, Kept(file, now), lambda done, total: None)

    first = run(1_000_000)
    assert len(web.asked) == 5
    assert run(1_000_000 + 86_000) == first
    assert web.lines == ["HEAD /status/404", "GET /status/404"]
    run(1_000_000 + 87_000)
    assert len(web.asked) == 5
    assert [each.name for each in file.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"version": 1, "found": {"x": [1]}}'])
def test_a_damaged_memory_is_forgotten(web: Host, tmp_path: Path, content: str) -> None:
    """It is written anew."""
    file = tmp_path / "links.json"
    file.write_text(content, encoding="utf-8")
    kept = Kept(file, 1_000_000)
    look_up([web.at("/there")], QUICK, kept, lambda done, total: None)
    assert Kept(file, 1_000_000).get(web.at("/there")) == Answer(Outcome.FOUND, "200 OK")


def test_a_memory_that_cannot_be_written(web: Host, tmp_path: Path) -> None:
    """Nothing is remembered, and nothing fails."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    kept = Kept(tmp_path / "file" / "links.json", 0)
    look_up([web.at("/there")], QUICK, kept, lambda done, total: None)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"
