"""What a length requires of an argument, and of what its reader gets."""

from __future__ import annotations

from briefgen.types.argument import Argument
from briefgen.types.finding import Finding
from briefgen.types.profile import Length
from briefgen.types.selection import Selection


def missing_parts(argument: Argument, selection: Selection, length: Length) -> tuple[Finding, ...]:
    """Return an error for each part that a length requires and its reader would not get.

    Either the argument has none, or the audience gives it no weight.
    """
    found: list[Finding] = []
    for part in length.requires:
        reader = selection.audience.name
        if not argument.points(part):
            code, lack = "part-required", "the argument has none"
            hint = f"write {part} if the article has them, or choose another length"
        elif not selection.parts.get(part):
            code, lack = "part-unwanted", f"the audience {reader} gets none"
            hint = f"give {part} a weight, and a stance that goes so far, or choose another reader"
        else:
            continue
        message = f"are required by the length {length.name}, and {lack}"
        found.append(Finding(code, message, hint, (part.value,), file=argument.places.file))
    return tuple(found)
