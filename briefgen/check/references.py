"""References of an argument: ids in prose and in lists, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from briefgen.check.passage import points, prose_texts, texts
from briefgen.check.rule import Remark, rule
from briefgen.pattern import late_pattern
from briefgen.types.argument import Argument
from briefgen.types.finding import nearest
from briefgen.types.reference import REFERENCE, Cited, references, references_of
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
        for found in references(text):
            yield Mention(path, found.sign, found.id, _line_of(text, found.start))
    for path, point in points(argument):
        for number, reference in enumerate(point.evidence):
            for one in references(f"[{reference}]"):
                yield Mention((*path, "evidence", number), one.sign, one.id)
        if point.attribution.source:
            yield Mention((*path, "attribution", "source"), "@", point.attribution.source)
    yield from _of_records(argument)


def _of_records(argument: Argument) -> Iterator[Mention]:
    for number, event in enumerate(argument.timeline):
        yield from _cited(("timeline", number, "sources"), event.cited)
    for number, fact in enumerate(argument.facts):
        yield from _cited(("facts", number, "sources"), fact.cited)
        for place, other in enumerate(fact.comparable_with):
            yield Mention(("facts", number, "comparable_with", place), "#", other)
        for place, other in enumerate(fact.drawn_with):
            yield Mention(("facts", number, "drawn_with", place), "#", other)
    for number, note in enumerate(argument.notes):
        yield from _cited(("notes", number, "sources"), note.cited)
    for number, quotation in enumerate(argument.quotations):
        for one in quotation.cited:
            yield Mention(("quotations", number, "source"), "@", one.id)
    if argument.issuer.logo:
        yield Mention(("issuer", "logo"), "!", argument.issuer.logo)


def _line_of(text: str, start: int) -> int | None:
    return text.count("\n", 0, start) if "\n" in text else None


def _cited(path: Path, cited: tuple[Cited, ...]) -> Iterator[Mention]:
    for number, one in enumerate(cited):
        yield Mention((*path, number), "@", one.id)


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
    entries = argument.places.entries
    near = {**known, "@": known["@"] | dict.fromkeys(entries)}
    guesses = min(GUESSES, GUESSES * GUESSES * 2 // (len(near["@"]) + 1))
    reported = 0
    first = {(one.path, one.sign, one.id): one for one in reversed([*mentions(argument)])}
    printed = {_in_point(one) for one in first.values() if "evidence" not in one.path}
    for mention in reversed(first.values()):
        if "evidence" in mention.path and _in_point(mention) in printed:
            continue  # one mistake: in Markdown, evidence is what the prose refers to
        unread = mention.sign == "@" and mention.id in entries  # which is reported at the entry
        if mention.id not in known[mention.sign] and not unread:
            reported += 1
            where = LISTS[mention.sign]
            if mention.sign == "@" and argument.bibliography:
                where = f"{where} or {', '.join(argument.bibliography)}"
            message = f'{_VERB[mention.sign]} "{mention.id}", which is not in {where}'
            hint = _known_id_hint(mention, near, guess=reported <= guesses)
            yield Remark(mention.path, message, hint, mention.text_line)


def _in_point(mention: Mention) -> tuple[Path, str, str]:
    """Return what is referred to, and in which point."""
    path = mention.path
    return path[: 1 if path[0] == "thesis" else 2], mention.sign, mention.id


def _known_id_hint(mention: Mention, known: dict[str, dict[str, None]], *, guess: bool) -> str:
    for sign, ids in known.items():
        if sign not in (mention.sign, "!") and mention.id in ids:
            return f"it is in {LISTS[sign]}: write {sign}{mention.id}"
    if guess and (near := nearest(mention.id, known[mention.sign])):
        return f"did you mean {near}?"
    return f"add {mention.id} under {LISTS[mention.sign]}, or drop the reference"


_BRACKETED = late_pattern(
    r"(?<!\\)\[(?:\s*[@#>][^\]\n]*(?:\]|$)|[^\[\]\n@]{0,60}?(?:\s|-)@(\w+(?:[:.+/?=&~%#$*'-]+\w+)*)[^\[\]\n]*\])",
    re.MULTILINE,
)


_BARE = late_pattern(
    r"(?<![\\\w@#/&.:=-])(?:([@#>])|\[(?=[\w-]+\](?![(\[{])))"
    r"([a-z0-9]+(?:-[a-z0-9]+)*)(?(1)(?![\w@-])|\])"
)
"""An id with its sign and no brackets, or in brackets and with no sign."""


@rule(
    "malformed-reference",
    "error",
    "What looks like a reference in prose is one.",
    rests_on=(),
)
def malformed_references(argument: Argument) -> Iterator[Remark]:
    """Report each `[@…]`, `[#…]` or `[>…]` that cannot be read as a reference.

    Also a source behind words in brackets, which Pandoc would cite, an id without its sign or its
    brackets, and a reference that leads somewhere and stands where none is read, as in a title.
    """
    ids = _usable(argument)
    prose = dict(prose_texts(argument))
    for path, text in prose.items():
        for found in _BRACKETED.finditer(text):
            behind_words = found[1] is not None
            if behind_words and f"@{found[1]}" not in ids:
                continue
            if behind_words or not REFERENCE.match(text, found.start()):
                shown = found[0] if len(found[0]) <= 40 else f"{found[0][:37]}..."  # noqa: PLR2004
                message = f"has {shown}, which is no reference"
                line = _line_of(text, found.start())
                yield Remark(path, message, _spelling_hint(found[0], ids), line)
        for found in _BARE.finditer(_BRACKETED.sub(_blank, REFERENCE.sub(_blank, text))):
            signs = (found[1],) if found[1] else LISTS
            if meant := next(
                (f"[{sign}{found[2]}]" for sign in signs if sign + found[2] in ids), ""
            ):
                message = f'has "{found[0]}", which is printed as it stands'
                yield Remark(path, message, f"did you mean {meant}?", _line_of(text, found.start()))
    for path, text in texts(argument):
        for found in REFERENCE.finditer(text) if path not in prose else ():
            if any(one.sign + one.id in ids for one in references_of(found)):
                message = f"has {found[0]} where no reference is read"
                yield Remark(path, message, "write out the words that should stand there")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _usable(argument: Argument) -> frozenset[str]:
    """Return every reference that may stand in prose."""
    lists = (("@", argument.sources), ("#", argument.facts), (">", argument.quotations))
    return frozenset(f"{mark}{entry.id}" for mark, entries in lists for entry in entries)


def _spelling_hint(text: str, ids: frozenset[str]) -> str:
    """Return the reference that was meant, where only the manner of its id is wrong."""
    bare = text.strip("[] \t")
    meant = bare[:1] + re.sub(r"[\s_]+", "-", bare[1:].strip())
    if meant.lower() in ids:
        return f"did you mean [{meant.lower()}]? ids are lower-case words with hyphens"
    if bare.count("@") > 1:
        return "part sources by semicolons: [@one, p. 36; @other]"
    if (apart := _APART.fullmatch(bare)) and apart[1] in ids:
        return f"did you mean [{apart[1]}, {apart[2]}]? a comma stands before the place"
    if "@" in bare[1:]:
        return "write the words before the bracket: see [@source, p. 36]"
    return "write one id: [@source, p. 36], [#fact-id] or [>quotation]; or \\[ for a bracket"


_APART = late_pattern(r"(@\S+?),?\s+(\S.*)")
