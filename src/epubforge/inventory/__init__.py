"""A finished EPUB, ours or a stranger's, turned into a list of what is in it."""
