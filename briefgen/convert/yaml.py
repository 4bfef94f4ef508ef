"""An argument, or some keys of it, as YAML that reads as the same data."""

from __future__ import annotations

from typing import Any

import yaml

from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument, Part
from briefgen.types.point import Point, referred
from briefgen.types.supplements import Source

_WIDTH = 100
_WORDS = late_pattern(
    r"[A-Za-zÀ-ÿ(][^\x00-\x1f\x7f-\xa0:#\"'{}\[\]&*!|>%@`]*[^\x00-\x20\x7f-\xa0:#\"'{}\[\]&*!|>%@`]"
)
_DATE = late_pattern(r"\d{4}-\d{2}-\d{2}")
_CONSTANTS = frozenset({"null", "true", "false", "~"})
"""What the core schema of YAML 1.2 takes for no text, in small letters."""


def plain_data(argument: Argument) -> dict[str, Any]:
    """Return the keys of an argument that say something, as a file holds them."""
    data = argument.model_dump(mode="json", exclude_defaults=True)
    if own := own_sources(argument):
        data["sources"] = [one.model_dump(mode="json", exclude_defaults=True) for one in own]
    else:
        data.pop("sources", None)
    article = data["article"]
    if article["cut_off"] == article["date"]:
        article.pop("cut_off")
    article["authors"] = [one["name"] if [*one] == ["name"] else one for one in article["authors"]]
    for part in Part:
        entries = data.get(part.value, [])
        points = entries if isinstance(entries, list) else [entries]
        for point, of in zip(points, argument.points(part), strict=True):
            _leave_evidence(point, of)
    return {"briefgen": argument.briefgen, **data}


def _leave_evidence(data: dict[str, Any], point: Point) -> None:
    """Leave out evidence that follows from the text, and say so where there is none."""
    forms = point.forms
    follows = referred((*forms.detail, *forms.more, forms.summary or ""))
    if point.evidence == follows:
        data.pop("evidence", None)
    elif not point.evidence:
        data["evidence"] = []


def own_sources(argument: Argument) -> tuple[Source, ...]:
    """Return the sources that an argument holds itself: others stand in its bibliographies."""
    entries = argument.places.entries if argument.bibliography else {}
    return tuple(one for one in argument.sources if one.id not in entries)


def yaml_of(data: dict[str, Any], width: float = _WIDTH) -> str:
    """Return data as YAML."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)
    return text


def flow_of(value: Any) -> str:
    """Return a value as YAML on one line."""
    text: str = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
        default_flow_style=True,
    )
    return text.removesuffix("...\n").strip()


class _Dumper(yaml.SafeDumper):
    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [each for each in found if each[0] != "tag:yaml.org,2002:timestamp"]
        for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }
    """Those of the core schema of YAML 1.2, in which a date is a text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Write text as it stands where nothing in it means something, and else in quotes."""
    plain = _DATE.fullmatch(text) or (_WORDS.fullmatch(text) and text.lower() not in _CONSTANTS)
    style = None if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
