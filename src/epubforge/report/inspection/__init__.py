"""The inventory of a book put into words, and into JSON."""
