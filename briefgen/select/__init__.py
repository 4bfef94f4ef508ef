"""Select: the points that matter to an audience, with the value of each."""

from briefgen.select.ranking import has_asides, missing_parts, select

__all__ = ["has_asides", "missing_parts", "select"]
