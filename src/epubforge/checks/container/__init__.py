"""Whether a finished EPUB holds what every reading system needs."""
