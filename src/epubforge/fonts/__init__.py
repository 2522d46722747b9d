"""Typefaces: read from a file, measured, and cut down to the letters that a book needs."""
