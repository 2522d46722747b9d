"""Whether a file follows the grammar of its kind."""
