"""Select: the points that matter to an audience, with what each is worth to it."""

from briefgen.select.ranking import select

__all__ = ["select"]
