"""A book's pages as pictures, drawn by a browser that nobody sees."""
