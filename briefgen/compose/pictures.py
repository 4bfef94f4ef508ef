"""Pictures of an argument, each with its description and its credit."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.compose.exhibit import ExhibitEntry
from briefgen.types.argument import Argument
from briefgen.types.block import PICTURE_HEIGHT_PT, Illustration, Origin
from briefgen.types.picture import Picture
from briefgen.types.supplements import Image

PICTURE_PRIORITY = 3
"""Pictures have no rank of their own: the first is printed first."""

Pictures = Mapping[str, Picture]
"""The pictures that were read, by the ids of the argument's images."""


def images(argument: Argument) -> tuple[Image, ...]:
    """Return the images that a brief may print, which the issuer's logo is none of."""
    return tuple(image for image in argument.images if image.id != argument.issuer.logo)


def picture_entry(
    image: Image, picture: Picture, height_pt: float | None, at: Origin
) -> ExhibitEntry:
    """Return a picture, which can be chosen or left out by its id."""
    block = Illustration(
        image.id, picture, image.alt, image.credit or "", at, height_pt or PICTURE_HEIGHT_PT
    )
    return ExhibitEntry(image.id, PICTURE_PRIORITY, (block,))
