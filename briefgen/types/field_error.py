"""What is wrong with a value, in briefgen's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, StringConstraints
from pydantic_core import ErrorDetails

from briefgen.types.base import Address, Currency, Id, Language, Line, SourceId, SourceRef
from briefgen.types.finding import Finding, InputError, nearest, nearest_key, shown
from briefgen.types.point import Reference
from briefgen.types.schema_path import models_in
from briefgen.types.source_map import Path, SourceMap

Description = tuple[str, str, str]
"""Code, message and hint."""


class FieldError(Struct, frozen=True):
    """One of pydantic's errors: what it is, where in the file, and what was found there.

    `models` are those that hold the value; `is_key` is set where the key itself is at fault.
    """

    detail: ErrorDetails
    path: Path
    value: Any
    models: tuple[type[BaseModel], ...]
    is_key: bool

    @property
    def kind(self) -> str:
        """Pydantic's name of the error."""
        return self.detail["type"]

    @property
    def context(self) -> dict[str, Any]:
        """Limits and choices that were broken."""
        return self.detail.get("ctx", {})

    @property
    def known_keys(self) -> list[str]:
        """The keys that may stand where the value stands."""
        return [name for model in self.models for name in model.model_fields]

    @property
    def nearest_key(self) -> str | None:
        """The known key that an unknown one is most like."""
        if self.kind != "extra_forbidden":
            return None
        return nearest_key(self.path[-1], self.known_keys)

    def as_number(self) -> FieldError:
        """Return the fault of a value that may be a whole number or not, but is no number."""
        return replace(self, detail={**self.detail, "type": "number_type"})


def reported(fault: FieldError, places: SourceMap) -> Finding:
    """Return the finding for a fault."""
    code, message, hint = _description(fault)
    if fault.is_key:
        message = f"the key {shown(fault.value)} {_about_key(fault, message)}"
    if places.rows:
        hint = _in_markdown(fault, code, hint)
    line = places.line(fault.path)
    column = places.columns.get(fault.path)
    path, file = places.typed_path(fault.path), places.file_of(fault.path)
    return Finding(code, message, hint, path, file=file, line=line, column=column)


def _in_markdown(fault: FieldError, code: str, hint: str) -> str:
    """Return a hint in terms of the attributes that a figure has in Markdown."""
    if "series" in fault.path[2:-1]:
        return 'write dates with their values: series="2017: 3, 2018: 4.5"'
    if code == "missing" and fault.path[:1] == ("facts",) and fault.path[-1] == "measure":
        return hint.replace("add it", 'add of="..."')
    return hint


def _about_key(fault: FieldError, message: str) -> str:
    return message.removeprefix(f"{shown(fault.value)} ")


def _description(fault: FieldError) -> Description:
    if fault.kind in _ALWAYS:
        return _ALWAYS[fault.kind]
    if fault.kind in _WANTED:
        return _wrong_type(fault)
    if fault.kind in _LIMITS:
        return _out_of_range(fault)
    teller = _TELLERS.get(fault.kind)
    if teller is None:
        return "not-possible", f"{shown(fault.value)} is not what is wanted", fault.detail["msg"]
    return teller(fault)


def _missing(fault: FieldError) -> Description:
    fields = [model.model_fields.get(str(fault.path[-1])) for model in fault.models]
    described = next((field.description for field in fields if field and field.description), "")
    return "missing", "is missing", f"add it: {described}" if described else "add it"


def _unknown_key(fault: FieldError) -> Description:
    key = str(fault.path[-1])
    if fault.nearest_key:
        return "unknown-key", "is not a key known here", f"did you mean {fault.nearest_key}?"
    for model in fault.models:
        for name, field in model.model_fields.items():
            if any(key in inner.model_fields for inner in models_in(field.annotation)):
                return "unknown-key", "is not a key known here", f"{key} stands under {name}"
    return "unknown-key", "is not a key known here", f"known here: {', '.join(fault.known_keys)}"


_ALWAYS: dict[str, Description] = {
    "string_too_short": (
        "too-short",
        "is empty",
        "write it, or remove the key if it may be left out",
    ),
    "string_unicode": (
        "control-character",
        "holds half a character (a lone surrogate)",
        "delete it; no page can print it",
    ),
}

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "number_type": "a number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
}


def _wrong_type(fault: FieldError) -> Description:
    wanted = _WANTED[fault.kind]
    value = fault.value
    if value is None:
        message = f"is empty; {wanted} is wanted"
    elif isinstance(value, str) and wanted != "text":
        message = f"is the text {shown(value)}; {wanted} is wanted"
    else:
        message = f"is {shown(value)}; {wanted} is wanted"
    return "wrong-type", message, _type_hint(fault, wanted)


def _type_hint(fault: FieldError, wanted: str) -> str:
    match wanted, fault.value:
        case "text", None if fault.path and isinstance(fault.path[-1], int):
            return 'put it in quotes ("#fact"): what follows # is a comment; or remove the item'
        case "text", None:
            return "give it a value, or remove the key; text that begins with # stands in quotes"
        case "text", bool() | int() | float() | Decimal():
            return f'put it in quotes: "{shown(fault.value)}"'
        case "text", dict():
            return "text with a colon and a space in it stands in quotes"
        case "a list", str():
            return f"write it as a list: [{shown(fault.value)}]"
        case "a whole number", str():
            return "write digits only, without quotes, unit or separators"
        case "a number", str():
            return "write digits only, with a point for decimals: 1250.5, no unit or separators"
        case "true or false", _:
            return "without quotes: true or false"
        case "a group of keys", _:
            keys = ", ".join(_keys_wanted(fault))
            return f"keys known here: {keys}" if keys else "give it as keys, each with its value"
        case _:
            return (
                "remove the key, or give it a value"
                if fault.value is None
                else f"write {wanted} instead"
            )


