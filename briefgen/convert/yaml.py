"""An argument, or some keys of it, as YAML that reads as the same data."""

from __future__ import annotations

import re
from typing import Any

import yaml

from briefgen.types.argument import Argument

_WIDTH = 100
_WORDS = re.compile(
    r"[A-Za-zÀ-ÿ(][^\x00-\x1f\x7f-\xa0:#\"'{}\[\]&*!|>%@`]*[^\x00-\x20\x7f-\xa0:#\"'{}\[\]&*!|>%@`]"
)
_CONSTANTS = frozenset({"null", "true", "false", "~"})
"""What the core schema of YAML 1.2 takes for no text, in small letters."""


def plain_data(argument: Argument) -> dict[str, Any]:
    """Return the keys of an argument that say something, as a file holds them."""
    data = argument.model_dump(mode="json", exclude_defaults=True)
    return {"briefgen": argument.briefgen, **data}


def yaml_of(data: dict[str, Any]) -> str:
    """Return data as YAML."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Write text as it stands where nothing in it means something, and else in quotes."""
    plain = _WORDS.fullmatch(text) and text.lower() not in _CONSTANTS
    style = None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
