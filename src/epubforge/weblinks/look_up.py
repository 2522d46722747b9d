"""Many addresses asked for side by side, each host by one of us."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from threading import Event, Thread

from epubforge.weblinks.address import Address, read_address
from epubforge.weblinks.answer import Answer, Outcome
from epubforge.weblinks.follow import follow
from epubforge.weblinks.kept import Kept
from epubforge.weblinks.manners import Manners
from epubforge.weblinks.turns import Turns

Tell = Callable[[int, int], None]
"""Told how many addresses are done, and how many there are."""


def look_up(
    addresses: Iterable[str], manners: Manners, kept: Kept, tell: Tell
) -> dict[str, Answer | None]:
    """The answer to each address; None where it was not asked for, as there are too many.

    What is no address of the web is left out: other rules name its fault.
    """
    read = {text: address for text in addresses if (address := read_address(text)) is not None}
    wanted = list(dict.fromkeys(read.values()))
    known = {each: answer for each in wanted if (answer := kept.get(each.text)) is not None}
    asked = [each for each in wanted if each not in known][: manners.most_links]
    tell(len(known), len(known) + len(asked))
    for done, (address, answer) in enumerate(_asked(asked, manners), len(known) + 1):
        known[address] = answer
        kept.put(address.text, answer)
        tell(done, len(wanted))
    kept.write()
    if _is_offline([known[address] for address in asked]):
        known |= {each: _UNKNOWN for each in asked if known[each].outcome is Outcome.NO_HOST}
    return {text: known.get(address) for text, address in read.items()}


_UNKNOWN = Answer(Outcome.UNREACHABLE, "no host can be looked up; is there a network?")


def _is_offline(answers: list[Answer]) -> bool:
    """Whether no host at all was there: some systems say so of every name without a network."""
    silent = {Outcome.NO_HOST, Outcome.UNREACHABLE}
    return len(answers) > 1 and all(answer.outcome in silent for answer in answers)


def _asked(addresses: list[Address], manners: Manners) -> Iterable[tuple[Address, Answer]]:
    """Each address with its answer, as they come."""
    hosts: dict[str, list[Address]] = {}
    for address in addresses:
        hosts.setdefault(address.host, []).append(address)
    waiting: SimpleQueue[list[Address]] = SimpleQueue()
    for group in hosts.values():
        waiting.put(group)
    answers: SimpleQueue[tuple[Address, Answer] | BaseException] = SimpleQueue()
    turns, is_over = Turns(manners), Event()

    def work() -> None:
        try:
            while not is_over.is_set():
                for address in waiting.get_nowait():
                    if not is_over.is_set():
                        answers.put((address, follow(address, manners, turns)))
        except Empty:
            return
        except BaseException as error:
            answers.put(error)

    try:
        for _ in range(min(manners.hosts_at_once, len(hosts))):
            # Of their own accord, so that Ctrl-C need not wait for the slowest host.
            Thread(target=work, daemon=True).start()
        for _ in addresses:
            answer = answers.get()
            if isinstance(answer, BaseException):
                raise answer
            yield answer
    finally:
        is_over.set()
