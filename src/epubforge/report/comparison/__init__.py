"""What changed between two books put into words, and into JSON."""
