"""A book in, its pages and its stylesheet out, as a theme draws them."""
