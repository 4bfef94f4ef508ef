"""Rules about what is printed together: that it is there, and what a figure must be said with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.check.passage import passages, points
from briefgen.check.rule import OWN, Remark, rule
from briefgen.markup import words_in
from briefgen.types.argument import Argument
from briefgen.types.fact import Fact
from briefgen.types.finding import nearest
from briefgen.types.point import Form, Point
from briefgen.types.source_map import Path


def companions(argument: Argument) -> Iterator[tuple[Path, str, str]]:
    """Yield each thing that something may only be printed with: its path, whose it is, what."""
    for path, point in points(argument):
        for number, one in enumerate(point.together):
            yield (*path, "together", number), point.id, one
    for at, fact in enumerate(argument.facts):
        for number, one in enumerate(fact.together):
            yield ("facts", at, "together", number), f"#{fact.id}", one
    for at, note in enumerate(argument.notes):
        for number, one in enumerate(note.explains):
            yield ("notes", at, "explains", number), note.id, one


def _is_words(one: str) -> bool:
    return one[0] == "“"


@rule(
    "unknown-companion",
    "error",
    "What is printed together with something is there.",
    rests_on=("thesis", "facts", "quotations"),
)
def unknown_companions(argument: Argument) -> Iterator[Remark]:
    """Report what stands under `together` or `explains` and is not there; and what needs itself."""
    by_id = {point.id: point for _, point in points(argument)}
    known = dict.fromkeys(
        [
            *by_id,
            *(f"#{fact.id}" for fact in argument.facts),
            *(f">{quotation.id}" for quotation in argument.quotations),
        ]
    )
    for path, own, one in companions(argument):
        if _is_words(one):
            continue
        key, _, form = one.partition(".")
        if key == own:
            yield Remark(path, f'needs "{one}", which is itself', "name what stands beside it")
        elif key not in known:
            near = nearest(key, known)
            hint = f"did you mean {near}?" if near else "name a point, a #fact or a >quotation"
            yield Remark(path, f'needs "{one}", which is not there', hint)
        elif form and not _has(by_id[key], Form(form)):
            message = f'needs "{key}" as {form}, which it has not'
            yield Remark(path, message, f"write its {form}, or name {key} in any form")


def _has(point: Point, form: Form) -> bool:
    longer = [each for each in Form if list(Form).index(each) >= list(Form).index(form)]
    worded = [point.forms, *(point.forms.worded([one]) for one in point.wording.values())]
    return any(forms.texts(each) for forms in worded for each in longer)


# Two that need each other are one thing, and are better written as one.
@rule(
    "together-cycle",
    "error",
    "Nothing needs what needs it.",
    rests_on=("thesis", "facts"),
)
def cycles(argument: Argument) -> Iterator[Remark]:
    """Report, once each, where what is needed leads back to what needs it."""
    needs: dict[str, dict[str, Path]] = {}
    for path, own, one in companions(argument):
        key = one.partition(".")[0]
        if not _is_words(one) and key != own and path[-2] == "together":
            needs.setdefault(own, {}).setdefault(key, path)
    for round_ in _rounds(needs):
        first, second = round_[0], round_[1]
        message = f"leads back to itself: {' → '.join(round_)}"
        yield Remark(needs[first][second], message, "let one of them be printed by itself")


def _rounds(needs: Mapping[str, Mapping[str, Path]]) -> Iterator[list[str]]:
    """Yield a way round for each cycle: depth first, each name once, on a stack of our own."""
    done: set[str] = set()
    for start in needs:
        way: list[str] = []
        stack = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                way.pop()
                done.add(name)
            elif name in way:
                yield [*way[way.index(name) :], name]
            elif name not in done:
                way.append(name)
                stack.append((name, True))
                stack += [(one, False) for one in needs.get(name, ())]


@rule(
    "companion-excluded",
    "warning",
    "Nothing needs what is excluded.",
    rests_on=("thesis",),
)
def excluded_companions(argument: Argument) -> Iterator[Remark]:
    """Report each need of a point that is excluded: what needs it is never printed."""
    excluded = {point.id for _, point in points(argument) if point.exclude}
    for path, _, one in companions(argument):
        if one.partition(".")[0] in excluded:
            message = f'needs "{one}", which is excluded, and so is never printed'
            yield Remark(path, message, "include it, or let this stand without it")


@rule(
    "words-missing",
    "error",
    "A figure is said with the words that it is never printed without.",
    rests_on=(OWN, "facts"),
)
def missing_words(argument: Argument) -> Iterator[Remark]:
    """Report each form, label and row that has a figure and not the words that belong to it."""
    wanted = {
        fact.id: words
        for fact in argument.facts
        if (words := [one.strip("“”") for one in fact.together if _is_words(one)])
    }
    if not wanted:
        return
    for path, text in _whole_forms(argument):
        said = _plain(words_in(text))
        for key, words in wanted.items():
            if f"[#{key}]" in text:
                yield from _unsaid(path, key, words, said, "says")
    for number, fact in enumerate(argument.facts):
        if fact.id in wanted:
            yield from _in_lists(("facts", number), fact, wanted[fact.id])


def _in_lists(path: Path, fact: Fact, words: list[str]) -> Iterator[Remark]:
    """Report a key figure or a row of the table of figures without the words of its fact."""
    noun = f"{fact.qualifier or ''} {fact.measure} {fact.scope or ''}"
    if fact.priority:
        large = f"{fact.qualifier or ''} {fact.label}" if fact.label else noun
        name = "label" if fact.label else "measure"
        yield from _unsaid((*path, name), fact.id, words, _plain(words_in(large)), "labels")
    if fact.listed and not (fact.priority and not fact.label):
        yield from _unsaid((*path, "measure"), fact.id, words, _plain(words_in(noun)), "lists")


def _unsaid(path: Path, key: str, words: list[str], said: str, verb: str) -> Iterator[Remark]:
    for one in words:
        if _plain(one) not in said:
            message = f"{verb} [#{key}] without “{one}”"
            yield Remark(path, message, "say it there, or leave the figure out there")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _whole_forms(argument: Argument) -> Iterator[tuple[Path, str]]:
    """Yield each form as one text: what more adds is read after the summary."""
    whole: dict[Path, str] = {}
    for passage in passages(argument):
        whole[passage.whole] = f"{whole.get(passage.whole, '')} {passage.text}"
    for path, text in whole.items():
        before = whole.get((*path[:-1], "summary"), "") if path[-1] == "more" else ""
        yield path, f"{before} {text}"


@rule(
    "unknown-member",
    "error",
    "An enumeration has points of one part as its members.",
    rests_on=("thesis",),
)
def unknown_members(argument: Argument) -> Iterator[Remark]:
    """Report members under `complete` that are no points, or of another part; and empty parts."""
    parts = {point.id: path[0] for path, point in points(argument)}
    for number, one in enumerate(argument.complete):
        path: Path = ("complete", number)
        if isinstance(one, str):
            if not argument.points(one):
                message = f"asks for all of {one.value}, of which there are none"
                yield Remark(path, message, "write them, or leave the enumeration out")
            continue
        for place, member in enumerate(one):
            if member not in parts:
                near = nearest(member, parts)
                hint = f"did you mean {near}?" if near else "name points by their ids"
                yield Remark((*path, place), f'lists "{member}", which is no point', hint)
            elif parts[member] != parts.get(one[0], parts[member]):
                message = f'lists "{member}", which is of {parts[member]}, not of {parts[one[0]]}'
                yield Remark((*path, place), message, "list points of one part")
