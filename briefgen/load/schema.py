"""What an argument may hold: its JSON Schema for editors, and a skeleton to start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from briefgen.cache import kept
from briefgen.load.markdown import parse_markdown_in_part
from briefgen.load.resources import resources_folder
from briefgen.load.text import read_text
from briefgen.load.yaml import parse_yaml
from briefgen.types.argument import Argument
from briefgen.types.placeholders import PLACEHOLDERS

LEAST_WORDS, LEAST_COMMENTED = 3, 4
"""A shorter text of the skeleton may be true of an argument: United Nations, CC BY 4.0."""

_COMMENTED = re.compile(r"^ *# +(?:- )?\w+: +([^\s#{\[].*?)(?: +#.*)?$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

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
            held = {known.get(key, key): _as_draft_7(value) for key, value in schema.items()}
            if isinstance(held.get("$ref"), str):
                held["$ref"] = held["$ref"].replace("#/$defs/", "#/definitions/")
            return held
        case list():
            return [*map(_as_draft_7, schema)]
        case _:
            return schema


def skeleton(suffix: str = ".yaml") -> str:
    """Return an argument in YAML or Markdown whose sentences say what to write in their place.

    It loads and builds, so that it can be tried at once and replaced bit by bit; `check` names
    what of it is left.
    """
    name = "skeleton.md" if suffix == ".md" else "skeleton.yaml"
    return read_text(resources_folder("templates") / name)


@kept(1)
def examples() -> tuple[str, ...]:
    """Return the texts of the skeleton that say what to write in their place.

    Whole and sentence by sentence, those of its comments too: who takes out the mark may forget to
    replace what follows. What it shows in comments as headings stands in any brief.
    """
    text = skeleton()
    data, _ = parse_yaml(text, "skeleton.yaml")
    headings = _COMMENTED.findall(text.partition("\nheadings:")[2].partition("\nthesis:")[0])
    commented = [
        one
        for one in _COMMENTED.findall(text)
        if one not in headings and len(one.split()) >= LEAST_COMMENTED
    ]
    markdown, *_ = parse_markdown_in_part(skeleton(".md"), "skeleton.md")
    texts = (*_strings(data), *commented, *_strings(markdown))
    whole = (" ".join(one.split()) for one in texts)
    every = (part for one in whole for part in (one, *_SENTENCE_END.split(one)))
    long = (part for part in every if len(part.split()) >= LEAST_WORDS)
    return tuple(dict.fromkeys([*(part.strip("'\"") for part in long), *PLACEHOLDERS]))


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from _strings(item)
        case list():
            for item in value:
                yield from _strings(item)
