"""W3C EPUBCheck as a second opinion: finished books to its messages, these to findings."""
