"""The Markdown stage: a chapter's text becomes its document, in one pure and total step."""
