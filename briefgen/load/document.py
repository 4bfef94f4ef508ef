"""Plain data to a model: every fault at once, each with its path, its line and a fix."""

from __future__ import annotations

import os
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from briefgen.cache import kept_with_files
from briefgen.load.text import StandardInput, read_text
from briefgen.load.yaml import parse_yaml_in_part
from briefgen.types.finding import Finding, LoadError
from briefgen.types.source_map import Lost, SourceMap

Model = TypeVar("Model", bound=BaseModel)

SUFFIXES = (".yaml", ".yml", ".json", ".md")


def read_data(path: str | os.PathLike[str]) -> tuple[Any, SourceMap]:
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
) -> tuple[Any, SourceMap, list[Finding], Lost]:
    """Return what can be read of a file, what is wrong with it, and what is lost.

    Raises:
        LoadError: another suffix, or a file that cannot be read.
    """
    file = os.fspath(path)
    text, suffix = _text_and_suffix(path, file)
    return parse_in_part(text, suffix, file)


def parse_in_part(text: str, suffix: str, file: str) -> tuple[Any, SourceMap, list[Finding], Lost]:
    """Return the same of a text in the format that a suffix says.

    Readers of Markdown and JSON are imported where they are asked for.
    """
    if suffix == ".md":
        from briefgen.load.markdown import parse_markdown_in_part  # noqa: PLC0415

        return parse_markdown_in_part(text, file)
    if suffix != ".json":
        data, places, findings, lost = parse_yaml_in_part(text, file)
    else:
        from briefgen.load.json import parse_json_in_part  # noqa: PLC0415

        data, places, findings, lost = *parse_json_in_part(text, file), Lost()
    if isinstance(data, dict) and isinstance(data.get("facts"), str):  # the name of a table
        from briefgen.load.markdown.fact_table import with_fact_table  # noqa: PLC0415

        places, more, lost = with_fact_table(data, places, lost)
        findings = [*findings, *more]
    return data, places, findings, lost


def _text_and_suffix(path: str | os.PathLike[str], file: str) -> tuple[str, str]:
    """Return what a file says, and the suffix that names its language."""
    if isinstance(path, StandardInput):
        return path.read(), path.suffix
    suffix = os.path.splitext(file)[1].lower()  # noqa: PTH122 - a path with NUL is no Path
    if suffix not in SUFFIXES:
        message = f'ends in "{suffix}"' if suffix else "has no suffix"
        hint = "name it .md, .yaml, .yml or .json"
        raise LoadError([Finding("file-suffix", message, hint, file=file)])
    return read_text(path), suffix


def read_model(path: str | os.PathLike[str], model: type[Model]) -> Model:
    """Return the model that a YAML or JSON file holds, kept for as long as the file stays as it is.

    Raises:
        LoadError: see `read_data` and `to_model`.
    """
    loaded: Model = _read(os.fspath(path), model)[0]
    return loaded


@kept_with_files(64, lambda read: (read[1],))
def _read(file: str, model: type[Any]) -> tuple[Any, str]:
    loaded, _, findings, _ = read_model_in_part(file, model)
    if findings:
        raise LoadError(findings)
    return loaded, file


def read_model_in_part(
    path: str | os.PathLike[str], model: type[Model]
) -> tuple[Model | None, SourceMap, list[Finding], Lost]:
    """Return what can be read of a file as a model, the lines, what is wrong, and what is lost.

    Raises:
        LoadError: another suffix, or a file that cannot be read.
    """
    data, places, findings, lost = read_data_in_part(path)
    if data is None and findings:
        return None, places, findings, lost
    loaded, faults, lost = whole_or_part(data, model, places, lost)
    return loaded, places, [*findings, *faults], lost


def whole_or_part(
    data: Any, model: type[Model], places: SourceMap, lost: Lost
) -> tuple[Model | None, list[Finding], Lost]:
    """Return data as a model, or as much of one as `model_in_part` makes of what is wrong."""
    try:
        return model.__pydantic_validator__.validate_python(data), [], lost
    except ValidationError:
        from briefgen.load.partial import model_in_part  # noqa: PLC0415 - for the mistaken only

        return model_in_part(data, model, places, lost)


def to_model(data: Any, model: type[Model], places: SourceMap) -> Model:
    """Return plain data as a model.

    Raises:
        LoadError: every value that is missing, unknown or not what is wanted.
    """
    try:
        return model.__pydantic_validator__.validate_python(data)  # type: ignore[no-any-return]
    except ValidationError as error:
        from briefgen.types.model_error import findings_of  # noqa: PLC0415 - for the mistaken only

        raise LoadError(findings_of(error, data, model, places)) from None
