"""The disk turned into a `Project`: settings, chapters, pictures, captions, theme and date."""
