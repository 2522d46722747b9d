"""XML read once: a light tree whose elements know where they stand."""
