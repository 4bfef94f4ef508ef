"""Select: the points that matter to an audience, with the value of each."""

from briefgen.select.ranking import missing_parts, select

__all__ = ["missing_parts", "select"]
