"""The best selection of a brief: over all heads and feet, and of main and side under each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from briefgen.fit.contents import widest_heading
from briefgen.fit.numbering import NumberedSection
from briefgen.fit.problem import Problem, SectionItems, certain
from briefgen.fit.problem_builder import ProblemBuilder
from briefgen.fit.refusing import unmeasured
from briefgen.fit.relaxed import Relaxed
from briefgen.fit.rules import figure_rule, watches, watches_of_all
from briefgen.fit.search import Solution, bounds, feasible, solve, solve_together
from briefgen.fit.watch import Part, Together, Watch, allows
from briefgen.types.block import Block
from briefgen.types.block_prose import Coverage

EDGE_FRAMES = ("head", "foot")


class HeadAndFoot(Struct, frozen=True):
    """One selection of what stands in head and foot, with the columns that it leaves.

    `own_mpt` is the height of its blocks, `coverage` what it covers, and needs of main and side.
    """

    variants: tuple[tuple[int, int | None], ...]
    value: int
    heights: tuple[int, ...]
    own_mpt: int
    coverage: Coverage


def heads(statement: ProblemBuilder) -> Iterator[HeadAndFoot]:
    """Yield each way to print head and foot that no rule forbids."""
    own = [numbered for numbered in statement.numbered if numbered[0].frame in EDGE_FRAMES]
    choices = [item for _, items in own for item in items if isinstance(item, tuple)]
    ways = [
        [*range(len(choice.variants)), *(() if choice.required else (None,))]
        for _, choice in choices
    ]
    problem = unmeasured(own, figure_rule(statement.length, statement.draft))
    rules = [rule for rule in watches((problem,)) if rule.rule != "together"]
    for way in product(*ways):
        taken = dict(zip((number for number, _ in choices), way, strict=True))
        if all(allows(rule, problem.taken(taken)) for rule in rules):
            yield _head(statement, own, taken, problem.coverage(taken))


def _head(
    statement: ProblemBuilder,
    own: Sequence[NumberedSection],
    taken: Mapping[int, int | None],
    coverage: Coverage,
) -> HeadAndFoot:
    reserve: dict[str, list[Block]] = {frame: [] for frame in EDGE_FRAMES}
    value = 0
    for section, items in own:
        blocks: list[Block] = []
        for item in items:
            if not isinstance(item, tuple):
                blocks.append(item)
            elif (at := taken[item[0]]) is not None:
                blocks += item[1].variants[at].blocks
                value += item[1].variants[at].value
        if blocks and (heading := widest_heading(section)):
            blocks = [heading, *blocks]
        reserve[section.frame] += blocks
    block_layouts = {frame: statement.block_layouts(frame, own) for frame, own in reserve.items()}
    heights = statement.measure.column_heights_mpt(
        block_layouts["head"], block_layouts["foot"], statement.length.pages or 1
    )
    held_back = statement.held_back(len(heights))
    left = tuple(
        max(0, height - reserve) for height, reserve in zip(heights, held_back, strict=True)
    )
    own_mpt = sum(layout.height_mpt for frame in block_layouts.values() for layout in frame)
    return HeadAndFoot(tuple(taken.items()), value, left, own_mpt, coverage)


COLUMN_FRAMES = ("main", "side")


class Choosing(Struct, frozen=True):
    """The selection of a whole brief: variants in the order of the draft's choices."""

    chosen: tuple[int | None, ...]
    value: int
    bound: int


def best(statement: ProblemBuilder, known: int | None = None) -> Choosing | None:
    """Return the best selection over all heads.

    Main and side do not meet but under a head, and where a rule ties them together. Heads come in
    the order of what they can reach, read off the bounds of one that leaves as much room as any;
    once a selection reaches the floor, nothing is looked at that is worth less. Where some
    selection is `known` to do so, with its value, that holds from the first head on, and none is
    returned if there is no other as good.
    """
    every = list(heads(statement))
    if not every:
        return None
    highest, likes = _bounds_of_all(every, statement)

    def reach(head: HeadAndFoot) -> int:
        less = sum(highest) - sum(head.heights)
        return head.value + sum(like.most_with(less) for like in likes)

    found: tuple[tuple[bool, int, int], Choosing] | None = None
    bound = 0
    for head in sorted(every, key=lambda head: (-reach(head), -head.value)):
        if known is not None and reach(head) < known:
            break
        least = None if known is None else max(0, known - head.value)
        solution = under(head, statement, least=least, likes=likes)
        if solution is None:
            continue
        bound = max(bound, head.value + solution.bound)
        value = head.value + solution.value
        rank = (solution.reaches_floor, value, head.value)
        if found is None or rank > found[0]:
            variants = dict((*head.variants, *solution.variants))
            chosen = tuple(variants[number] for number in range(len(variants)))
            found = rank, Choosing(chosen, value, value)
            known = value if solution.reaches_floor else known
    if found is None:
        return None
    return replace(found[1], bound=max(bound, found[1].value))


