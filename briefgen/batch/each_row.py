"""One brief for each row of a CSV file: a campaign of constituencies, countries or members."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Unpack

from msgspec import Struct

from briefgen.batch.building import build_planned
from briefgen.batch.columns import Checked, Edited, edited_rows, refuse_rows, targets
from briefgen.batch.digest import (
    argument_digest,
    edited_pictures,
    inputs_digest,
    options_digest,
    picture_digests,
    picture_folder,
    read_digest,
)
from briefgen.batch.manifest import Progress, Result, read_manifest
from briefgen.batch.order import (
    PickledArgument,
    PlannedJob,
    absolute,
    asked_for,
    known_inputs,
    options_for,
    packed,
    plan,
    stems,
)
from briefgen.batch.running import By
from briefgen.load.rows import read_rows
from briefgen.options import FORMATS, BuildOptions, NameOrPath, OptionFields, takes_options
from briefgen.pattern import late_pattern
from briefgen.pipeline import build
from briefgen.save import make_folder
from briefgen.types.argument import Argument
from briefgen.types.finding import LIKE, Finding, LoadError, nearest

BYTES = 120
"""Of a name in UTF-8, without number and suffix. File systems take 255."""

_FIELD = late_pattern(r"\{([^{}]*)\}")
_UNSAFE = late_pattern(r"[^\w.]+")
_RESERVED = late_pattern(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows the point."""


