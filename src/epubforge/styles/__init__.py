"""CSS read, with its places and as rules that elements answer to: the one door to tinycss2."""
