"""Pictures made ready for the book, and the cover that is made where there is none."""
