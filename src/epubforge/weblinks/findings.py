"""From a link and what its host answered to findings, at every place where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Diagnostic
from epubforge.weblinks.answer import Answer, Link
from epubforge.weblinks.verdicts.web_certificate_invalid import web_certificate_invalid
from epubforge.weblinks.verdicts.web_host_unknown import web_host_unknown
from epubforge.weblinks.verdicts.web_link_dead import web_link_dead
from epubforge.weblinks.verdicts.web_link_endless import web_link_endless
from epubforge.weblinks.verdicts.web_link_moved import web_link_moved
from epubforge.weblinks.verdicts.web_link_private import web_link_private
from epubforge.weblinks.verdicts.web_link_refused import web_link_refused
from epubforge.weblinks.verdicts.web_link_unreachable import web_link_unreachable

_VERDICTS = (
    web_link_dead,
    web_host_unknown,
    web_link_moved,
    web_link_unreachable,
    web_link_refused,
    web_certificate_invalid,
    web_link_endless,
    web_link_private,
)


def findings(link: Link, answer: Answer) -> Iterator[Diagnostic]:
    """What an answer means for a link, at each of its places."""
    for verdict in _VERDICTS:
        yield from verdict(link, answer)
