"""Stylesheets read: rules, selectors, and which of them an element answers to."""
