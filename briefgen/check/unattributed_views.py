"""A cited view belongs to somebody, and the reader must see to whom."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import points
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def unattributed_views(argument: Argument) -> Iterator[Remark]:
    """Remark each point that is attributed to a cited work without source or name."""
    for path, point in points(argument):
        attribution = point.attribution
        if attribution.by == "cited" and not (attribution.source or attribution.name):
            message = "is a cited view, but neither its source nor its name is given"
            hint = "write {by: cited, source: …, name: …}; or unnamed, if nobody is named"
            yield Remark((*path, "attribution"), message, hint)
