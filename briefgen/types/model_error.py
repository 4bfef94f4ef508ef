"""All that is wrong with a model, of what a file holds or of what Python was given."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from briefgen.types.field_error import FieldError, reported
from briefgen.types.finding import FAULT_LIMIT, Finding
from briefgen.types.schema_path import Step, models_at, real_path
from briefgen.types.source_map import SourceMap


def findings_of(
    error: ValidationError, data: Any, model: type[BaseModel], places: SourceMap
) -> list[Finding]:
    """Return what is wrong with data that were to be a model; at most `FAULT_LIMIT`."""
    faults = faults_of(error, data, model)
    findings = [reported(fault, places) for fault in faults[:FAULT_LIMIT]]
    findings.sort(key=lambda finding: finding.line or 0)
    if len(faults) > FAULT_LIMIT:
        findings.append(more_faults(len(faults) - FAULT_LIMIT, places))
    return findings


def plain(value: Any) -> Any:
    """Return what a call was given as plain data: models in it as their fields."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [*map(plain, value)] if isinstance(value, (list, tuple)) else value


def more_faults(count: int, places: SourceMap) -> Finding:
    """Return what is said of faults beyond the limit."""
    message = f"has {count} more faults, which are not shown"
    return Finding("too-many-faults", message, "fix those above first", file=places.file)


def faults_of(error: ValidationError, data: Any, model: type[BaseModel]) -> list[FieldError]:
    """Return what is wrong with data, each fault once, in no order."""
    found: list[FieldError] = []
    unions: dict[tuple[Step, ...], dict[Step, list[FieldError]]] = {}
    for detail in error.errors(include_url=False):
        if detail["type"] == "default_factory_not_called":
            continue  # what it follows from is wrong, and is reported
        way = real_path(detail["loc"], data, missing=detail["type"] == "missing")
        fault = FieldError(detail, way.path, way.value, models_at(model, detail["loc"]), way.is_key)
        if way.member is None:
            found.append(fault)
        else:
            unions.setdefault(way.before, {}).setdefault(way.member, []).append(fault)
    for members in unions.values():
        found.extend(_nearest_member(members))
    return _without_echoes(found)


def _nearest_member(members: dict[Step, list[FieldError]]) -> list[FieldError]:
    """Of a value that may be one of several kinds, keep the faults of the kind it is nearest to."""
    if {"int", "float"} <= members.keys():
        return [fault.as_number() for fault in members["int"]]
    return min(members.values(), key=len)


def _without_echoes(faults: list[FieldError]) -> list[FieldError]:
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
