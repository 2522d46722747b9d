"""Whether each page, drawing, style, contents or overlay of a finished EPUB is made as it must be."""
