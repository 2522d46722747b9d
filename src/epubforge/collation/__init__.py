"""Two books laid side by side: what a reader, a shop or a publisher would find changed."""
