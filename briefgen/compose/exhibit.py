"""What can be shown in several sizes, and what can be shown entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.types.argument import Argument
from briefgen.types.block import PICTURE_HEIGHT_PT, Block, Illustration, Origin
from briefgen.types.block_prose import Coverage, Need
from briefgen.types.draft import Choice, Variant
from briefgen.types.picture import Picture
from briefgen.types.point import Form, Point
from briefgen.types.prose import plain
from briefgen.types.selection import LEAST_PRIORITY, importance
from briefgen.types.supplements import Image

ENTRY_VALUE = 5
"""The value of an entry, as a headline usually has: weight and importance multiply it."""


ALL = 9_999
"""More entries than any supplement has."""


class Exhibit(Struct, frozen=True):
    """Figures, a time line or a table: `show` returns the blocks of its first so many entries.

    `priorities` are those of its entries, the most important first. It weighs so many `times` what
    the audience gives for its kind.
    """

    priorities: Sequence[int | None]
    show: Callable[[int], tuple[Block, ...]]
    times: int = 1

    def shown(self, most: int) -> tuple[Block, ...]:
        """Return the most important entries, at most so many."""
        count = min(most, len(self.priorities))
        return self.show(count) if count else ()

    def choice(
        self, name: str, weight: int, sizes: Sequence[int], *, required: bool
    ) -> tuple[Choice, ...]:
        """Return the choice between sizes, largest first; none where there is nothing to show.

        The value of a size is that of its entries together, so that the next entry adds less.
        """
        times = self.times * weight
        counts = sorted({min(size, len(self.priorities)) for size in sizes} - {0}, reverse=True)
        variants = tuple(
            Variant(None, self.show(count), score(times, self.priorities[:count]), count)
            for count in counts
        )
        return (Choice(name, None, variants, required),) if variants else ()


class ExhibitEntry(Struct, frozen=True):
    """An entry of a list that stands alone: a note, a quotation.

    What it `explains` it is printed with: where that is empty, it needs nothing but what it stands
    `behind`. What is `lower` says the same in less height, for pages that do not hold it otherwise.
    """

    subject: str
    priority: int
    blocks: tuple[Block, ...]
    explains: Need = frozenset()
    lower: tuple[Block, ...] = ()
    behind: tuple[Need, ...] = ()

    def choice(self, weight: int) -> Choice:
        """Return the choice to print it or not."""
        needs = (*((self.explains,) if self.explains else ()), *self.behind)
        value = score(weight, [self.priority])
        variant = Variant(None, self.blocks, value, 1, Coverage(needs=needs))
        lower = [replace(variant, blocks=self.lower, value=value - 1)] if self.lower else []
        return Choice(self.subject, None, (variant, *lower))


def score(weight: int, priorities: Sequence[int | None]) -> int:
    """Return the value of entries; without a priority, an entry has the least."""
    total = sum(importance(priority or LEAST_PRIORITY) for priority in priorities)
    return ENTRY_VALUE * weight * total


def most(entries: Sequence[ExhibitEntry], count: int) -> list[ExhibitEntry]:
    """Return the most important entries, at most so many, in the order that they have."""
    ranked = sorted(range(len(entries)), key=lambda at: entries[at].priority)
    return [entries[at] for at in sorted(ranked[:count])]


def claim_on(point: Point, mark: str, key: str) -> str | None:
    """Return what has to be printed of a point that rests on a fact ("#") or a quotation (">").

    That is the point itself, or the shortest of its forms that prints it.
    """
    if f"{mark}{key}" in point.evidence:
        return point.id
    printed = f"[{mark}{key}]"
    forms = (form for form in Form if any(printed in text for text in point.forms.texts(form)))
    return next((f"{point.id}.{form.value}" for form in forms), None)


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
        image.id, picture, image.alt, plain(image.credit or ""), at, height_pt or PICTURE_HEIGHT_PT
    )
    return ExhibitEntry(image.id, PICTURE_PRIORITY, (block,))


class Wanted(Struct, frozen=True):
    """What a tag asks for: sizes (at least one), and whether nothing at all will do, too.

    Of a glossary, whether its terms stand `beside` the points that print them; of figures, whether
    those are left out that are `uncompared` or not `untold` otherwise. Of notes only those `of` the
    brief as a whole may be wanted, which explain nothing of it, or only the others.
    """

    sizes: tuple[int, ...]
    choosable: bool
    optional: bool
    beside: bool = False
    uncompared: bool = False
    untold: bool = False
    of: Literal["", "brief", "points"] = ""

    def takes(self, entry: ExhibitEntry) -> bool:
        """Whether a note is of what is wanted."""
        return not self.of or bool(entry.explains) == (self.of == "points")
