"""Every number in prose comes from a fact, so that it is the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.figures import numbers_in, value_of
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument


def unbacked_numbers(argument: Argument) -> Iterator[Remark]:
    """Remark each passage with numbers that are typed instead of taken from a fact."""
    language = argument.article.language
    facts: dict[float, str] = {}
    for fact in argument.facts:
        facts.setdefault(float(fact.value), fact.id)
    for passage in passages(argument):
        numbers = numbers_in(words_in(passage.text), language)
        if numbers:
            values = [value_of(each, language) for each in numbers]
            known = [facts[value] for value in values if value in facts]
            hint = f"write [#{known[0]}]" if known else "make it a fact, and write [#fact]"
            shown = ", ".join(numbers)
            yield Remark(passage.path, f"has a number that no fact backs: {shown}", hint)
