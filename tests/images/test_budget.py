"""Bytes lent and given back."""

from __future__ import annotations

import threading

import pytest

from epubforge.images.budget import Budget


def test_what_is_too_much_together_waits() -> None:
    """The second borrower goes on only when the first has given back."""
    budget = Budget(100)
    order: list[str] = []

    def second() -> None:
        with budget.hold(60):
            order.append("second")

    with budget.hold(60):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.05)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_more_than_all_is_lent_to_one_alone() -> None:
    """The largest picture is prepared too."""
    budget = Budget(100)
    with budget.hold(1000):
        pass
    with budget.hold(100):
        pass


def test_a_failure_gives_back() -> None:
    """An exception in the block leaves nothing lent."""
    budget = Budget(100)
    with pytest.raises(ValueError, match="broken"), budget.hold(100):
        raise ValueError("broken")
    with budget.hold(100):
        pass
