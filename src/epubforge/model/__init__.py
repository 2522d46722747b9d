"""What a book is: frozen values that flow between the stages."""
