"""DAISY Ace as a second opinion: finished books to its report, this to findings."""
