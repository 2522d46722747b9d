"""Whether the names in a finished EPUB mean the same to every system that unpacks it."""
