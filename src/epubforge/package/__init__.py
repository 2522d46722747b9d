"""From a book's pages to a publication, from a publication to a file, and from a file back."""
