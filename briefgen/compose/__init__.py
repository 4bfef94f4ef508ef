"""Compose: content template and argument into a draft whose choices are still open."""

from briefgen.compose.draft import (
    ThemePage,
    asked_forms,
    compose,
    identity_of,
    required_points,
)

__all__ = [
    "ThemePage",
    "asked_forms",
    "compose",
    "identity_of",
    "required_points",
]
