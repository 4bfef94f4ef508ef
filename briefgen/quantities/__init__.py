"""Figures read from words: `read_quantity` of a span, `find_quantities` of a sentence.

They know no argument: what compares one with its article, what proposes one and what loads one
read figures the same way.
"""

from briefgen.quantities.reading import find_quantities, or_more, read_quantity

__all__ = ["find_quantities", "or_more", "read_quantity"]
