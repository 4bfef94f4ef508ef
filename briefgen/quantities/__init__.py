"""Figures read from words: `find_quantities` of a sentence.

They know no argument: what compares one with its article and what proposes one read figures the
same way.
"""

from briefgen.quantities.finding import find_quantities

__all__ = ["find_quantities"]
