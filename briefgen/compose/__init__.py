"""Compose: content template and argument into a draft whose choices are still open."""

from briefgen.compose.draft import ContentTemplate, PageDesign, compose

__all__ = ["ContentTemplate", "PageDesign", "compose"]
