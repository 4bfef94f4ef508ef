"""What text may point to: charts, and tables that set facts side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from briefgen.languages import conventions
from briefgen.types.fact import Fact, chart_holders
from briefgen.types.labels import Labels
from briefgen.types.prose import FactRef, Inline, Pointer, Prose, Text, text_of
from briefgen.types.selection import Supplement


def exhibits(facts: Sequence[Fact], tags: Collection[str], labels: Labels) -> dict[str, Pointer]:
    """Return what a template with these tags may show, by each fact that is shown in it.

    A chart goes before a table. The list of all figures is none: everything is in it.
    """
    found: dict[str, Pointer] = {}
    if Supplement.COMPARISON in tags:
        from briefgen.compose.comparison import groups  # noqa: PLC0415 - few templates ask for it

        for group in groups(tuple(facts)):
            found |= dict.fromkeys((fact.id for fact in group), Pointer(group[0].id, labels.table))
    if Supplement.CHARTS in tags or "chart" in tags:
        drawn = chart_holders(facts)
        found |= {key: Pointer(holder, labels.illustration) for key, holder in drawn.items()}
    return found


def pointing(prose: Prose, exhibits: Mapping[str, Pointer], language: str) -> Prose:
    """Return a paragraph that points to each chart or table once, at the end of a sentence.

    It is that of the last figure that is shown there.
    """
    last = {
        exhibits[node.fact]: at
        for at, node in enumerate(prose)
        if isinstance(node, FactRef) and node.fact in exhibits
    }
    nodes = list(prose)
    stops = [start for start, _ in conventions(language).sentence_stops(text_of(prose))]
    for pointer, at in sorted(last.items(), key=lambda one: -one[1]):
        _point(nodes, pointer, at + 1, stops)
    return tuple(nodes)


def _point(nodes: list[Inline], pointer: Pointer, start: int, stops: Sequence[int]) -> None:
    """Put a pointer before the next stop in plain text, or where it starts if there is none."""
    offset = len(text_of(tuple(nodes[:start])))
    for at in range(start, len(nodes)):
        node = nodes[at]
        length = 0 if isinstance(node, Pointer) else len(text_of((node,)))
        within = [stop - offset for stop in stops if offset <= stop < offset + length]
        if isinstance(node, Text) and within:
            before, after = node.text[: within[0]], node.text[within[0] :]
            nodes[at : at + 1] = [*([Text(before)] if before else []), pointer, Text(after)]
            return
        offset += length
    nodes.insert(start, pointer)
