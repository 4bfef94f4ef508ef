"""Rules about sources, and about facts and views that go without."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.check.passage import points
from briefgen.check.references import mentions
from briefgen.check.rule import OWN, Remark, rule
from briefgen.types.argument import Argument, Part
from briefgen.types.point import Modality


# The reader must see whose view it is.
@rule("unattributed-view", "error", "A cited view has a source or a name.", rests_on=(OWN,))
def unattributed_views(argument: Argument) -> Iterator[Remark]:
    """Report each point that is attributed to a cited work without source or name."""
    for path, point in points(argument):
        attribution = point.attribution
        if attribution.by == "cited" and not (attribution.source or attribution.name):
            message = "is a cited view, but neither its source nor its name is given"
            hint = "write {by: cited, source: …, name: …}; or unnamed, if nobody is named"
            yield Remark((*path, "attribution"), message, hint)


@rule(
    "outside-unresolved",
    "error",
    "What the article does not say rests on a source that can be found.",
    rests_on=("sources",),
)
def unresolved_outside_knowledge(argument: Argument) -> Iterator[Remark]:
    """Report outside knowledge without a source that has an address or a reference.

    That is a note marked so, and what the editor states as a point of the article's: anything but
    an inference, a question or what the article does not say.
    """
    resolved = {one.id for one in argument.sources if one.status == "resolved"}
    hint = "give the source an address or a reference; those that the article links are none"
    for number, note in enumerate(argument.notes):
        if note.outside and not any(one.id in resolved for one in note.cited):
            message = "is outside knowledge, and none of its sources can be found"
            yield Remark(("notes", number, "sources"), message, hint)
    for path, point in points(argument):
        own = point.attribution.by == "editor" and point.modality is not Modality.INFERRED
        if own and path[0] not in (Part.NOT_SAID, Part.QUESTIONS):
            cited = [one.removeprefix("@") for one in point.evidence if one[:1] == "@"]
            if not any(reference.partition(",")[0] in resolved for reference in cited):
                message = "is the editor's, and cites no source that can be found"
                yield Remark((*path, "evidence"), message, hint)


@rule("unused-fact", "warning", "Every fact is used.", rests_on=())
def unused_facts(argument: Argument) -> Iterator[Remark]:
    """Report each fact that neither prose nor evidence refers to and that is no key figure."""
    used = {
        mention.id
        for mention in mentions(argument)
        if mention.sign == "#" and "comparable_with" not in mention.path
    }
    for number, fact in enumerate(argument.facts):
        if fact.id not in used and fact.priority is None:
            message = f'nothing refers to the fact "{fact.id}"'
            hint = f"use it as [#{fact.id}], name it as evidence, or give it a priority"
            yield Remark(("facts", number), message, hint)


MOST_APART = 3
"""Sources that are reported one by one."""


@rule("unused-source", "warning", "Every source is cited.", rests_on=())
def unused_sources(argument: Argument) -> Iterator[Remark]:
    """Report each source that nothing cites; many of them, such as those of a skeleton, at once."""
    used = {mention.id for mention in mentions(argument) if mention.sign == "@"}
    unused = [
        (number, source.id)
        for number, source in enumerate(argument.sources)
        if source.id not in used
    ]
    if len(unused) > MOST_APART:
        named = ", ".join(identity for _, identity in unused[:MOST_APART])
        message = (
            f"nothing cites {len(unused)} sources: {named} and {len(unused) - MOST_APART} more"
        )
        yield Remark(("sources", unused[0][0]), message, "cite them, or take them out")
        return
    for number, identity in unused:
        message = f'nothing cites the source "{identity}"'
        hint = f'cite it as [@{identity}], or name it as evidence: "@{identity}"'
        yield Remark(("sources", number), message, hint)


# Reported once for all sources, not at each of them.
@rule(
    "unresolved-sources",
    "warning",
    "Every source has an address or a reference.",
    rests_on=("sources",),
)
def unresolved_sources(argument: Argument) -> Iterator[Remark]:
    """Report, once, how many sources are unresolved."""
    total = len(argument.sources)
    if count := sum(source.status == "unresolved" for source in argument.sources):
        message = f"{count} of {total} have neither an address nor a reference"
        yield Remark(("sources",), message, "add what is known; invent nothing")
