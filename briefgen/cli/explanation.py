"""What was decided about each point of a brief: a table on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefgen.types.brief import ConsideredVariant, Decision


def show_decisions(decisions: Sequence[Decision], *, err: bool) -> None:
    """Show each decision, section by section: what is printed, why, and what was offered."""
    stream = sys.stderr if err else sys.stdout
    if stream and stream.isatty():
        _show_table(decisions, err=err)
        return
    for line in decision_lines(decisions):
        click.echo(line, err=err)


def decision_lines(decisions: Sequence[Decision]) -> Iterator[str]:
    """Yield decisions as lines of plain text, under the name of their section."""
    width = max((len(one.subject) for one in decisions), default=0)
    for section, own in groupby(decisions, key=lambda one: one.section):
        yield section
        for one in own:
            considered = "; ".join(_variant(each) for each in one.considered)
            needs = f"; only with {' and '.join(one.needs)}" if one.needs else ""
            yield f"  {one.subject:{width}}  {printed(one):10}  {one.why:14}  {considered}{needs}"


def printed(decision: Decision) -> str:
    """Return what is printed, in a word or two."""
    return "-" if decision.taken is None else _way(decision.considered[decision.taken])


def _variant(variant: ConsideredVariant) -> str:
    return f"{_way(variant)} {variant.value:,} in {variant.height_pt:.1f} pt"


def _way(variant: ConsideredVariant) -> str:
    if variant.form:
        return variant.form.value
    return f"{variant.entries} {'entry' if variant.entries == 1 else 'entries'}"


def _show_table(decisions: Sequence[Decision], *, err: bool) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table("Section", "Point", "Printed", "Why", box=None, pad_edge=False)
    table.header_style = "bold"
    for heading in ("Variant", "Value", "Height"):
        table.add_column(heading, justify="left" if heading == "Variant" else "right")
    before = None
    for one in decisions:
        variants = one.considered
        table.add_row(
            one.section if one.section != before else "",
            one.subject,
            printed(one),
            one.why + "".join(f"\nwith {need}" for need in one.needs),
            "\n".join(map(_way, variants)),
            "\n".join(f"{variant.value:,}" for variant in variants),
            "\n".join(f"{variant.height_pt:.1f} pt" for variant in variants),
            style="dim" if one.taken is None else None,
        )
        before = one.section
    Console(stderr=err).print(table)
