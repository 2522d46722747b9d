"""Documents and pictures in, a book out: names, links, contents and generated pages decided."""