def _keys_wanted(fault: FieldError) -> list[str]:
    """The keys of the model that the value should be."""
    if not fault.path:
        return fault.known_keys
    named = next((step for step in reversed(fault.path) if isinstance(step, str)), "")
    inner: list[str] = []
    for model in fault.models:
        if (field := model.model_fields.get(named)) is not None:
            inner.extend(key for each in models_in(field.annotation) for key in each.model_fields)
        else:
            inner.extend(model.model_fields)
    return inner


_LIMITS = {
    "greater_than_equal": ("ge", "at least {} is possible"),
    "greater_than": ("gt", "more than {} is wanted"),
    "less_than_equal": ("le", "at most {} is possible"),
    "less_than": ("lt", "less than {} is wanted"),
}


def _out_of_range(fault: FieldError) -> Description:
    name, limit = _LIMITS[fault.kind]
    limit = limit.format(fault.context[name])
    return "out-of-range", f"is {shown(fault.value)}; {limit}", "choose a number within the limit"


def _too_long(fault: FieldError) -> Description:
    length, limit = len(fault.value), fault.context["max_length"]
    if not isinstance(fault.value, str):
        return "too-many", f"has {length} items; at most {limit} are possible", "leave some out"
    message = f"has {length} characters; at most {limit} are possible"
    return "too-long", message, "shorten it, or move the rest to a longer form"


def _too_few(fault: FieldError) -> Description:
    if isinstance(fault.value, str):
        return _ALWAYS["string_too_short"]
    message = f"has {len(fault.value)} items; at least {fault.context['min_length']} is wanted"
    return "too-few", message, "add one"


def _choice(fault: FieldError) -> Description:
    choices = re.findall(r"'([^']*)'|(\d+)", fault.context["expected"])
    known = [quoted or digits for quoted, digits in choices]
    near = nearest(fault.value, known) if isinstance(fault.value, str) else None
    possible = f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else known[0]
    hint = f"did you mean {near}? possible: {possible}" if near else f"write {possible}"
    return "not-a-choice", f"{shown(fault.value)} is not possible here", hint


def _refused(fault: FieldError) -> Description:
    error = fault.context.get("error")
    if isinstance(error, InputError):
        return error.code, str(error), error.hint
    return "not-possible", str(error), ""


def _pattern(text_type: Any) -> str:
    constraints = [each for each in get_args(text_type) if isinstance(each, StringConstraints)]
    return str(constraints[0].pattern)


def _not_an_id(fault: FieldError) -> Description:
    fixed = re.sub(r"[^a-z0-9]+", "-", str(fault.value).lower()).strip("-")[:48].strip("-")
    hint = "lower-case letters and digits, with single hyphens between"
    hint = f"write {fixed}: {hint}" if fixed else hint
    return "not-an-id", f"{shown(fault.value)} is not an id", hint


def _not_a_key(fault: FieldError) -> Description:
    hint = "letters, digits and _, with : . + / - between them: Smith2019, who-2011"
    return "not-an-id", f"{shown(fault.value)} is not the key of a source", hint


def _not_a_source(fault: FieldError) -> Description:
    hint = "write its key, and behind a comma where in it: ffi, or ffi, p. 36"
    return "not-an-id", f"{shown(fault.value)} names no source", hint


def _not_a_reference(fault: FieldError) -> Description:
    hint = 'write "@source", "#fact" or ">quotation", by its id and in quotes'
    return "not-a-reference", f"{shown(fault.value)} is not a reference", hint


def _not_an_address(fault: FieldError) -> Description:
    hint = "an address begins with https://, http:// or mailto: and has no spaces"
    return "not-an-address", f"{shown(fault.value)} is not an address", hint


def _not_a_language(fault: FieldError) -> Description:
    hint = "write a language tag such as en, en-GB, fr or zh-Hans"
    return "not-a-language", f"{shown(fault.value)} is not a language tag", hint


def _not_a_currency(fault: FieldError) -> Description:
    hint = "write its code in three capitals: USD, AUD or EUR"
    return "not-a-currency", f"{shown(fault.value)} is not the code of a currency", hint


_NOT_ONE_LINE = (
    "not-one-line",
    "has more than one line, or a tab",
    'write it on one line, or below ">-", with spaces for tabs',
)

_PATTERNS: dict[str, Callable[[FieldError], Description]] = {
    _pattern(Id): _not_an_id,
    _pattern(SourceId): _not_a_key,
    _pattern(SourceRef): _not_a_source,
    _pattern(Line): lambda _: _NOT_ONE_LINE,
    _pattern(Reference): _not_a_reference,
    _pattern(Address): _not_an_address,
    _pattern(Language): _not_a_language,
    _pattern(Currency): _not_a_currency,
}


def _not_in_form(fault: FieldError) -> Description:
    return _PATTERNS.get(fault.context["pattern"], _not_as_written)(fault)


def _not_as_written(fault: FieldError) -> Description:
    """Describe a value that briefgen writes itself, such as a digest, and that was changed."""
    hint = "leave such values as briefgen writes them, or take the entry out"
    return "not-as-written", f"{shown(fault.value)} is not what briefgen writes here", hint


_TELLERS: dict[str, Callable[[FieldError], Description]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": _too_few,
    "literal_error": _choice,
    "enum": _choice,
    "value_error": _refused,
    "string_pattern_mismatch": _not_in_form,
}
