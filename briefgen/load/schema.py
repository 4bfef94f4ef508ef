"""What an argument may hold: its JSON Schema for editors, and a skeleton to start from."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from briefgen.load.shelf import shelf_folder
from briefgen.load.text import read_text
from briefgen.types.argument import Argument

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an argument, with a description on every property.

    It states types, keys, choices and limits. What joins two places, such as references, is for
    `check`.
    """
    return {"$schema": DIALECT, **TypeAdapter(Argument).json_schema(mode="validation")}


def skeleton() -> str:
    """Return a commented argument in YAML whose sentences say what to write in their place.

    It loads and checks without errors, so that it can be built at once and replaced bit by bit.
    """
    return read_text(shelf_folder("templates") / "skeleton.yaml")
