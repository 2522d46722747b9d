"""Grammars of what stands in a book's files, and whether a tree follows them.

The grammars are RELAX NG in its compact syntax, written from the specifications; a tree is held
against them by derivatives of patterns (James Clark, "An algorithm for RELAX NG validation").
"""
