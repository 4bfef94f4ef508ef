"""Mark an argument's edition: number, date, status and so on, given for one brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefgen.load.document import to_model
from briefgen.types.argument import Argument
from briefgen.types.article import Edition
from briefgen.types.finding import LoadError
from briefgen.types.source_map import SourceMap

EMBARGO, STATUS = "embargo", "status"


def with_edition(argument: Argument, marks: Mapping[str, str]) -> Argument:
    """Return an argument whose edition bears some marks, over those that its file gives.

    A date of embargo makes the status embargoed, unless a status is given with it; another status
    ends an embargo.

    Raises:
        LoadError: a mark that there is not, or a value that cannot be one.
    """
    held = argument.edition.model_dump(exclude_none=True)
    if EMBARGO in marks:
        held[STATUS] = "embargoed"
    elif marks.get(STATUS, "embargoed") != "embargoed":
        held.pop(EMBARGO, None)
    try:
        edition = to_model({**held, **marks}, Edition, SourceMap())
    except LoadError as error:
        raise LoadError(
            replace(finding, path=("edition", *finding.path)) for finding in error.findings
        ) from None
    return argument.model_copy(update={"edition": edition})
