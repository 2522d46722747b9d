"""The descriptions of a book's pictures as a spreadsheet, and back into the manuscript."""
