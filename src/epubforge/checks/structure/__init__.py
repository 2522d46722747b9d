"""How the book is divided and named."""
