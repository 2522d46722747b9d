"""What shops say of a book's accessibility, computed as W3C's Display Guide tells them to.

https://www.w3.org/publishing/a11y/metadata-display-guide/techniques/epub/ (version 2.1; the
sections are named where they are followed). The statements are the guide's own short ones, which
shops show word for word; without information the guide leaves a section out, but for the first two.
"""
