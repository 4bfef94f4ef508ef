"""Plain data to a model: every fault at once, each with its path, its line and a mend."""

from __future__ import annotations

import os
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from briefgen.cache import kept_with_files
from briefgen.load.fault import Fault, told
from briefgen.load.json import parse_json
from briefgen.load.schema_path import Step, models_at, real_path
from briefgen.load.text import read_text
from briefgen.load.tree import FAULT_LIMIT
from briefgen.load.yaml import parse_yaml_in_part
from briefgen.types.finding import Finding, LoadError
from briefgen.types.place import Lost, Places

Model = TypeVar("Model", bound=BaseModel)

SUFFIXES = (".yaml", ".yml", ".json")


def read_data(path: str | os.PathLike[str]) -> tuple[Any, Places]:
    """Return the plain data of a YAML or JSON file, and the line of each value.

    Raises:
        LoadError: another suffix, a file that cannot be read, or faults of syntax.
    """
    data, places, findings, _ = read_data_in_part(path)
    if findings:
        raise LoadError(findings)
    return data, places


def read_data_in_part(
    path: str | os.PathLike[str],
) -> tuple[Any, Places, list[Finding], Lost]:
    """Return what can be read of a YAML or JSON file, what is wrong with it, and what is lost.

    Of JSON that is none, nothing can be read.

    Raises:
        LoadError: another suffix, or a file that cannot be read.
    """
    file = os.fspath(path)
    suffix = os.path.splitext(file)[1].lower()  # noqa: PTH122 - a path with NUL is no Path
    if suffix not in SUFFIXES:
        message = f'ends in "{suffix}"' if suffix else "has no suffix"
        hint = "name it .yaml, .yml or .json"
        raise LoadError([Finding("file-suffix", message, hint, file=file)])
    text = read_text(path)
    try:
        if suffix != ".json":
            return parse_yaml_in_part(text, file)
        data, places = parse_json(text, file)
    except LoadError as error:
        return None, Places(file), [*error.findings], Lost()
    return data, places, [], Lost()


def read_model(path: str | os.PathLike[str], model: type[Model]) -> Model:
    """Return the model that a YAML or JSON file holds, kept for as long as the file stays as it is.

    Raises:
        LoadError: see `read_data` and `to_model`.
    """
    held: Model = _read(os.fspath(path), model)[0]
    return held


@kept_with_files(64, lambda read: (read[1],))
def _read(file: str, model: type[Any]) -> tuple[Any, str]:
    data, places = read_data(file)
    return to_model(data, model, places), file


def to_model(data: Any, model: type[Model], places: Places) -> Model:
    """Return plain data as a model.

    Raises:
        LoadError: every value that is missing, unknown or not what is wanted.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = faults_of(error, data, model)
    findings = [told(fault, places) for fault in faults[:FAULT_LIMIT]]
    findings.sort(key=lambda finding: finding.line or 0)
    if len(faults) > FAULT_LIMIT:
        findings.append(more_faults(len(faults) - FAULT_LIMIT, places))
    raise LoadError(findings) from None


def more_faults(count: int, places: Places) -> Finding:
    """Return what is said of faults beyond the limit."""
    message = f"has {count} more faults, which are not told"
    return Finding("too-many-faults", message, "mend those above first", file=places.file)


def faults_of(error: ValidationError, data: Any, model: type[BaseModel]) -> list[Fault]:
    """Return what is wrong with data, each fault once, in no order."""
    found: list[Fault] = []
    unions: dict[tuple[Step, ...], dict[Step, list[Fault]]] = {}
    for detail in error.errors(include_url=False):
        way = real_path(detail["loc"], data, missing=detail["type"] == "missing")
        fault = Fault(detail, way.path, way.value, models_at(model, detail["loc"]), way.is_key)
        if way.member is None:
            found.append(fault)
        else:
            unions.setdefault(way.before, {}).setdefault(way.member, []).append(fault)
    for members in unions.values():
        found.extend(_nearest_member(members))
    return _without_echoes(found)


def _nearest_member(members: dict[Step, list[Fault]]) -> list[Fault]:
    """Of a value that may be one of several kinds, keep the faults of the kind it is nearest to."""
    if {"int", "float"} <= members.keys():
        return [fault.as_number() for fault in members["int"]]
    return min(members.values(), key=len)


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """Leave out what only follows from another fault.

    A missing key where a misspelt one beside it is meant; a list that is too short only because
    pydantic does not count its faulty items.
    """
    spelt = ((fault.path, fault.nearest_key) for fault in faults[:FAULT_LIMIT])
    meant = {(*path[:-1], key) for path, key in spelt if key}
    return [
        fault
        for fault in faults
        if not (fault.kind == "missing" and fault.path in meant)
        and not (fault.kind == "too_short" and len(fault.value) >= fault.context["min_length"])
    ]
