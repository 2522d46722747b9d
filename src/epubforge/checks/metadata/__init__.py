"""What shops and libraries are told of the book."""
