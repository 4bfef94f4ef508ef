"""How a brief is made and in which formats: a new option is one field, a new format one line."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TypedDict, TypeVar

from briefgen.types.finding import Finding, LoadError, RenderError, SaveError
from briefgen.types.page_style import PAPERS_PT

NameOrPath = str | os.PathLike[str]
"""The name of a built-in file, or the path of a user's own."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that briefs are written in. Its name is the suffix of its files, in small letters.

    `writer` is the module whose `write` makes the bytes of a `briefgen.render.glyphs.Printed`, and
    `begins` what every file of the format begins with. `footnotes` says whether sources may be
    footnotes in it, where no number of pages is promised.
    """

    name: str
    media_type: str
    begins: bytes
    writer: str
    footnotes: bool = False


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("pdf", "application/pdf", b"%PDF-", "briefgen.render.pdf"),
        Format("docx", _WORD, b"PK\x03\x04", "briefgen.render.docx", footnotes=True),
    )
}
"""The formats by their names."""


def format_named(name: str) -> Format:
    """Return the format of a name, in whichever case.

    Raises:
        RenderError: `format-unknown`, with the formats that there are.
    """
    if found := FORMATS.get(str(name).lower()):
        return found
    hint = f"formats are {', '.join(FORMATS)}"
    raise RenderError([Finding("format-unknown", f'"{name}" is no format', hint)])


def formats_named(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of formats as FORMATS has them, each once.

    Raises:
        RenderError: as `format_named`.
    """
    return tuple(dict.fromkeys(format_named(name).name for name in names))


def format_of(path: NameOrPath, among: Iterable[str] = FORMATS) -> Format:
    """Return the format that the suffix of a file names, in whichever case.

    Raises:
        SaveError: `format-unknown`: another suffix than those of the formats, or none.
    """
    suffix = Path(path).suffix.lower()
    known = tuple(among)
    if suffix[1:] in known:
        return FORMATS[suffix[1:]]
    message = f'ends in "{suffix}"' if suffix else "has no suffix"
    raise SaveError([Finding("format-unknown", message, naming_hint(known), file=os.fspath(path))])


def naming_hint(formats: Iterable[str]) -> str:
    """Return how a file must be named, so that its suffix names a format."""
    *others, last = [f".{name}" for name in formats]
    return f"name it {', '.join(others)} or {last}" if others else f"name it {last}"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How a brief is made: of what length, for whom, in what look, with which points.

    Lengths, audiences and templates are built-in names or paths of the user's own files;
    `template` is a theme's folder or a Word template, and `fonts` a folder with the fonts it names,
    where they are not built in. What `pin` names is printed, in the form given (headline, summary,
    detail) or in "any"; what `exclude` names is not. Both go by the id of a point, before what the
    argument itself says. `replace_body` prints the brief in place of what the body of a Word
    template says, so that any of their documents serves as one. With `require_signoff`, a
    brief is built only if each of its sentences is approved beside its passage in the article: the
    file `against`, or the one that the argument names. `brand` is a file of an organisation's
    colours, logo, fonts and paper: True for the `brand.yaml` beside the argument, if there is one,
    False for none. `paper`, "A4" or "Letter", goes before those of length, template and brand. In
    `large_print`, no type is smaller than 14 points, in one column.
    """

    length: NameOrPath = "one-page"
    audience: NameOrPath = "decision-maker"
    template: NameOrPath = "standard"
    fonts: NameOrPath | None = None
    pin: Mapping[str, str] = field(default_factory=dict)
    exclude: Iterable[str] = ()
    replace_body: bool = False
    require_signoff: bool = False
    against: NameOrPath | None = None
    brand: NameOrPath | bool = True
    paper: str | None = None
    large_print: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "pin", dict(self.pin or {}))
        object.__setattr__(self, "exclude", tuple(self.exclude))

    def __hash__(self) -> int:
        pinned = tuple(sorted(self.pin.items()))
        look = (self.template, self.fonts, self.replace_body)
        signed = (self.require_signoff, self.against)
        printed = (self.brand, self.paper, self.large_print)
        return hash((self.length, self.audience, look, pinned, self.exclude, signed, printed))


def paper_of(name: str | None) -> str | None:
    """Return the name of a paper as `PAPERS_PT` has it, in whichever case it is given.

    Raises:
        LoadError: `paper-unknown`, with those that there are.
    """
    if name is None:
        return None
    if found := next((paper for paper in PAPERS_PT if paper.lower() == str(name).lower()), None):
        return found
    hint = f"papers are {' and '.join(PAPERS_PT)}"
    raise LoadError([Finding("paper-unknown", f'"{name}" is no paper', hint)])


class OptionFields(TypedDict, total=False):
    """The fields of `BuildOptions` as keywords of a call. A test holds the two together."""

    length: NameOrPath
    audience: NameOrPath
    template: NameOrPath
    fonts: NameOrPath | None
    pin: Mapping[str, str]
    exclude: Iterable[str]
    replace_body: bool
    require_signoff: bool
    against: NameOrPath | None
    brand: NameOrPath | bool
    paper: str | None
    large_print: bool


class ReaderFields(TypedDict, total=False):
    """For whom, for which lengths and in what fonts an argument is checked."""

    audience: NameOrPath | None
    lengths: Iterable[NameOrPath] | None
    template: NameOrPath | None
    fonts: NameOrPath | None


def build_options(options: BuildOptions | None, given: OptionFields) -> BuildOptions:
    """Return options, with what a call gives by keyword before them."""
    known = [each.name for each in fields(BuildOptions)]
    for name in given:
        if name not in known:
            from briefgen.types.finding import nearest  # noqa: PLC0415 - for the mistaken

            near = nearest(name, known)
            hint = f"did you mean {near}?" if near else "help(briefgen.build) lists them"
            raise TypeError(f"there is no option {name}: {hint}")
    if options is None:
        return BuildOptions(**given)
    if not isinstance(options, BuildOptions):
        hint = 'give a length or an audience by its name, as in length="two-page"'
        raise TypeError(f"options are BuildOptions, not {type(options).__name__}: {hint}")
    own = {each.name: getattr(options, each.name) for each in fields(BuildOptions)}
    return BuildOptions(**{**own, **given})


Call = TypeVar("Call", bound=Callable[..., object])


def takes_options(but: Iterable[str] = ()) -> Callable[[Call], Call]:
    """Return a decorator for a function with keywords `**given: Unpack[OptionFields]`.

    What it does is for readers only: `help` shows each option with its default, but those that the
    function takes in another way.
    """
    skipped = frozenset(but)

    def shown(call: Call) -> Call:
        own = inspect.signature(call)
        kept = [each for each in own.parameters.values() if each.kind is not each.VAR_KEYWORD]
        defaults = BuildOptions()
        options = [
            inspect.Parameter(
                each.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=getattr(defaults, each.name),
                annotation=each.type,
            )
            for each in fields(BuildOptions)
            if each.name not in skipped
        ]
        call.__signature__ = own.replace(parameters=[*kept, *options])  # type: ignore[attr-defined]
        return call

    return shown
