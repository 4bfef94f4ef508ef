"""What is kept from one brief to the next only saves time: no brief prints what another said."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import pytest
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen import cache
from briefgen.types.argument import Argument

Data = dict[str, Any]


def another_figure(data: Data) -> None:
    for fact in data["facts"]:
        fact["value"] += 1


def another_date_of_a_figure(data: Data) -> None:
    for fact in data["facts"]:
        fact["as_of"] = "2018-11-30"


def another_term(data: Data) -> None:
    for term in data["glossary"]:
        term["long"] = f"{term['long']} and More"


def another_quotation(data: Data) -> None:
    for quotation in data["quotations"]:
        quotation["text"] = f"not {quotation['text']}"


def other_sources(data: Data) -> None:
    for number, source in enumerate(data["sources"]):
        source |= {"status": "resolved", "address": f"https://example.org/{number}"}


def another_day(data: Data) -> None:
    for event in data["timeline"]:
        event["text"] = f"{event['text']} again"


def another_title(data: Data) -> None:
    data["title"] = "What another brief says"


def another_score(data: Data) -> None:
    for rationale in data["rationales"]:
        rationale["priority"] = 6 - rationale["priority"]


CHANGES = (
    another_figure,
    another_date_of_a_figure,
    another_term,
    another_quotation,
    other_sources,
    another_day,
    another_title,
    another_score,
)


def changed(change: Callable[[Data], None]) -> Argument:
    data = briefgen.load(MALI).model_dump(mode="json", exclude_defaults=True)
    change(data)
    return Argument.model_validate(data)


def written(argument: Argument) -> list[bytes]:
    """Return a brief that is fitted and one that has everything."""
    return [
        briefgen.build(argument, length=length, audience=audience).to_bytes("pdf")
        for length, audience in (("one-page", "decision-maker"), ("full", "analyst"))
    ]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_brief_is_the_same_whatever_was_built_before(change: Callable[[Data], None]) -> None:
    before, after = briefgen.load(MALI), changed(change)
    cache.clear()
    alone = written(after)
    cache.clear()
    others = written(before)
    assert written(after) == alone
    assert alone != others


def test_nothing_is_kept_in_a_process_but_by_the_module_that_can_clear_it() -> None:
    package = ROOT / "briefgen"
    stray = [
        f"{module.relative_to(package)}: {node.id}"
        for module in package.rglob("*.py")
        for top in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(top, ast.FunctionDef)
        for decorator in top.decorator_list
        for node in ast.walk(decorator)
        if isinstance(node, ast.Name) and node.id in ("lru_cache", "cache")
    ]
    assert stray == []
