"""From the way pydantic names to the way a reader of the file sees.

Pydantic's way has steps that are not in the file: the member of a union that was tried, and a
mark for "the key itself".
"""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from briefgen.types.source_map import Path

Step = str | int


class Way(Struct, frozen=True):
    """A way that stands in the file, and the value at its end.

    `member` is the first union member that was tried on the way, `before` the way up to it.
    """

    path: Path
    value: Any
    member: Step | None = None
    before: Path = ()
    is_key: bool = False


def real_path(steps: tuple[Step, ...], data: Any, *, missing: bool) -> Way:
    """Return the part of pydantic's way that stands in the data.

    With `missing`, the last step is a key that should be there.
    """
    path: list[Step] = []
    value: Any = data
    member: Step | None = None
    before: Path = ()
    for place, step in enumerate(steps):
        last = place == len(steps) - 1
        if step == "[key]" and last and path and not (isinstance(value, dict) and step in value):
            return Way(tuple(path), path[-1], member, before, is_key=True)
        if missing and last:
            return Way((*path, step), None, member, before)
        if isinstance(step, int):
            inside = isinstance(value, list) and step < len(value)
        else:
            inside = isinstance(value, dict) and step in value
        if inside:
            value = value[step]
            path.append(step)
        elif member is None:
            member, before = step, tuple(path)
    return Way(tuple(path), value, member, before)


def models_at(model: type[BaseModel], steps: tuple[Step, ...]) -> tuple[type[BaseModel], ...]:
    """Return the models that hold the last step of a way: one, or those of a union."""
    annotation: Any = model
    for step in steps[:-1]:
        annotation = _inside(annotation, step)
    return models_in(annotation)


def models_in(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Return the models that a value of a type can be, not looking into lists."""
    return tuple(
        part
        for part in _alternatives(annotation)
        if isinstance(part, type) and issubclass(part, BaseModel)
    )


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _alternatives(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(each for part in get_args(annotation) for each in _alternatives(part))
    return (annotation,)


def _inside(annotation: Any, step: Step) -> Any:
    """Return the type of what a step leads to; a union member's name narrows the union."""
    alternatives = _alternatives(annotation)
    for part in alternatives:
        origin = get_origin(part)
        if origin is dict:
            return get_args(part)[1]
        if origin in (tuple, list) and isinstance(step, int):
            return get_args(part)[0]
        if isinstance(part, type) and issubclass(part, BaseModel):
            if part.__name__ == step:
                return part
            if step in part.model_fields and len(models_in(annotation)) == 1:
                return part.model_fields[str(step)].annotation
    return annotation
