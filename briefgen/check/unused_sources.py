"""A source that supports nothing."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.reference import mentions
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def unused_sources(argument: Argument) -> Iterator[Remark]:
    """Remark each source that nothing cites."""
    used = {mention.id for mention in mentions(argument) if mention.sign == "@"}
    for number, source in enumerate(argument.sources):
        if source.id not in used:
            message = f'nothing cites the source "{source.id}"'
            hint = f'cite it as [@{source.id}], or name it as evidence: "@{source.id}"'
            yield Remark(("sources", number), message, hint)
