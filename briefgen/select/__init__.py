"""Select: the points that matter to an audience, with what each is worth to it."""

from briefgen.select.ranking import select
from briefgen.select.required import missing_parts

__all__ = ["missing_parts", "select"]
