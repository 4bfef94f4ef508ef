"""The registry of rules: a decorated function is a rule, and none is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples.sound import argument

from briefgen.check import Scope, rules
from briefgen.check import rule as rule_module
from briefgen.check.rule import LANGUAGE, OWN, Remark, Rule
from briefgen.check.rules import MODULES, RULES
from briefgen.types.argument import Argument


def test_no_module_with_rules_is_forgotten() -> None:
    folder = Path(str(MODULES[0].__file__)).parent
    with_rules = {
        path.stem
        for path in folder.glob("*.py")
        if re.search(r"^@(scoped_)?rule\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {module.__name__.rpartition(".")[2] for module in MODULES} == with_rules


def test_the_list_of_rules_is_that_of_the_registry() -> None:
    assert rules() == tuple((rule.code, rule.severity, rule.summary) for rule in RULES)
    assert [rule.code for rule in RULES[:2]] == ["duplicate-id", "duplicate-term"]
    assert [rule.scoped for rule in RULES] == sorted(rule.scoped for rule in RULES)


def test_a_rule_rests_on_what_an_argument_has() -> None:
    known = {*Argument.model_fields, OWN, LANGUAGE}
    assert {part for rule in RULES for part in rule.rests_on} <= known


def test_a_decorated_function_is_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    registered: list[Rule] = []
    monkeypatch.setattr(rule_module, "REGISTERED", registered)

    @rule_module.rule("no-title", "warning", "Every title has words.", rests_on=())
    def no_title(argument: Argument) -> Iterator[Remark]:
        yield Remark(("title",), f"is {argument.title}", "write words")

    (found,) = registered
    assert (found.code, found.severity, found.scoped) == ("no-title", "warning", False)
    assert [each.path for each in found.remarks(argument(), Scope())] == [("title",)]
    assert [each.path for each in no_title(argument())] == [("title",)]
