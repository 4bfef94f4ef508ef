"""As much of a model as its data gives, where some of it is wrong.

What is wrong is replaced by a stand-in, or left out where it may be, so that all the rest can be
looked at. Who looks is given what is lost, and says nothing that rests on it. A text that is only
too long can be read, and nothing of it is lost.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from enum import Enum
from itertools import combinations
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from briefgen.types.field_error import FieldError, reported
from briefgen.types.finding import FAULT_LIMIT, Finding
from briefgen.types.model_error import faults_of, more_faults
from briefgen.types.schema_path import models_at, models_in
from briefgen.types.source_map import Lost, Path, SourceMap

Model = TypeVar("Model", bound=BaseModel)

ROUNDS = 4
"""How often data is looked at anew: some faults show only where others are gone."""

_NAMES_NOTHING = ("id", "priority", "value", "unit", "status", "as_of", "date", "locator")
"""Keys whose values refer to nothing: if one is missing, no reference is."""

_READABLE = ("headline-too-long", "takeaway-too-long", "word-too-long")
"""Codes of faults of texts that can be read as they are."""

_WORDS = ("unread", "Unread", 1, False, "2000", "en", "https://unread.invalid", "@unread")
"""What may stand in for a value, tried in this order."""


def model_in_part(
    data: Any, model: type[Model], places: SourceMap, lost: Lost
) -> tuple[Model | None, list[Finding], Lost]:
    """Return what can be read of data as a model, what is wrong with it, and what is lost.

    No model where nothing can stand in for what is wrong. Nothing is said of what is `lost`
    already.
    """
    findings: list[Finding] = []
    readable: dict[Path, str] = {}
    data = copy.deepcopy(data) if lost.paths else data
    for turn in range(ROUNDS):
        try:
            loaded = model.__pydantic_validator__.validate_python(data)
        except ValidationError as error:
            faults = faults_of(error, data, model)
        else:
            for path, text in readable.items():
                loaded = _with_value(loaded, path, text)
            return loaded, findings, lost
        new = [fault for fault in faults if not lost.touches(*fault.path)]
        reported_now = sorted(
            (reported(fault, places) for fault in new[:FAULT_LIMIT]),
            key=lambda each: each.line or 0,
        )
        findings += reported_now
        if len(new) > FAULT_LIMIT:
            return None, [*findings, more_faults(len(new) - FAULT_LIMIT, places)], lost
        data = data if turn else copy.deepcopy(data)
        for fault in faults:
            paths, text = _fix(data, fault, model)
            if not paths:
                return None, findings, lost
            if _is_readable(fault):
                readable[fault.path] = fault.value
                continue
            unseen = fault.kind == "missing" and fault.path[-1] not in _NAMES_NOTHING
            lost = lost.with_more(paths, text, unseen=unseen)
    return None, findings, lost


def _is_readable(fault: FieldError) -> bool:
    return getattr(fault.context.get("error"), "code", None) in _READABLE


def _with_value(holder: Any, path: Path, value: Any) -> Any:
    """Return a model, or what it holds, with another value at a path, which is not checked."""
    if not path:
        return value
    step, *way = path
    if isinstance(holder, BaseModel):
        changed = _with_value(getattr(holder, str(step)), tuple(way), value)
        return holder.model_copy(update={str(step): changed})
    if isinstance(holder, dict):
        return {**holder, step: _with_value(holder[step], tuple(way), value)}
    at = int(step)
    return (*holder[:at], _with_value(holder[at], tuple(way), value), *holder[at + 1 :])


def _fix(data: Any, fault: FieldError, model: type[BaseModel]) -> tuple[list[Path], str]:
    """Take a fault out of data; return what is lost by it. Nothing, where that cannot be done."""
    if not fault.path:
        return [], ""
    *way, key = fault.path
    holder = data
    try:
        for step in way:
            holder = holder[step]
    except (LookupError, TypeError):
        return [fault.path], ""  # what holds it has gone already
    if isinstance(holder, list):
        return _fix_item(holder, key, fault, model)
    return (
        _fix_key(holder, str(key), fault, model) if isinstance(holder, dict) else ([fault.path], "")
    )


def _fix_key(
    holder: dict[str, Any], key: str, fault: FieldError, model: type[BaseModel]
) -> tuple[list[Path], str]:
    was = holder.get(key)
    text = "\n".join(_strings(was))
    if fault.kind == "extra_forbidden" or fault.is_key:
        holder.pop(key, None)
        near = fault.nearest_key
        meant = (*fault.path[:-1], near or "")
        return [fault.path, *([meant] if near and near not in holder else [])], text
    field = _field(fault, model)
    if dropped := _without(was, fault, field):
        return [(*fault.path, name) for name in dropped], text
    if field is not None and not field.is_required():
        holder.pop(key, None)
        return [fault.path], text
    for value, lost in _instead(was, fault, field):
        holder[key] = value
        return lost, text
    return [], ""


def _fix_item(
    holder: list[Any], key: Any, fault: FieldError, model: type[BaseModel]
) -> tuple[list[Path], str]:
    was, field = holder[key], _field(fault, model)
    text = "\n".join(_strings(was))
    if dropped := _without(was, fault, field):
        return [(*fault.path, name) for name in dropped], text
    for value, lost in _instead(was, fault, field):
        holder[key] = value
        return lost, text
    return [], ""


def _instead(
    was: Any, fault: FieldError, field: FieldInfo | None
) -> Iterator[tuple[Any, list[Path]]]:
    """Yield what may stand in for a value, with the ways to what is lost by it."""
    kept = was.get("id") if isinstance(was, dict) else None
    for value in _stand_ins(field, _named(fault.path), kept):
        same = isinstance(value, dict) and value.get("id") == kept
        yield value, [fault.path, *([] if same else [(*fault.path, "id")])]


def _named(path: Path) -> str:
    """Return an id for what stands at a path, which no other path has."""
    return re.sub(r"[^a-z0-9]+", "-", f"unread-{'-'.join(map(str, path))}".lower())[:40].strip("-")


def _field(fault: FieldError, model: type[BaseModel]) -> FieldInfo | None:
    """Return the field of a model that a fault is about, or that holds the list it stands in."""
    keys = [number for number, step in enumerate(fault.path) if isinstance(step, str)]
    named = fault.path[: keys[-1] + 1] if keys else ()
    fields = (
        submodel.model_fields.get(str(named[-1])) for submodel in models_at(model, named) if named
    )
    return next((field for field in fields if field), None)


def _without(was: Any, fault: FieldError, field: FieldInfo | None) -> tuple[str, ...]:
    """Leave out the fewest keys without which a group that contradicts itself does not.

    One that must be there gets another of the values that it may have.
    """
    if not isinstance(was, dict) or fault.kind != "value_error":
        return ()
    for model in (*(_models_of(field.annotation) if field else ()), *fault.models):
        for rest, names in _variants(was, model):
            if _is_valid(model, (), rest):
                was.clear()
                was.update(rest)
                return names
    return ()


def _variants(
    was: dict[str, Any], model: type[BaseModel]
) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    fields = {key: field for key, field in model.model_fields.items() if key in was}
    free = [key for key, field in fields.items() if not field.is_required()]
    for names in combinations(free, 1):
        yield {key: value for key, value in was.items() if key not in names}, names
    for key, field in fields.items():
        for choice in get_args(field.annotation) if _is_literal(field.annotation) else ():
            yield {**was, key: choice}, (key,)
    for names in combinations(free, 2):
        yield {key: value for key, value in was.items() if key not in names}, names


def _models_of(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Return the models that a value, or an item of a list, can be."""
    is_list = get_origin(annotation) in (tuple, list)
    return models_in(get_args(annotation)[0] if is_list else annotation)


