"""The registry of rules: a decorated function is a rule, and none is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from samples.sound import argument

from briefgen.check import errors
from briefgen.check import rule as rule_module
from briefgen.check.checking import MODULES, RULES, rules
from briefgen.check.rule import LANGUAGE, OWN, Remark, Rule, Scope
from briefgen.types.argument import Argument


def _stems(modules: tuple[ModuleType, ...]) -> set[str]:
    return {module.__name__.rpartition(".")[2] for module in modules}


def _with_rules(given: str = "") -> set[str]:
    """Return the modules that have rules whose decorator begins with what is given."""
    decorator = re.compile(rf"^@(scoped_)?rule\(\s*{given}", re.MULTILINE)
    files = Path(str(MODULES[0].__file__)).parent.glob("*.py")
    return {path.stem for path in files if decorator.search(path.read_text(encoding="utf-8"))}


def test_no_module_with_rules_is_forgotten() -> None:
    assert _stems(MODULES) == _with_rules()


def test_the_list_of_rules_is_that_of_the_registry() -> None:
    assert rules() == tuple((rule.code, rule.severity, rule.summary) for rule in RULES)
    assert [rule.code for rule in RULES[:2]] == ["duplicate-id", "duplicate-term"]
    assert [rule.scoped for rule in RULES] == sorted(rule.scoped for rule in RULES)


def test_the_order_of_rules_does_not_depend_on_what_was_imported_first() -> None:
    assert rule_module.in_order(reversed(RULES)) == RULES
    assert set(rule_module._PLACES) <= {rule.code for rule in RULES}


def test_a_build_imports_every_module_with_rules_of_errors_and_no_other() -> None:
    assert _stems(errors.MODULES) == _with_rules(r'"[\w-]+",\s*"error"')


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
