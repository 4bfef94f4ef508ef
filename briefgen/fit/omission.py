"""What a brief leaves out, as reported to its author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never, get_args

from briefgen.fit.refusing import covered_by, unmet
from briefgen.types.argument import Argument, Part
from briefgen.types.block import (
    Block,
    Chart,
    Contents,
    Glossary,
    Heading,
    Illustration,
    KeyFigures,
    Paragraph,
    SourceList,
    Table,
    Timeline,
)
from briefgen.types.block_prose import proses
from briefgen.types.brief import Content, Omission, OmittedKind
from briefgen.types.draft import Choice, Draft
from briefgen.types.fact import chart_holders
from briefgen.types.point import Form
from briefgen.types.prose import runs
from briefgen.types.selection import FREE, LEAST_PRIORITY, Overrides


def omissions(
    argument: Argument, draft: Draft, chosen: Sequence[int | None], overrides: Overrides = FREE
) -> tuple[Omission, ...]:
    """Return the points that are missing or shorter than this length offers, most important first.

    A point that the content template or the audience has no place for is missing, too. What the
    author pinned or excluded was no loss.
    """
    considered: dict[str, set[Form]] = {}
    printed: dict[str, set[Form]] = {}
    needs: dict[str, tuple[str, ...]] = {}
    items = (item for section in draft.sections for item in section.items)
    choices = [item for item in items if isinstance(item, Choice)]
    covers = covered_by(draft, chosen)
    for choice, variant in zip(choices, chosen, strict=True):
        forms = [variant.form for variant in choice.variants if variant.form]
        if choice.part is None or not forms:
            continue
        considered.setdefault(choice.subject, set()).update(forms)
        needs.setdefault(choice.subject, unmet(choice, covers))
        if variant is not None:
            printed.setdefault(choice.subject, set()).add(forms[variant])
    found: list[Omission] = []
    for part in Part:
        for point in argument.points(part):
            can = _longest(considered.get(point.id, set()))
            did = _longest(printed.get(point.id, set()))
            if (did is None or did != can) and point.id not in overrides:
                known = tuple(form for form in Form if form in considered.get(point.id, set()))
                headline = point.forms.headline
                lacks = needs.get(point.id, ()) if did is None else ()
                found.append(
                    Omission(point.id, part, point.priority, headline, known, did, needs=lacks)
                )
    return tuple(sorted(found, key=lambda covered: (covered.priority, covered.printed is not None)))


def _longest(forms: set[Form]) -> Form | None:
    return next((form for form in reversed(Form) if form in forms), None)


UNRANKED = 3
"""Pictures, quotations and editor's notes have no priority of their own."""

_KINDS = get_args(OmittedKind)


def unprinted(
    argument: Argument, content: Content, overrides: Overrides = FREE
) -> tuple[Omission, ...]:
    """Return the key figures, charts, pictures, events, quotations and notes that are not printed.

    All of them, also those for which this audience or length has no place: the author made them
    and must learn that no reader of this brief sees them. A key figure is a fact with a priority,
    and is printed wherever its number is: large, in prose or in a table. A logo is no picture.
    """
    shown = {
        one for section in content.sections for block in section.blocks for one in _shown(block)
    }
    return tuple(
        Omission(key, None, priority, words, (), None, kind)
        for kind, key, priority, words in _held(argument)
        if (kind, key) not in shown and key not in overrides
    )


def by_importance(found: Sequence[Omission]) -> tuple[Omission, ...]:
    """Return omissions in one order: priority, points before the rest, missing before shorter."""
    return tuple(
        sorted(
            found,
            key=lambda one: (one.priority, _KINDS.index(one.kind), one.printed is not None),
        )
    )


def _held(argument: Argument) -> Iterator[tuple[OmittedKind, str, int, str]]:
    """Yield all that an argument has beside its points: kind, id, priority and words."""
    holders = chart_holders(argument.facts)
    for fact in argument.facts:
        if fact.priority:
            yield "key figure", fact.id, fact.priority, fact.label or fact.measure
        if holders.get(fact.id) == fact.id:
            yield "chart", fact.id, fact.priority or LEAST_PRIORITY, f"{fact.measure}, {fact.scope}"
    for image in argument.images:
        if image.id != argument.issuer.logo:
            yield "picture", image.id, UNRANKED, image.alt
    for event in argument.timeline:
        yield "event", event.id, event.priority, event.text
    for quotation in argument.quotations:
        yield "quotation", quotation.id, UNRANKED, quotation.text
    for note in argument.notes:
        yield "note", note.id, UNRANKED, note.about


def _shown(block: Block) -> Iterator[tuple[OmittedKind, str]]:
    """Yield what a block prints."""
    match block:
        case KeyFigures():
            yield from (("key figure", figure.fact) for figure in block.figures)
        case Timeline():
            yield from (("event", moment.event) for moment in block.moments)
        case Chart():
            yield "chart", block.fact
        case Illustration():
            yield "picture", block.image
        case Table():
            for key in block.reports:
                yield from (("key figure", key), ("event", key))
        case Paragraph():
            yield from (("note", note) for note in (block.note,) if note is not None)
        case Heading() | Contents() | SourceList() | Glossary():
            pass
        case _:
            assert_never(block)
    yield from _mentioned(block)


def _mentioned(block: Block) -> Iterator[tuple[OmittedKind, str]]:
    """Yield the quotations and figures in a block's prose."""
    for prose in proses(block):
        for run in runs(prose):
            if run.quotation:
                yield "quotation", run.quotation
            if run.fact:
                yield "key figure", run.fact
