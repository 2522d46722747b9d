"""Composition families and the running order of the hundred prints."""
