"""Attributes as the fields of a model, by their YAML names and a few shorter ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from briefgen.cache import kept
from briefgen.load.markdown.gathered import Gathered, Values
from briefgen.markup.attributes import Attributes, attributes_at, trailing
from briefgen.markup.document import DocumentBlock, TextAt
from briefgen.pattern import late_pattern
from briefgen.types.argument import Part
from briefgen.types.fact import Fact
from briefgen.types.finding import nearest_key
from briefgen.types.point import Modality, Point
from briefgen.types.supplements import EditorsNote, Event, Image, Quotation, Source, Term

SHORT: Mapping[type[BaseModel], Mapping[str, str]] = {
    Point: {"at": "locator", "by": "attribution"},
    Fact: {"of": "measure", "by": "sources", "at": "locator", "key": "priority", "date": "as_of"},
    Event: {"by": "sources", "at": "locator"},
    Source: {"at": "locator", "by": "authors"},
    Quotation: {"at": "locator", "by": "source"},
    EditorsNote: {"at": "locator", "by": "sources"},
    Term: {},
    Image: {},
}
"""Shorter names of fields."""

_VALUE = late_pattern(r"(\S+)(?:\s*\((\S*?)(?:\s*–\s*|\s+to\s+)(\S*)\))?(\s+projected)?")
"""A value of a series with what it lies between: `12 (9–15) projected`. That an end is missing is
said by the checks."""

_ENTRY = late_pattern(r"“[^”]*”|[^\s,;]+")
"""An entry of a list: an id, or several words in quotation marks."""

_FLAGS: Mapping[type[BaseModel], Mapping[str, tuple[str, str]]] = {
    Point: {each.value: ("modality", each.value) for each in Modality},
    Event: {"planned": ("status", "planned")},
    Fact: {"unlisted": ("listed", "false")},
}
"""Classes that set a field, beside those that are named as one that is true or false."""

_PARTS = frozenset(Part)

_HOLDERS = ("author", "cited", "unnamed", "editor")


def fields(
    text: TextAt,
    found: Attributes | None,
    model: type[BaseModel],
    gathered: Gathered,
    *,
    more: Collection[str] = (),
) -> Values:
    """Return the fields that attributes set; what is malformed, unknown or given twice is reported.

    `more` are attributes that are no fields, and are returned as text.
    """
    values: Values = {}
    if found is None:
        return values
    if found.fault:
        message = "has attributes that cannot be read"
        gathered.report_at("attributes-syntax", message, found.fault, text, found.start)
    for one in found.held:
        line, column = text.place(one.at)
        for name, value in _named(one.name, one.value, model, more, gathered, (line, column)):
            if name in values:
                message = f"gives {name} twice"
                gathered.report("attribute-twice", message, "keep one of the two", line, column)
            values[name] = (value, line, column)
    return values


def knows(found: Attributes, model: type[BaseModel], more: Collection[str] = ()) -> bool:
    """Whether a model has a field for each of some attributes."""
    short, flags = _short(model)
    names = {"#", *short, *model.model_fields, *more, *(f".{flag}" for flag in flags)}
    return all(one.name in names for one in found.held)


def _named(
    name: str,
    value: str,
    model: type[BaseModel],
    more: Collection[str],
    gathered: Gathered,
    place: tuple[int, int],
) -> Iterator[tuple[str, Any]]:
    if name == "#" and "id" in model.model_fields:
        yield "id", value
        return
    is_flag = name.startswith(".")
    bare = name.removeprefix(".")
    short, flags = _short(model)
    field_name = short.get(bare, bare)
    if is_flag:
        field_name, value = flags.get(bare, (bare, "true"))
    kinds = _kinds(model).get(field_name)
    if kinds is not None and (not is_flag or kinds == _BOOL or bare in flags):
        yield field_name, _of_kind(value, kinds)
    elif bare in more and not is_flag:
        yield bare, value
    else:
        known = [*short, *model.model_fields, *more, *(flags if is_flag else ())]
        near = nearest_key(bare, known)
        hint = f"did you mean {near}?" if near else f"known here: {', '.join(known)}"
        classes = [*flags, *(key for key, kind in _kinds(model).items() if kind == _BOOL)]
        if is_flag and classes and near not in classes:
            hint = f"classes here are {', '.join(f'.{each}' for each in classes)}"
            hint += f'; or write {near}="..."' if near else ""
        if is_flag and bare in _PARTS:
            hint = f"write it on a heading with one #, above the points of {bare}"
        gathered.report("unknown-attribute", f'"{name}" is no attribute here', hint, *place)


@kept(16)
def _short(
    model: type[BaseModel],
) -> tuple[Mapping[str, str], Mapping[str, tuple[str, str]]]:
    """Return the shorter names of a model's fields, and the classes that set one."""
    near = next((each for each in SHORT if issubclass(model, each)), None)
    if near is None:
        return {"at": "locator"}, {}
    return SHORT[near], _FLAGS.get(near, {})


def column_of(
    head: str, model: type[BaseModel], more: Collection[str] = ()
) -> tuple[str | None, str]:
    """Return the field that the head of a column names, and a hint where it names none."""
    bare = head.strip().lower().replace(" ", "_").replace("-", "_")
    short, _ = _short(model)
    name = short.get(bare, bare)
    if name in model.model_fields or name in more:
        return name, ""
    known = [*more, *short, *model.model_fields]
    near = nearest_key(bare, known)
    return None, f"did you mean {near}?" if near else f"known here: {', '.join(known)}"


