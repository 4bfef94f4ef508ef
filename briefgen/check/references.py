"""References of an argument: ids in prose and in lists, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from msgspec import Struct

from briefgen.check.passage import points, prose_texts, texts
from briefgen.check.rule import Remark, rule
from briefgen.types.argument import Argument
from briefgen.types.prose import REFERENCE
from briefgen.types.source_map import Path

LISTS = {"@": "sources", "#": "facts", ">": "quotations", "!": "images"}
"""What a sign refers to. The last is none of prose; it stands for a logo."""


class Mention(Struct, frozen=True):
    """One reference: where it stands, its sign and the id it names.

    `text_line` is the line on which it stands, in a text of several lines.
    """

    path: Path
    sign: str
    id: str
    text_line: int | None = None


def mentions(argument: Argument) -> Iterator[Mention]:
    """Return every reference, in the argument's order."""
    for path, text in prose_texts(argument):
        for found in REFERENCE.finditer(text):
            yield Mention(path, found[1], found[2], _line_of(text, found))
    for path, point in points(argument):
        for number, reference in enumerate(point.evidence):
            yield Mention((*path, "evidence", number), reference[0], reference[1:])
        if point.attribution.source:
            yield Mention((*path, "attribution", "source"), "@", point.attribution.source)
    for number, event in enumerate(argument.timeline):
        yield from _cited(("timeline", number, "sources"), "@", event.sources)
    for number, fact in enumerate(argument.facts):
        yield from _cited(("facts", number, "sources"), "@", fact.sources)
        yield from _cited(("facts", number, "comparable_with"), "#", fact.comparable_with)
    for number, quotation in enumerate(argument.quotations):
        if quotation.source:
            yield Mention(("quotations", number, "source"), "@", quotation.source)
    if argument.issuer.logo:
        yield Mention(("issuer", "logo"), "!", argument.issuer.logo)


def _line_of(text: str, found: re.Match[str]) -> int | None:
    return text.count("\n", 0, found.start()) if "\n" in text else None


def _cited(path: Path, sign: str, ids: tuple[str, ...]) -> Iterator[Mention]:
    for number, each in enumerate(ids):
        yield Mention((*path, number), sign, each)


def ids_of(argument: Argument, sign: str) -> tuple[str, ...]:
    """Return the ids that a sign can refer to."""
    return tuple(each.id for each in getattr(argument, LISTS[sign]))


GUESSES = 100
"""For so many the nearest known id is looked for. Each takes time that grows with the ids."""

_VERB = {"@": "cites", "#": "refers to", ">": "quotes", "!": "shows"}


@rule("unknown-reference", "error", "What is referred to is there.", rests_on=())
def dangling_references(argument: Argument) -> Iterator[Remark]:
    """Report each reference to an id that is not there."""
    known = {sign: dict.fromkeys(ids_of(argument, sign)) for sign in LISTS}
    reported = 0
    first = {(one.path, one.sign, one.id): one for one in reversed([*mentions(argument)])}
    for mention in reversed(first.values()):
        if mention.id not in known[mention.sign]:
            reported += 1
            message = f'{_VERB[mention.sign]} "{mention.id}", which is not in {LISTS[mention.sign]}'
            hint = _known_id_hint(mention, known, guess=reported <= GUESSES)
            yield Remark(mention.path, message, hint, mention.text_line)


def _known_id_hint(mention: Mention, known: dict[str, dict[str, None]], *, guess: bool) -> str:
    for sign, ids in known.items():
        if sign not in (mention.sign, "!") and mention.id in ids:
            return f"it is in {LISTS[sign]}: write {sign}{mention.id}"
    if guess and (near := get_close_matches(mention.id, known[mention.sign], 1, 0.7)):
        return f"did you mean {near[0]}?"
    return f"add {mention.id} under {LISTS[mention.sign]}, or drop the reference"


_BRACKETED = re.compile(r"(?<!\\)\[\s*[@#>][^\]\n]*(?:\]|$)", re.MULTILINE)


@rule(
    "malformed-reference",
    "error",
    "What looks like a reference in prose holds exactly one id.",
    rests_on=(),
)
def malformed_references(argument: Argument) -> Iterator[Remark]:
    """Report each `[@…]`, `[#…]` or `[>…]` that does not hold exactly one id.

    Also one that leads somewhere and stands where none is read, as in a title.
    """
    held = _usable(argument)
    prose = dict(prose_texts(argument))
    for path, text in prose.items():
        for found in _BRACKETED.finditer(text):
            if not REFERENCE.fullmatch(found[0]):
                shown = found[0] if len(found[0]) <= 40 else f"{found[0][:37]}..."  # noqa: PLR2004
                message = f"has {shown}, which is no reference"
                line = _line_of(text, found)
                yield Remark(path, message, _spelling_hint(found[0], held), line)
    for path, text in texts(argument):
        for found in REFERENCE.finditer(text) if path not in prose else ():
            if found[1] + found[2] in held:
                message = f"has {found[0]} where no reference is read"
                yield Remark(path, message, "write out the words that should stand there")


def _usable(argument: Argument) -> frozenset[str]:
    """Return every reference that may stand in prose."""
    lists = (("@", argument.sources), ("#", argument.facts), (">", argument.quotations))
    return frozenset(f"{mark}{entry.id}" for mark, entries in lists for entry in entries)


def _spelling_hint(text: str, held: frozenset[str]) -> str:
    """Return the reference that was meant, where only the manner of its id is wrong."""
    bare = text.strip("[] \t").lower()
    meant = bare[:1] + re.sub(r"[\s_]+", "-", bare[1:].strip())
    if meant in held:
        return f"did you mean [{meant}]? ids are lower-case words with hyphens"
    return "write one id: [@source], [#fact-id] or [>quotation]; or \\[ for a bracket"
