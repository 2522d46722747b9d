"""What leads to what."""
