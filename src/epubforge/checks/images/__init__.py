"""Whether pictures are good enough to be shown."""
