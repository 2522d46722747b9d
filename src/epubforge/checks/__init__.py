"""Questions asked of a finished book: each rule one file, found by walking this package."""
