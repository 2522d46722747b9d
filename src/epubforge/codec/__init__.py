"""The one door to Pillow: what a picture file is, decoded and encoded."""
