"""What e-readers make of styles: advice on stylesheets, of our books and of strangers'."""
