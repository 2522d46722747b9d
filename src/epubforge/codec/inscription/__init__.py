"""What a picture file says of itself: IPTC, XMP, EXIF and PNG texts, read without decoding."""
