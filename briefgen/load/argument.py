"""Read an argument."""

from __future__ import annotations

import os

from briefgen.load.document import read_data, to_model
from briefgen.types.argument import Argument
from briefgen.types.place import Places


def read_argument(path: str | os.PathLike[str]) -> Argument:
    """Return the argument that a YAML or JSON file holds, with the line of each of its values.

    Raises:
        LoadError: everything that is wrong with the file, its syntax or its values, at once.
    """
    data, places = read_data(path)
    return with_places(to_model(data, Argument, places), places)


def with_places(argument: Argument, places: Places) -> Argument:
    """Set where an argument was read. Only `load` may: the argument is frozen for all others."""
    argument._places = places  # noqa: SLF001
    return argument
