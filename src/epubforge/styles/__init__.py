"""CSS read: the one door to tinycss2."""
