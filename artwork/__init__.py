"""Draw the stand-in prints for *Heroes of Labour*: one hundred linocut miners and a cover."""
