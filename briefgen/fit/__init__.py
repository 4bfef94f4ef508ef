"""Fit: every choice of a draft made, so that the measured page count holds."""

from briefgen.fit.contents import has_contents, with_pages
from briefgen.fit.explaining import decisions
from briefgen.fit.fitting import fit
from briefgen.fit.footnotes import with_footnotes
from briefgen.fit.hand import hand_of
from briefgen.fit.omission import by_importance, omissions, unprinted

__all__ = [
    "by_importance",
    "decisions",
    "fit",
    "hand_of",
    "has_contents",
    "omissions",
    "unprinted",
    "with_footnotes",
    "with_pages",
]
