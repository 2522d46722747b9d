"""From a bibliography file and a book's citations to formatted citations and a bibliography."""
