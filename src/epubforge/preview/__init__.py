"""The book in the browser, live: the resources that a build would pack, served as they are made."""
