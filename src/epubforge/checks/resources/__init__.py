"""Whether the files of a finished EPUB are there, and hang together."""
