"""Where links and pictures lead."""

from __future__ import annotations

import pytest

from epubforge.markdown.destination import Leads, link_leads, picture_leads


@pytest.mark.parametrize(
    ("target", "link", "picture"),
    [
        ("02-x.md#y", Leads.INSIDE, Leads.INSIDE),
        ("#y", Leads.INSIDE, Leads.INSIDE),
        ("a:b.md", Leads.INSIDE, Leads.INSIDE),
        ("C:\\x.png", Leads.INSIDE, Leads.INSIDE),
        ("", Leads.NOWHERE, Leads.NOWHERE),
        (" \n", Leads.NOWHERE, Leads.NOWHERE),
        ("https://x.org", Leads.OUTSIDE, Leads.OUTSIDE),
        ("HTTP://x.org", Leads.OUTSIDE, Leads.OUTSIDE),
        ("//x.org/y", Leads.OUTSIDE, Leads.OUTSIDE),
        ("ftp://x.org/y.png", Leads.INSIDE, Leads.OUTSIDE),
        ("mailto:a@b.org", Leads.OUTSIDE, Leads.OUTSIDE),
        ("tel:+49", Leads.OUTSIDE, Leads.OUTSIDE),
        ("javascript:x", Leads.UNSAFE, Leads.UNSAFE),
        ("java\tscript:x", Leads.UNSAFE, Leads.UNSAFE),
        ("\u200bJavaScript:x", Leads.UNSAFE, Leads.UNSAFE),
        ("data:text/html,x", Leads.UNSAFE, Leads.OUTSIDE),
        ("file:///etc/passwd", Leads.UNSAFE, Leads.OUTSIDE),
    ],
)
def test_where_it_leads(target: str, link: Leads, picture: Leads) -> None:
    """Known schemes lead outside, programs and files nowhere good, all else inside."""
    assert (link_leads(target), picture_leads(target)) == (link, picture)
