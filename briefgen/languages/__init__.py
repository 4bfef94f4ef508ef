"""What compose and check both know of a language: abbreviations, and what a number stands beside.

Words that a brief prints stand in the catalogue of labels, and words that only rules look for in
the lexicons of `check`; what both must agree on stands here, once, as data in a file a language.
"""

from briefgen.languages.conventions import Conventions, conventions

__all__ = ["Conventions", "conventions"]
