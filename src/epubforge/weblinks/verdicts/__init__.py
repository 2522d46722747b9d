"""What an answer means for a link: a rule a file."""
