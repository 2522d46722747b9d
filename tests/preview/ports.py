"""Where the previews of the tests listen."""

from __future__ import annotations

import os

FIRST = 20_000 + 500 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
"""The first port to try. Tests that run side by side take none from each other: what one of them
has just left must be free when it comes back. Below those that systems give to clients."""
