"""What an argument may hold: its JSON Schema, for editors."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from briefgen.types.argument import Argument

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def json_schema(draft: str = "2020-12") -> dict[str, Any]:
    """Return the JSON Schema of an argument, with a description on every property.

    It states types, keys, choices and limits. What joins two places, such as references, is for
    `check`. `draft` is 2020-12, or 7 for editors that know no later one.
    """
    schema = TypeAdapter(Argument).json_schema(mode="validation")
    if draft == "7":
        return {"$schema": DRAFT_7, **_as_draft_7(schema)}
    return {"$schema": DIALECT, **schema}


def _as_draft_7(schema: Any) -> Any:
    """Return a schema with the keywords that draft 7 has for definitions and for tuples."""
    match schema:
        case dict():
            known = {"$defs": "definitions", "prefixItems": "items"}
            converted = {known.get(key, key): _as_draft_7(value) for key, value in schema.items()}
            if isinstance(converted.get("$ref"), str):
                converted["$ref"] = converted["$ref"].replace("#/$defs/", "#/definitions/")
            return converted
        case list():
            return [*map(_as_draft_7, schema)]
        case _:
            return schema
