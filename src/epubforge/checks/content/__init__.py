"""Whether each page, drawing, style and overlay of a finished EPUB is made as it must be."""
