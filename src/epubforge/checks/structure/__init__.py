"""Rules on chapters and their titles."""
