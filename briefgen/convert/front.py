"""The front matter: keys of an argument on as few lines as can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefgen.convert.words import WIDTH
from briefgen.convert.yaml import flow_of, yaml_of


def front_matter(data: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield lines of YAML: each key on one, where that holds its value, and else below it."""
    for key, value in data.items():
        flow = f"{indent}{key}: {flow_of(value)}"
        if isinstance(value, str) or len(flow) > WIDTH:
            if isinstance(value, dict):
                yield f"{indent}{key}:"
                yield from front_matter(value, f"{indent}  ")
                continue
            lines = yaml_of({key: value}, WIDTH - len(indent)).rstrip("\n").split("\n")
            yield from (f"{indent}{line}" for line in lines)
        else:
            yield flow
