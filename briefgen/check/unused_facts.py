"""A figure that no reader can meet."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.reference import mentions
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def unused_facts(argument: Argument) -> Iterator[Remark]:
    """Remark each fact that neither prose nor evidence refers to and that is no key figure."""
    used = {
        mention.id
        for mention in mentions(argument)
        if mention.sign == "#" and "comparable_with" not in mention.path
    }
    for number, fact in enumerate(argument.facts):
        if fact.id not in used and fact.priority is None:
            message = f'nothing refers to the fact "{fact.id}"'
            hint = f"use it as [#{fact.id}], name it as evidence, or give it a priority"
            yield Remark(("facts", number), message, hint)