def fields(pattern: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the fields of a pattern such as `{constituency}-{length}`.

    Raises:
        LoadError: a field that is neither a column nor what every row has, or a lone brace.
    """
    found = tuple(dict.fromkeys(_FIELD.findall(pattern)))
    findings = []
    for field in found:
        if field not in known:
            near = nearest(field, known, LIKE)
            there = ", ".join(f"{{{name}}}" for name in known)
            hint = f"did you mean {{{near}}}?" if near else f"there are {there}"
            message = f"asks for {{{field}}}, which is no column"
            findings.append(Finding("name-field", message, hint, where=f'the name "{pattern}"'))
    if set("{}") & set(_FIELD.sub("", pattern)):
        hint = "put the name of a column between a pair of braces: {constituency}"
        message = "has a brace without its other one"
        findings.append(Finding("name-field", message, hint, where=f'the name "{pattern}"'))
    if findings:
        raise LoadError(findings)
    return found


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Return a pattern with its fields filled, as a name that every file system takes.

    Letters and digits of any script, points and underscores stay; all else becomes a hyphen, as
    do points at either end. It has at most `BYTES`.
    """
    text = _FIELD.sub(lambda found: values[found[1]], pattern)
    safe = _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-.")
    safe = safe.encode()[:BYTES].decode(errors="ignore").rstrip("-.")
    if not safe or _RESERVED.fullmatch(safe):
        return f"brief-{safe}".rstrip("-")
    return safe


def unique(names: Iterable[str]) -> list[str]:
    """Return names in their order, those that have been there before with a number.

    Names that differ only in case or in how an accent is written are one name, as on some systems.
    """
    wanted = list(names)
    taken: set[str] = set()
    natural = {_key(name) for name in wanted}
    last: Counter[str] = Counter()
    found = []
    for name in wanted:
        candidate, key = name, _key(name)
        while _key(candidate) in taken or (candidate != name and _key(candidate) in natural):
            last[key] += 1
            candidate = f"{name}-{last[key] + 1}"
        taken.add(_key(candidate))
        found.append(candidate)
    return found


def _key(name: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())


NAME = "{id}-{row}"
_GIVEN = ("id", "row", "length", "audience")
"""What a name may ask for beside the columns: the argument's id, the row's number, and so on."""


@takes_options(but=("length", "audience"))
def build_each(
    argument: Argument,
    rows: NameOrPath,
    directory: NameOrPath,
    options: BuildOptions | None = None,
    *,
    name: str = NAME,
    lengths: Iterable[NameOrPath] | None = ("one-page",),
    audiences: Iterable[NameOrPath] | None = ("decision-maker",),
    formats: Iterable[str] = tuple(FORMATS),
    same_selection: bool = False,
    progress: Progress | None = None,
    checked: Checked | None = None,
    executor: By = None,
    rebuild: bool = False,
    force: bool = False,
    **given: Unpack[OptionFields],
) -> list[Result]:
    """Build a brief for each row of a CSV or .xlsx table into a folder, made if need be.

    A column `#id` sets the value of that fact; a column named by a path, as findings write it
    (`title`, `issuer.contact`, `rationales[0].forms.summary`), sets that text; any other is free
    for `name`. A cell that says `=` leaves what the argument says, and so does an empty one of a
    text; an empty cell of a fact is an error. Every row is checked before any file is written.

    `name` is a pattern of columns, `{id}`, `{row}`, `{length}` and `{audience}`; names are made
    safe and unique. With several lengths or audiences that the pattern does not name, they are
    added. `same_selection` takes the selection of the argument as it is for every row, so that all
    read alike; a row that cannot hold it fails. `checked` is called with the number of rows
    checked; the rest is as for `build_all`.

    Raises:
        LoadError: what is wrong with the file, its columns or the pattern of names.
        CheckError: all that is wrong with the rows, by line and column, or with the argument.
        BriefgenError: with `same_selection`, the argument as it is cannot be built.
        SaveError: the folder cannot be made, or its manifest not be written; files that would be
            lost, all at once.
    """
    shared, kinds = asked_for(argument, options, given, formats)
    table = read_rows(rows)
    named = fields(name, [*dict.fromkeys((*table.columns, *_GIVEN))])
    set_by = targets(table, argument, named)
    edited = edited_rows(table, set_by, argument)
    ways = options_for(shared, lengths, audiences)
    campaign = _campaign(argument, ways, kinds, same_selection=same_selection)
    folder = Path(directory)
    plans = list(campaign.plans(edited, _pattern(name, named, ways), folder))
    new = edited if rebuild else _not_built(edited, plans, folder)
    refuse_rows(table, new, campaign.pickled_argument, set_by, executor, checked)
    make_folder(folder)
    pictures = (picture_folder(argument) / str(value) for value in _pictures(edited))
    return build_planned(
        plans,
        folder,
        [rows, *known_inputs(argument, ways), *pictures],
        by=executor,
        progress=progress,
        rebuild=rebuild,
        force=force,
    )


def _pictures(rows: Iterable[Edited]) -> Iterator[object]:
    """Yield the names of pictures that rows set."""
    for row in rows:
        yield from (value for path, value in row.edits if path[0] == "images")


def _pattern(name: str, named: Sequence[str], ways: Sequence[BuildOptions]) -> str:
    """Return the pattern of names with what distinguishes several lengths and audiences."""
    for field in ("length", "audience"):
        several = len({absolute(getattr(way, field)) for way in ways}) > 1
        if several and field not in named:
            name += f"-{{{field}}}"
    return name


def _not_built(
    rows: Sequence[Edited], plans: Iterable[PlannedJob], folder: Path
) -> Sequence[Edited]:
    """Return the rows of which a folder does not hold every brief, made of the same inputs."""
    built = {entry.inputs for entry in read_manifest(folder).entries.values()}
    unsure = {plan.line for plan in plans if plan.inputs not in built}
    return [each for each in rows if each.row.line in unsure]


class _Campaign(Struct, frozen=True):
    """What all rows share."""

    argument: Argument
    pickled_argument: PickledArgument
    ways: Sequence[BuildOptions]
    selections: Sequence[PickledArgument | None]
    formats: tuple[str, ...]

    def plans(self, rows: Sequence[Edited], pattern: str, folder: Path) -> Iterator[PlannedJob]:
        """Yield a plan for each row, length and audience."""
        digest = argument_digest(self.argument, self.ways[0])
        root = picture_folder(self.argument)
        pictures = picture_digests(self.argument)
        made_in: dict[tuple[int, str], str | None] = {}
        names = iter(
            unique(
                filled(pattern, self._values(number, row, way))
                for number, row in enumerate(rows, start=1)
                for way in self.ways
            )
        )
        for row in rows:
            shown = edited_pictures(self.argument, pictures, row.edits)
            language = self._language(row)
            for number, (way, fixed_selection) in enumerate(
                zip(self.ways, self.selections, strict=True)
            ):
                if (number, language) not in made_in:
                    made_in[number, language] = options_digest(way, language)
                made = made_in[number, language]
                taken = fixed_selection.value if fixed_selection else None
                inputs = inputs_digest(digest, row.edits, made, taken, pictures=root)
                yield plan(
                    self.pickled_argument,
                    way,
                    folder / next(names),
                    self.formats,
                    inputs,
                    read_digest(made, shown),
                    edits=row.edits,
                    fixed_selection=fixed_selection,
                    line=row.row.line,
                )

    def _language(self, row: Edited) -> str:
        own = [str(value) for path, value in row.edits if path == ("article", "language")]
        return own[0] if own else self.argument.article.language

    def _values(self, number: int, row: Edited, way: BuildOptions) -> Mapping[str, str]:
        length, audience = stems(way)
        return {
            "id": self.argument.id,
            "row": str(number),
            "length": length,
            "audience": audience,
            **row.row.cells,
        }


def _campaign(
    argument: Argument,
    ways: Sequence[BuildOptions],
    formats: tuple[str, ...],
    *,
    same_selection: bool,
) -> _Campaign:
    """Return a campaign, in which every row has the selection of the argument if it is the same."""
    pickled = packed(argument)
    chosen = (build(pickled.value, way, checked=True).decisions for way in ways)
    selections = [*map(packed, chosen)] if same_selection else [None] * len(ways)
    return _Campaign(argument, pickled, ways, selections, formats)