def _is_literal(annotation: Any) -> bool:
    return get_origin(annotation) is Literal


def _stand_ins(field: FieldInfo | None, name: str, kept: Any) -> Iterator[Any]:
    """Yield what may stand where a value is missing or wrong."""
    if field is None:
        return
    annotation = field.annotation
    if get_origin(annotation) in (tuple, list):
        item = get_args(annotation)[0]
        yield from _of_type(item, (), name, kept)
    yield from _of_type(annotation, tuple(field.metadata), name, kept)


def _of_type(annotation: Any, metadata: tuple[Any, ...], name: str, kept: Any) -> Iterator[Any]:
    for model in models_in(annotation):
        data: dict[str, Any] = {}
        for key, field in model.model_fields.items():
            if field.is_required():
                value = next(_stand_ins(field, f"{name}-{key}", None), None)
                data[key] = [value] if get_origin(field.annotation) is tuple else value
        for own in (kept, name) if "id" in data else (None,):
            trial = {**data, "id": own} if own else data
            for variant in (trial, *(one for one, _ in _variants(trial, model))):
                if _is_valid(model, (), variant):
                    yield variant
    choices: list[Any] = list(get_args(annotation)) if _is_literal(annotation) else []
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        choices = [member.value for member in annotation]
    for value in (*choices, name, *_WORDS):
        if _is_valid(annotation, metadata, value):
            yield value


def _is_valid(annotation: Any, metadata: tuple[Any, ...], value: Any) -> bool:
    kind: Any = Annotated[(annotation, *metadata)] if metadata else annotation
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