def converted(value: str, model: type[BaseModel], name: str) -> Any:
    """Return a text as the kind of value that a field holds; as it is where it is none."""
    return _of_kind(value, _kinds(model)[name])


_BOOL = frozenset({bool})


@kept(16)
def _kinds(model: type[BaseModel]) -> Mapping[str, frozenset[Any]]:
    """Return by its name what each field of a model holds: bool, int, list, or values by date."""
    found: dict[str, frozenset[Any]] = {}
    for name, field in model.model_fields.items():
        given = get_args(field.annotation)
        kinds = {field.annotation, *given} & {bool, int}
        if get_origin(field.annotation) is tuple:
            is_model = isinstance(given[0], type) and issubclass(given[0], BaseModel)
            kinds = {dict if is_model else list}
        found[name] = frozenset(kinds)
    return found


def _of_kind(value: str, kinds: frozenset[Any]) -> Any:
    if not kinds:
        return value
    if dict in kinds:
        return [_series_value(entry) for entry in re.split("[,;]", value) if entry.strip()]
    if list in kinds:
        return _listed(value)
    if bool in kinds and value in ("true", "false"):
        return value == "true"
    if int in kinds and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    return value


def _series_value(entry: str) -> dict[str, Any]:
    """Return what an entry of a series says; what cannot be read is left to be refused as it is."""
    date, colon, said = (part.strip() for part in entry.partition(":"))
    found = _VALUE.fullmatch(said)
    if not found:
        return {"date": date, "value": said} if colon else {"date": date}
    names = ("value", "low", "high")
    groups = dict(zip(names, found.groups(), strict=False))
    given: dict[str, Any] = {name: text for name, text in groups.items() if text}
    return {"date": date, **given, **({"projected": True} if found[4] else {})}


_KEYS = late_pattern(r"\s*[@#>]?\w+(?:[:.+/?=&~%#$*'-]+\w+)*\s*")


def _listed(value: str) -> list[str]:
    """Return what a list of ids names; behind a comma may stand where in a source: `ffi, p. 36`.

    Spaces and commas part ids; sources with places are parted by semicolons.
    """
    if "“" in value:
        return _ENTRY.findall(value)
    found: list[str] = []
    for piece in value.split(";"):
        parts = [part for part in re.split(r"[\s,]+", piece) if part]
        placed = "," in piece and not all(
            _KEYS.fullmatch(part) and not part.isdecimal() for part in parts
        )
        found += [piece.strip()] if placed else parts
    return found


def attributed(values: Values) -> None:
    """Make one value of who holds a point: `by`, `source` and `name`."""
    by, source, name = (values.pop(key, None) for key in ("attribution", "source", "name"))
    given = by or source or name
    if given is None:
        return
    attribution: dict[str, Any] = {"by": by[0] if by else "cited"}
    if by and by[0] not in _HOLDERS and source is None:
        attribution = {"by": "cited", "source": by[0]}
    if source:
        attribution["source"] = source[0]
    if name:
        attribution["name"] = name[0]
    value: Any = attribution["by"] if len(attribution) == 1 else attribution
    values["attribution"] = (value, given[1], given[2])


MORE = ("source", "name")
"""Attributes that are no fields: whose view a point is."""

_OWNERS = ']”"’»)'
"""Behind such a mark, attributes after a space were meant for what it closes."""


def of_point(
    heading: TextAt | None,
    found: Attributes | None,
    blocks: list[DocumentBlock],
    model: type[Point],
    gathered: Gathered,
) -> tuple[Values, list[DocumentBlock]]:
    """Return the fields that the attributes of a point set, and its blocks without these."""
    values = fields(heading, found, model, gathered, more=MORE) if heading else {}
    blocks, below = _at_start(blocks)
    own = [below, *_at_ends(blocks, model)]
    for text, attributes in filter(None, own):
        for name, value in fields(text, attributes, model, gathered, more=MORE).items():
            if name in values:
                message, hint = f"gives {name} twice", "keep one of the two"
                gathered.report("attribute-twice", message, hint, value[1], value[2])
            values[name] = value
    attributed(values)
    return values, blocks


_Found = tuple[TextAt, Attributes]


def _at_start(blocks: list[DocumentBlock]) -> tuple[list[DocumentBlock], _Found | None]:
    """Return blocks without the attributes that the first one begins with, and these."""
    if not blocks or blocks[0].kind != "paragraph" or not blocks[0].text.text.startswith("{"):
        return blocks, None
    text = blocks[0].text
    found = attributes_at(text.text, 0)
    rest = text.part(found.end, len(text.text))
    left = [DocumentBlock("paragraph", rest.line, blocks[0].last, rest)] if rest.text else []
    return [*left, *blocks[1:]], (text, found)


def _at_ends(blocks: list[DocumentBlock], model: type[Point]) -> Iterator[_Found]:
    """Yield the attributes at the ends of paragraphs, which are taken from these."""
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            return
        if block.kind != "paragraph" or not block.text.text.endswith("}"):
            continue
        text, found = trailing(block.text)
        if found is None or found.fault or not text.text or text.text[-1] in _OWNERS:
            continue
        if block.text.text[found.start - 1].isspace() and knows(found, model, MORE):
            blocks[number] = DocumentBlock("paragraph", block.first, block.last, text)
            yield block.text, found
