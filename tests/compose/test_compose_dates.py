"""Tables of dates and figures: by year, what is planned plain to see, named once."""

from __future__ import annotations

from typing import Any

from samples.small import SMALL, Composed

from briefgen.types.block import Table
from briefgen.types.draft import Choice
from briefgen.types.prose import Emphasis, text_of

DATES = ("2012-03", "2012-11", "2013", "2020-05")


def events() -> list[dict[str, Any]]:
    made = [
        {"id": f"e{n}", "date": date, "text": "A well is dug", "priority": 1}
        for n, date in enumerate(DATES)
    ]
    made[-1]["status"] = "planned"
    return made


def table(composed: Composed, tag: str, heading: str = "", **changed: Any) -> Table:
    named = f', heading="{heading}"' if heading else ""
    text = f'{{% section "s"{named} %}}{{% {tag} %}}{{% endsection %}}'
    (item,) = composed(text, **changed).sections[0].items
    block = item.variants[0].blocks[0] if isinstance(item, Choice) else item
    assert isinstance(block, Table)
    return block


def test_what_is_planned_is_in_italics_and_a_year_opens_a_group(composed: Composed) -> None:
    rows = table(composed, "chronology", timeline=events()).rows
    assert [row[0].goes_on for row in rows] == [False, True, False, False]
    italic = [any(isinstance(node, Emphasis) for node in row[1].prose) for row in rows]
    assert italic == [False, False, False, True]
    assert text_of(rows[-1][0].prose) == "May 2020, planned"


def test_a_heading_is_the_only_name_of_a_list_of_dates_or_figures(composed: Composed) -> None:
    facts = [{**SMALL["facts"][1], "id": f"f{n}", "measure": f"Cost {n}"} for n in range(4)]
    for tag, changed in (("chronology", {"timeline": events()}), ("evidence", {"facts": facts})):
        changed |= {"risks": [], "rationales": []}
        assert table(composed, tag, **changed).caption
        assert table(composed, tag, "Named", **changed).caption == ()
