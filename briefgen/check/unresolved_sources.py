"""Sources whose address is not known are said once, not at each of them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def unresolved_sources(argument: Argument) -> Iterator[Remark]:
    """Remark, once, how many sources are unresolved."""
    total = len(argument.sources)
    if count := sum(source.status == "unresolved" for source in argument.sources):
        message = f"{count} of {total} have neither an address nor a reference"
        yield Remark(("sources",), message, "add what is known; invent nothing")
