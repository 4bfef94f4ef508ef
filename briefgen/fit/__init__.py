"""Fit: every choice of a draft made, so that the measured page count holds."""

from briefgen.fit.fitting import fit
from briefgen.fit.omission import omissions

__all__ = ["fit", "omissions"]
