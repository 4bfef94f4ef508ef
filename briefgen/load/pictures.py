"""Read the pictures of an argument: from its own folder, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

from briefgen.cache import kept_with_files
from briefgen.load.images import read_picture
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError
from briefgen.types.picture import Picture

Room = tuple[float, float]
"""Width and height in points: what a picture can take on the page at most."""


def read_pictures(argument: Argument, room_pt: Room) -> dict[str, Picture]:
    """Return the pictures of an argument by their ids, as fine as print needs them in a room.

    Files are found from the folder of the argument's own file; of an argument built in Python,
    from the working folder.

    Raises:
        LoadError: every picture that cannot be read or that is refused; see `read_picture`.
    """
    root = Path(argument.places.file or "").parent
    found: dict[str, Picture] = {}
    findings: list[Finding] = []
    for number, image in enumerate(argument.images):
        try:
            found[image.id] = _read(image.file, root, room_pt)[0]
        except LoadError as error:
            path = ("images", number, "file")
            findings += [_placed(fault, argument, path) for fault in error.findings]
    if findings:
        raise LoadError(findings)
    return found


def _placed(fault: Finding, argument: Argument, path: tuple[str | int, ...]) -> Finding:
    """Return a fault of a picture's file as one of the argument that names it."""
    message = f'"{fault.file}" {fault.message}'
    places = argument.places
    return Finding(
        fault.code, message, fault.hint, path=path, file=places.file, line=places.line(path)
    )


@kept_with_files(32, lambda read: (read[1],))
def _read(file: str, root: Path, room_pt: Room) -> tuple[Picture, Path]:
    return read_picture(file, root, room_pt), root / file
