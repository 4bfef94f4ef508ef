"""Citations and lists of sources as a style of CSL has them, made by citeproc-py."""

from briefgen.csl.formatting import Formatted, formatted

__all__ = ["Formatted", "formatted"]
