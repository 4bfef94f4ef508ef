"""What is asked of a worker: small, picklable, and the same words wherever it is read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import zlib
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefgen.cache import kept
from briefgen.load.profile import is_path
from briefgen.load.resources import names
from briefgen.load.theme import is_own_look
from briefgen.options import (
    BuildOptions,
    NameOrPath,
    OptionFields,
    build_options,
    formats_named,
)
from briefgen.pipeline import inputs, validate, with_brand
from briefgen.types.argument import Argument, refuse_no_argument
from briefgen.types.finding import BriefgenError
from briefgen.types.source_map import Path as FieldPath

Edit = tuple[FieldPath, str | int | Decimal]
"""A value that a row sets in the argument, and where."""


class PickledArgument(Struct, frozen=True):
    """A value packed once and sent with many orders; a process unpacks it once."""

    digest: str
    data: bytes

    @property
    def value(self) -> Any:
        """What was packed: the same object each time, and never to be changed."""
        return _unpacked(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PickledArgument) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)


def packed(value: Any) -> PickledArgument:
    """Return a value packed: the reference argument has 21 KB then."""
    data = zlib.compress(pickle.dumps(value))
    return PickledArgument(hashlib.sha256(data).hexdigest(), data)


@kept(16)
def _unpacked(pickled_argument: PickledArgument) -> Any:
    return pickle.loads(zlib.decompress(pickled_argument.data))  # noqa: S301 - packed by ourselves, above


def asked_for(
    argument: Argument,
    options: BuildOptions | None,
    given: OptionFields,
    formats: Iterable[str],
) -> tuple[BuildOptions, tuple[str, ...]]:
    """Return what all briefs of an argument share and their formats, the argument being sound.

    Raises:
        CheckError: the argument contradicts itself, or what is pinned or excluded is not in it.
        RenderError: `format-unknown`.
    """
    refuse_no_argument(argument)
    shared = with_brand(argument, build_options(options, given))
    kinds = formats_named(formats)
    validate(argument, shared.pin, shared.exclude)
    return shared, kinds


def options_for(
    options: BuildOptions,
    lengths: Iterable[NameOrPath] | None,
    audiences: Iterable[NameOrPath] | None,
) -> list[BuildOptions]:
    """Return options of each length for each audience; None stands for all that are built in."""
    every_length = names("lengths") if lengths is None else lengths
    every_audience = names("audiences") if audiences is None else audiences
    return [
        replace(options, length=length, audience=audience)
        for length, audience in product(every_length, every_audience)
    ]


def known_inputs(argument: Argument, ways: Iterable[BuildOptions]) -> tuple[str, ...]:
    """Return all files that briefs are made of. Unreadable ones are reported on building."""
    found: dict[str, None] = {}
    for way in ways:
        with contextlib.suppress(BriefgenError):
            found.update(dict.fromkeys(inputs(argument, way)))
    return tuple(found)


def stems(options: BuildOptions) -> tuple[str, str]:
    """Return length and audience as they stand in names of files."""
    return Path(options.length).stem, Path(options.audience).stem


class BuildJob(Struct, frozen=True):
    """One brief to build and the files to write it to.

    `argument` holds an Argument, and `edits` what a row changes in it. `fixed_selection` holds the
    decisions of the brief whose selection this one is to have.
    `force` says that files may be written over that briefgen did not write, or that were edited.
    """

    argument: PickledArgument
    edits: tuple[Edit, ...]
    options: BuildOptions
    files: tuple[tuple[str, str], ...]
    fixed_selection: PickledArgument | None = None
    force: bool = False


class PlannedJob(Struct, frozen=True):
    """An order with what only the folder's owner needs: names to show, and digests.

    `inputs` is that of all a brief is made of, `read` of the files among it that the worker reads
    for itself. Without a digest the inputs cannot be read, and the order says why when it is built.
    """

    order: BuildJob
    paths: tuple[Path, ...]
    length: str
    audience: str
    inputs: str | None
    read: str | None
    line: int | None = None


def plan(
    argument: PickledArgument,
    options: BuildOptions,
    stem: Path,
    formats: Iterable[str],
    inputs: str | None,
    read: str | None,
    *,
    edits: tuple[Edit, ...] = (),
    fixed_selection: PickledArgument | None = None,
    line: int | None = None,
) -> PlannedJob:
    """Return the plan of a brief whose files are named by a stem and their formats."""
    files = [(Path(f"{stem}.{kind}"), kind) for kind in formats]
    placed = tuple((absolute(path), kind) for path, kind in files)
    order = BuildJob(argument, edits, _anywhere(options), placed, fixed_selection)
    paths = tuple(path for path, _ in files)
    return PlannedJob(order, paths, str(options.length), str(options.audience), inputs, read, line)


def absolute(name_or_path: NameOrPath) -> str:
    """Return a built-in name as it is, and a path so that another process finds the file too."""
    text = os.fspath(name_or_path)
    return os.path.abspath(text) if is_path(name_or_path) else text  # noqa: PTH100


def _anywhere(options: BuildOptions) -> BuildOptions:
    """Return options that mean the same in another process, whatever folder that works in."""
    page_style, fonts = options.template, options.fonts
    return replace(
        options,
        length=absolute(options.length),
        audience=absolute(options.audience),
        template=os.path.abspath(page_style) if is_own_look(page_style) else page_style,  # noqa: PTH100
        fonts=None if fonts is None else os.path.abspath(fonts),  # noqa: PTH100
        against=None if options.against is None else os.path.abspath(options.against),  # noqa: PTH100
        brand=options.brand if isinstance(options.brand, bool) else os.path.abspath(options.brand),  # noqa: PTH100
    )
