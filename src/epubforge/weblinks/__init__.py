"""Addresses of the web in, what their hosts answer out; asked only where somebody wants it."""
