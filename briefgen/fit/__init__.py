"""Fit: every choice of a draft made, so that the measured page count holds."""

from briefgen.fit.contents import has_contents, with_pages
from briefgen.fit.fitting import fit
from briefgen.fit.omission import by_importance, omissions, unprinted
from briefgen.fit.overridden_draft import overrides_of

__all__ = [
    "by_importance",
    "fit",
    "has_contents",
    "omissions",
    "overrides_of",
    "unprinted",
    "with_pages",
]
