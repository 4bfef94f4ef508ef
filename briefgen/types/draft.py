"""The draft: the composed document with its choices still open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.types.argument import Part
from briefgen.types.block import Block, Heading
from briefgen.types.block_prose import SILENT, Coverage
from briefgen.types.header_footer import NO_HEADER_FOOTER, HeaderFooter
from briefgen.types.identity import ArgumentIdentity
from briefgen.types.picture import Picture
from briefgen.types.point import Form


class Metadata(Struct, frozen=True):
    """What a file says of itself; what was not given is empty and not written.

    `author` is who issues or prepared the brief, never the article's author. `created` is the
    edition's date or SOURCE_DATE_EPOCH, never the clock's, and None where neither is given.
    `argument` is what a Word file can be brought home to, known once one is written; status,
    version and number are those of the edition.
    """

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    created: datetime.datetime | None
    publisher: str = ""
    argument: ArgumentIdentity | None = None
    category: str = ""
    status: str = ""
    version: str = ""
    number: str = ""


class Variant(Struct, frozen=True):
    """One way in which a choice can be printed here, and its value to this audience.

    Of a point it is a form; of a supplement, `form` is None and `entries` says how many it shows.
    `coverage` is what rules of content look at.
    """

    form: Form | None
    blocks: tuple[Block, ...]
    value: int
    entries: int = 0
    coverage: Coverage = SILENT


class Choice(Struct, frozen=True):
    """A point or a supplement that may be printed in one of several ways, or not at all.

    `subject` is the id of a point, and `part` the part of the argument that holds it. Of an
    supplement, such as a time line or an editor's note, `subject` is the tag or the id, and `part`
    is None. `variants` go from long to short. What is `required` is printed in one way
    or the brief fails. `priority` is that of a point, 1 for the highest. What `repeats` a point
    that has its own place says it in brief: it goes with the point, and no pin is about it.
    """

    subject: str
    part: Part | None
    variants: tuple[Variant, ...]
    required: bool = False
    priority: int | None = None
    repeats: bool = False


def with_blocks(
    item: Block | Choice, change: Callable[[Sequence[Block]], Iterable[Block]]
) -> Block | Choice:
    """Return an item of a section with the blocks of each of its ways changed; a block is one."""
    if not isinstance(item, Choice):
        (changed,) = change((item,))
        return changed
    variants = (replace(one, blocks=tuple(change(one.blocks))) for one in item.variants)
    return replace(item, variants=tuple(variants))


class Enumeration(Struct, frozen=True):
    """Points that the article lists, and what a heading says where not all of them are printed.

    `members` are their ids. `remark` may say how many are `{printed}`, of how many in `{total}`.
    Members that bear numbers have a remark for printed ones that do not follow one another from the
    first: `numbered`, which may say their `{numbers}`, the last one behind `joint`.
    """

    members: tuple[str, ...]
    remark: str
    numbered: str = ""
    joint: str = ", "


def beside_section(key: str) -> str:
    """Return what stands among points for a whole section that something stands beside."""
    return f"§{key}"


class DraftSection(Struct, frozen=True):
    """A section: where it flows, its heading, and blocks and choices in their order.

    Without a single printed block the section and its heading do not appear. `at_least` is the
    number of its points that must be printed, as far as there are so many. `enumerations` are those
    that it has members of. One of the side column stands `beside` the first of some points that is
    printed, or beside a section. One that `is_terse` may name points by their headlines alone.
    """

    key: str
    frame: str
    heading: Heading | None
    items: tuple[Block | Choice, ...]
    at_least: int = 0
    enumerations: tuple[Enumeration, ...] = ()
    beside: frozenset[str] = frozenset()
    is_terse: bool = False


LOGO = "\U000f8fff"
"""Stands for the issuer's logo in a header or footer: a character for private use, which `check`
lets no argument hold."""


BELOW_LOGO_PT = 8.0
"""White space below a header or footer with a logo, which may reach down to the text."""


class Logo(Struct, frozen=True):
    """The issuer's logo, as large as it is printed."""

    picture: Picture
    alt: str
    width_pt: float
    height_pt: float


Entries = tuple[Mapping[str, str], ...]
"""A list that a Word template may loop over: plain text by name, one mapping an entry."""


def in_one_column(sections: Iterable[DraftSection]) -> tuple[DraftSection, ...]:
    """Return sections that flow one after another, over as many pages as they need.

    One point of each is enough: large print has half the room.
    """
    return tuple(
        replace(
            one,
            frame=one.frame if one.frame == "foot" else "main",
            at_least=min(one.at_least, 1),
        )
        for one in sections
    )


class FilledHeaderFooter(Struct, frozen=True):
    """What a Word template holds around a brief, filled, and the values that fill it.

    `values` are all plain text, by name, and empty where there is nothing. `folio` is the pattern
    of the page number, with `{page}` and `{pages}`. `lists` are what templates may loop over.
    Where the value `logo` is not empty, `logo` is what it stands for. `several` is what several
    pages print; a `single` page prints no page number.
    """

    values: Mapping[str, str]
    folio: str
    several: HeaderFooter = NO_HEADER_FOOTER
    single: HeaderFooter = NO_HEADER_FOOTER
    lists: Mapping[str, Entries] = field(default_factory=dict)
    logo: Logo | None = None


class Draft(Struct, frozen=True):
    """The document that the content template made, every point still offering its forms.

    One that is `sparse` leaves pages emptier than wanted as long as it prints each figure once.
    """

    metadata: Metadata
    sections: tuple[DraftSection, ...]
    header_footer: FilledHeaderFooter
    sparse: bool = False
