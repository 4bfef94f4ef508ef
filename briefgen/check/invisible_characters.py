"""Characters that nobody sees and that join or part what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_INVISIBLE = re.compile("[\u061c\u180e\u200b-\u200f\u2061-\u2064\u206a-\u206f\u3164\ufeff]")
"""Soft hyphen and word joiner are not among these: they are set on purpose, and are followed."""

_JOINERS = "\u200c\u200d\u200e\u200f"
_FIRST_JOINED = "\u0590"
"""Scripts from Hebrew on, and emoji, use joiners and direction marks rightly."""


def invisible_characters(argument: Argument) -> Iterator[Remark]:
    """Remark direction marks and zero-width characters, where no script needs them.

    What turns the direction of whole words is an error: see `unsupported_characters`.
    """
    for path, text in texts(argument):
        found = {
            match[0]
            for match in _INVISIBLE.finditer(text)
            if not (match[0] in _JOINERS and text[: match.start()][-1:] >= _FIRST_JOINED)
        }
        if found:
            codes = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(found))
            message = f"holds characters that nobody sees: {codes}"
            yield Remark(path, message, "delete them, unless the script needs them")
