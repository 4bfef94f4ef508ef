"""A Word template as it was read: a package, after every guard has let it through."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from briefgen.ooxml.package import Package
from briefgen.types.finding import Finding


class WordTemplate(Struct, frozen=True):
    """A `.docx` that may be filled. `file` is where it was read, for errors.

    `warnings` say what was left out of it. `styles` says what the template calls a style whose
    usual name it does not know, both in lower case. `derived` are the styles that it lacks, each
    with that from which it is made, and `adjusted` those of its own that a brief cannot be printed
    in as they are, each with the reason.
    """

    name: str
    file: str
    package: Package
    warnings: tuple[Finding, ...] = ()
    styles: Mapping[str, str] = field(default_factory=dict)
    derived: Mapping[str, str] = field(default_factory=dict)
    adjusted: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.name, self.file, self.package))
