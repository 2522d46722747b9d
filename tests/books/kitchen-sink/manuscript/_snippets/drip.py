"""How long a tap drips."""


def drip(drops: int) -> float:
    """Seconds until the bowl is full."""
    return drops * 0.8  # a slow tap


EVENING = drip(1200)
