"""What depends on a language: labels, names and typography."""
