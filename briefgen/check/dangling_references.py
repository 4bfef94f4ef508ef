"""What is referred to must be there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from briefgen.check.reference import LISTS, Mention, ids_of, mentions
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

GUESSES = 100
"""For so many the nearest known id is looked for. Each takes time that grows with the ids."""

_VERB = {"@": "cites", "#": "refers to", ">": "quotes", "!": "shows"}


def dangling_references(argument: Argument) -> Iterator[Remark]:
    """Remark each reference to an id that is not there."""
    known = {sign: dict.fromkeys(ids_of(argument, sign)) for sign in LISTS}
    reported = 0
    for mention in dict.fromkeys(mentions(argument)):
        if mention.id not in known[mention.sign]:
            reported += 1
            message = f'{_VERB[mention.sign]} "{mention.id}", which is not in {LISTS[mention.sign]}'
            yield Remark(mention.path, message, _hint(mention, known, guess=reported <= GUESSES))


def _hint(mention: Mention, known: dict[str, dict[str, None]], *, guess: bool) -> str:
    for sign, ids in known.items():
        if sign not in (mention.sign, "!") and mention.id in ids:
            return f"it is in {LISTS[sign]}: write {sign}{mention.id}"
    if guess and (near := get_close_matches(mention.id, known[mention.sign], 1, 0.7)):
        return f"did you mean {near[0]}?"
    return f"add {mention.id} under {LISTS[mention.sign]}, or drop the reference"
