"""Whether the package document says what is true, and what readers need."""
