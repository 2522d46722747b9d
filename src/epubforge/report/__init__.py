"""Findings turned into words, for people and for programs."""
