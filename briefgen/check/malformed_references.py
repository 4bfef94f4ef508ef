"""A reference that is not written as one would be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.prose import REFERENCE

_LIKE_ONE = re.compile(r"(?<!\\)\[\s*[@#>][^\]\n]*(?:\]|$)", re.MULTILINE)


def malformed_references(argument: Argument) -> Iterator[Remark]:
    """Remark each `[@…]`, `[#…]` or `[>…]` that does not hold exactly one id."""
    for passage in passages(argument):
        for found in _LIKE_ONE.finditer(passage.text):
            if not REFERENCE.fullmatch(found[0]):
                shown = found[0] if len(found[0]) <= 40 else f"{found[0][:37]}..."  # noqa: PLR2004
                message = f"has {shown}, which is no reference"
                hint = "write one id: [@source], [#fact] or [>quotation]; or \\[ for a bracket"
                yield Remark(passage.path, message, hint)
