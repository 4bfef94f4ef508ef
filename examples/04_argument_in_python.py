"""An argument built in Python, without a YAML file.

Exampleton, its buses, its figures and the article are invented.

python examples/04_argument_in_python.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from briefgen import (
    Argument,
    Article,
    Attribution,
    Event,
    Fact,
    Forms,
    Headings,
    Issuer,
    Modality,
    Person,
    Point,
    Source,
    Term,
    build,
    check,
)

ARTICLE = Article(
    title="Night buses in Exampleton (an invented article)",
    authors=(Person(name="Ada Example", affiliation="Exampleton Institute"),),
    publisher="Journal of Invented Cases",
    date="2024-03-01",
    cut_off="2024-02-15",
    citation="Ada Example, “Night buses in Exampleton”, Journal of Invented Cases, 1 March 2024",
)

# A number is typed once, as a fact, with its noun, scope and date. Prose refers to it: [#riders].
FACTS = (
    Fact(
        id="riders",
        value=1200,
        measure="riders a night",
        unit="riders",
        scope="all three night lines in Exampleton",
        as_of="2024-01",
        qualifier="about",
        label="Riders a night, all three lines, January 2024",
        priority=1,
        sources=("count",),
        locator="paragraph 2",
    ),
    Fact(
        id="cost",
        value=0.4,
        scale="million",
        measure="yearly cost of the night lines",
        unit="GBP",
        scope="the town of Exampleton",
        as_of="2023",
        label="Yearly cost to the town, 2023",
        priority=2,
        locator="paragraph 4",
    ),
)

# What is not known is not made up: this source has neither an address nor a reference.
SOURCES = (Source(id="count", status="unresolved", title="January passenger count"),)

# One thought in several forms. Each stands alone; the brief prints the longest that fits.
WORK = Point(
    id="work",
    priority=1,
    forms=Forms(
        headline="Shift workers can reach their jobs",
        summary="Each night, [#riders] people ride the lines[@count]. Most of them work "
        "in the hospital or the bakery.",
    ),
    evidence=("@count", "#riders"),
)
SAFETY = Point(
    id="safety",
    priority=2,
    attribution=Attribution(by="cited", name="The town police"),
    modality=Modality.REPORTED,
    forms=Forms(
        headline="Streets are reported to be quieter",
        summary="The town police report fewer calls near the stops. The article gives no count.",
    ),
)
FUNDING = Point(
    id="funding",
    priority=1,
    forms=Forms(
        headline="Money is secured for one year only",
        summary="The lines cost [#cost] a year. The council has voted the money for a year.",
    ),
    evidence=("#cost",),
)
NEXT = Point(
    id="next",
    priority=1,
    modality=Modality.POSSIBLE,
    forms=Forms(
        headline="A fourth line is possible",
        summary="The council may add a line to the harbour. No decision has been taken.",
    ),
)

ARGUMENT = Argument(
    id="exampleton-night-buses",
    title="Night buses carry Exampleton’s shift workers",
    article=ARTICLE,
    issuer=Issuer(
        organisation="Exampleton Institute", disclaimer="Place, people and figures are invented."
    ),
    headings=Headings(
        rationales="Why the town runs them", risks="What could stop them", outlook="What may come"
    ),
    thesis=Point(
        id="thesis",
        priority=1,
        forms=Forms(
            headline="Night buses keep people in work",
            summary="Ada Example argues that the night lines keep people in work, and that their "
            "future hangs on one yearly vote.",
        ),
    ),
    rationales=(WORK, SAFETY),
    risks=(FUNDING,),
    outlook=(NEXT,),
    timeline=(
        Event(id="start", date="2021-09", text="The first night line runs", priority=1),
        Event(id="vote", date="2024-10", status="planned", text="Council votes", priority=1),
    ),
    facts=FACTS,
    sources=SOURCES,
    glossary=(Term(short="GBP", long="pound sterling", plain=True),),
)


def main(folder: Path) -> None:
    """Check the argument as `briefgen check` does, and build a brief of it."""
    for finding in check(ARGUMENT):
        print(finding)
    brief = build(ARGUMENT, length="one-page")
    print(f"{brief.save(folder / 'night-buses.pdf')}: main column {brief.fill_percent} % full")

    # So little text cannot fill a page. It is not padded: the brief says so instead.
    for finding in brief.findings:
        print(finding)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    target.mkdir(parents=True, exist_ok=True)
    main(target)
