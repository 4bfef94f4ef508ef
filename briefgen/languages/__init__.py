"""The words of each language, as data, a file a language.

`conventions` is what compose and check must agree on: abbreviations, and what a number stands
beside. `lexicon` has the words that only rules of check look for. Words that a brief prints stand
in the catalogue of labels.
"""

from briefgen.languages.conventions import Conventions, conventions

__all__ = ["Conventions", "conventions"]
