"""What the shops take that a book is for; each finding names the shop."""
