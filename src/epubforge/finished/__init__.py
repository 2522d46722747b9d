"""A finished EPUB as its rules ask for it: package, documents read one at a time, references."""
