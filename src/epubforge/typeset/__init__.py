"""A chapter's body set into pages of a fixed size, line by line, in the very fonts of the book."""
