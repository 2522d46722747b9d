"""What a reader who cannot see the page, or sees it badly, would miss."""