def holds(statement: ProblemBuilder) -> bool:
    """Whether there is any selection at all: quick to say, as it is not asked what it is worth."""
    every = sorted(heads(statement), key=lambda head: -sum(head.heights))
    if not every:
        return False
    _, likes = _bounds_of_all(every, statement)
    return any(_holds_under(head, statement, likes) for head in every)


def _holds_under(
    head: HeadAndFoot, statement: ProblemBuilder, likes: Sequence[Relaxed | None]
) -> bool:
    frames = [statement.problem(name, head.heights) for name in COLUMN_FRAMES]
    tied, own, across = _ruled(head.coverage, frames)
    if across:
        return feasible(tied, likes)
    return all(feasible([one], [like]) for one, like in zip(own, likes, strict=True))


def _bounds_of_all(
    every: Sequence[HeadAndFoot], statement: ProblemBuilder
) -> tuple[tuple[int, ...], tuple[Relaxed, ...]]:
    """Return the highest that columns are under any head, and bounds that serve under all."""
    highest = tuple(map(max, zip(*(head.heights for head in every), strict=True)))
    return highest, tuple(bounds(statement.problem(name, highest)) for name in COLUMN_FRAMES)


def under(
    head: HeadAndFoot,
    statement: ProblemBuilder,
    *,
    free: bool = False,
    least: int | None = None,
    likes: Sequence[Relaxed | None] = (None, None),
) -> Solution | None:
    """Return the best selection of main and side under a head; if `free`, of all that fit.

    Each is chosen by itself. Only where that breaks a rule which ties the two together are they
    chosen in one search. What is worth less than `least`, or misses the floor where there is a
    `least`, need not be found. `likes` are bounds of main and side where the columns are as high or
    higher.
    """
    frames = [replace(statement.problem(name, head.heights), free=free) for name in COLUMN_FRAMES]
    tied, own, across = _ruled(head.coverage, frames)
    side = solve(own[1], None, likes[1])
    if side is None:
        return None
    main = solve(own[0], None if least is None else max(0, least - side.bound), likes[0])
    if main is None:
        return None
    joined = _joined(main, side)
    chosen = dict(joined.variants)
    taken = [variant for frame in tied for variant in frame.taken(chosen)]
    if all(allows(watch, taken) for watch in across):
        return joined
    known = _one_by_one(head.coverage, frames, (main, side))
    if least is not None and not (known and known.reaches_floor and known.value >= least):
        known = Solution((), least, least, reaches_floor=True)
    return solve_together(tied, (main, side), known)


def _ruled(
    coverage: Coverage, frames: Sequence[Problem]
) -> tuple[list[Problem], list[Problem], list[Watch]]:
    """Return frames with what was stated before them, for one search and each by itself.

    With them come the rules that tie them together.
    """
    tied = _after(coverage, frames)
    across = _across(tied)
    beyond = frozenset(watch.need for watch in across if isinstance(watch, Together))
    quiet = replace(coverage, needs=())
    return tied, [_after(quiet, [replace(frame, beyond=beyond)])[0] for frame in frames], across


def _joined(main: Solution, side: Solution) -> Solution:
    return Solution(
        (*main.variants, *side.variants),
        main.value + side.value,
        main.bound + side.bound,
        main.reaches_floor,
    )


def _one_by_one(
    coverage: Coverage, frames: Sequence[Problem], alone: Sequence[Solution]
) -> Solution | None:
    """Return the best selection that leaves main as it is best by itself, or else side.

    It follows all rules, as the other frame is chosen after what the first one states and needs.
    """
    for first, second in ((0, 1), (1, 0)):
        heard = _both(coverage, frames[first].coverage(dict(alone[first].variants)))
        if other := solve(_after(heard, [frames[second]])[0]):
            return _joined(alone[0], other) if first == 0 else _joined(other, alone[1])
    return None


def _both(one: Coverage, other: Coverage) -> Coverage:
    covers = one.covers | other.covers
    needs = (need for need in (*one.needs, *other.needs) if need.isdisjoint(covers))
    return Coverage(covers, one.figures | other.figures, tuple(dict.fromkeys(needs)))


def _after(coverage: Coverage, frames: Sequence[Problem]) -> list[Problem]:
    """Return frames with what was stated before them, as far as they state or need the same."""
    options = [option for frame in frames for item in frame.items for option in item.options]
    wanted = frozenset(one for option in options for need in option.coverage.needs for one in need)
    figures = frozenset(fact for option in options for fact in option.coverage.figures)
    heard = Coverage(coverage.covers & wanted, coverage.figures & figures, coverage.needs)
    if heard == Coverage():
        return list(frames)
    first = SectionItems(None, (certain((), heard),), 0)
    return [replace(frames[0], groups=(first, *frames[0].groups)), *frames[1:]]


def _across(frames: Sequence[Problem]) -> list[Watch]:
    """Return the rules that no frame can follow by itself: they look at both, or before both."""
    main = len(frames[0].items)
    begins = main > 0 and frames[0].items[0].choice is None

    def looks_across(watch: Watch) -> bool:
        wanted = begins and Part.NEEDS in watch.events.get(0, {}).values()
        return wanted or len({number < main for number in watch.events}) > 1

    return [watch for watch in watches_of_all(frames) if looks_across(watch)]
