"""Pages of a flowing book laid out as pages of one size."""
