"""Citations and lists of sources as a style of CSL has them, made by citeproc-py."""
