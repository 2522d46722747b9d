"""One address followed to its end: redirections, refusals of HEAD, hosts that want us to wait."""

from __future__ import annotations

import time
from datetime import UTC
from email.utils import parsedate_to_datetime

from epubforge.weblinks.address import Address, joined
from epubforge.weblinks.answer import Answer, Outcome
from epubforge.weblinks.door import NoAnswer, Response, ask
from epubforge.weblinks.manners import Manners
from epubforge.weblinks.turns import Turns

_REDIRECTED = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_COME_LATER = frozenset({429, 503})


def follow(address: Address, manners: Manners, turns: Turns) -> Answer:
    """What an address leads to."""
    moved_to: str | None = None
    for_good = True
    for _ in range(manners.most_steps + 1):
        try:
            response = _answer(address, manners, turns)
        except NoAnswer as why:
            return Answer(why.outcome, str(why))
        if response.status not in _REDIRECTED or response.location is None:
            return _judged(response, moved_to)
        following = joined(address, response.location)
        if following is None:
            said = f"{response.said}, to what is no address of the web"
            return Answer(Outcome.REFUSED, said)
        for_good = for_good and response.status in _FOR_GOOD
        moved_to = following.text if for_good else moved_to
        address = following
    return Answer(Outcome.ENDLESS, f"it is redirected more than {manners.most_steps} times")


def _judged(response: Response, moved_to: str | None) -> Answer:
    if response.status < 400:
        return Answer(Outcome.FOUND, response.said, moved_to)
    if response.status in _GONE:
        return Answer(Outcome.GONE, response.said)
    if response.status >= 500 or response.status in _COME_LATER:
        return Answer(Outcome.UNREACHABLE, f"it answers {response.said}")
    return Answer(Outcome.REFUSED, response.said)


def _answer(address: Address, manners: Manners, turns: Turns) -> Response:
    """Raises NoAnswer. HEAD first, which costs the host least; many answer it wrongly."""
    try:
        response = _patient("HEAD", address, manners, turns)
        if response.status < 400 or response.status in _COME_LATER:
            return response
    except NoAnswer as why:
        if why.is_silence or why.outcome is not Outcome.UNREACHABLE:
            raise
    return _patient("GET", address, manners, turns)


def _patient(method: str, address: Address, manners: Manners, turns: Turns) -> Response:
    """As `_once`; where the host says when to come back, and it is soon, once more then."""
    response = _once(method, address, manners, turns)
    if response.status in _COME_LATER:
        wait = _seconds(response.retry_after)
        if wait is not None and wait <= manners.longest_wait_seconds:
            turns.later(address.site, wait)
            return _once(method, address, manners, turns)
    return response


def _once(method: str, address: Address, manners: Manners, turns: Turns) -> Response:
    if turns.is_silent(address.site):
        raise NoAnswer(Outcome.UNREACHABLE, "its host did not answer before", is_silence=True)
    with turns.at(address.site):
        try:
            response = ask(method, address, manners)
        except NoAnswer as why:
            if why.is_silence:
                turns.fell_silent(address.site)
            raise
        turns.spoke(address.site)
        return response


def _seconds(retry_after: str | None) -> float | None:
    """https://www.rfc-editor.org/rfc/rfc9110#name-retry-after; None where it does not say."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, when.timestamp() - time.time())
