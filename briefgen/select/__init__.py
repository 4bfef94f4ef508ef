"""Select: the points that matter to an audience, with the value of each."""

from briefgen.select.ranking import select
from briefgen.select.required import missing_parts

__all__ = ["missing_parts", "select"]
