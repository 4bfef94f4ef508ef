"""A link in prose leads to the web or to a mailbox, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import prose_texts
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_LINK = re.compile(
    r"""(?<!\\)\]\(\s*<?([A-Za-z][\w+.-]*:[^()\s<>]*    # [words](scheme:…
        |[^()\s<>]*(?=>?(?:\s+"[^"]*")?\s*\)))            # [words](anything)
    |(?<!\\)<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>          # <scheme:…>
    """,
    re.VERBOSE,
)
_SAFE = re.compile(r"https?://[^\s]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


def unsafe_links(argument: Argument) -> Iterator[Remark]:
    """Remark each link whose address is none of http, https and mailto."""
    for path, text in prose_texts(argument):
        for found in _LINK.finditer(text):
            address = found[1] if found[1] is not None else found[2]
            if not _SAFE.fullmatch(address):
                shown = address if len(address) <= 40 else f"{address[:37]}..."  # noqa: PLR2004
                message = f'links to "{shown}", which is no http, https or mailto address'
                hint = "give the whole address, or drop the link"
                yield Remark(path, message, hint)
