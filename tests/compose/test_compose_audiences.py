"""The audience decides order, stance, how sources are cited and how acronyms are explained."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.small import EVERYBODY, SMALL, Composed

from briefgen.compose.builder import arranged
from briefgen.fit.resolve import resolve
from briefgen.types.block import Paragraph
from briefgen.types.draft import Choice, Draft, DraftSection
from briefgen.types.prose import Link, runs, text_of
from briefgen.types.selection import Audience


def for_reader(**changed: Any) -> Audience:
    return EVERYBODY.model_copy(update=changed)


def printed(draft: Draft) -> list[str]:
    """What is printed when every choice takes its first offer."""
    choices = sum(isinstance(item, Choice) for one in draft.sections for item in one.items)
    content = resolve(draft, (0,) * choices)
    return [
        text_of(block.prose)
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


KEYS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


def _sections(keys: list[str], frames: list[str]) -> list[DraftSection]:
    return [DraftSection(key, frame, None, ()) for key, frame in zip(keys, frames, strict=False)]


@given(KEYS, st.lists(st.sampled_from(["main", "side"]), min_size=6, max_size=6), KEYS)
def test_an_order_moves_only_what_it_names_and_only_within_a_frame(
    keys: list[str], frames: list[str], order: list[str]
) -> None:
    sections = _sections(keys, frames)
    found = arranged(sections, order)
    assert [one.frame for one in found] == [one.frame for one in sections]
    assert sorted(one.key for one in found) == sorted(keys)
    for before, after in zip(sections, found, strict=True):
        assert before.key in order or before is after
    for frame in ("main", "side"):
        named = [one.key for one in found if one.frame == frame and one.key in order]
        assert named == [key for key in order if key in named]


def test_sections_follow_the_audience_s_order(composed: Composed) -> None:
    template = "".join(
        f'{{% section "{key}" %}}text of {key}{{% endsection %}}' for key in ("a", "b", "c", "d")
    )
    draft = composed(template, audience=for_reader(order=("d", "x", "b")))
    assert [section.key for section in draft.sections] == ["a", "d", "c", "b"]


ADVICE = [{"id": "dig", "priority": 1, "forms": {"headline": "Dig wells"}}]
FOLLOWS = [{"id": "then", "priority": 1, "forms": {"headline": "If dug, then water"}}]
BOTH = """
{% for part in ["recommendations", "implications"] %}
{% section part, heading=headings[part] %}
{% for point in points[part] %}{% point point %}{% endfor %}
{% endsection %}
{% endfor %}
"""


@pytest.mark.parametrize(
    ("stance", "wanted"),
    [
        ("neutral", []),
        ("implications", ["If dug, then water."]),
        ("recommendations", ["Dig wells.", "If dug, then water."]),
    ],
)
def test_a_stance_goes_no_further_than_it_may(
    composed: Composed, stance: str, wanted: list[str]
) -> None:
    reader = for_reader(stance=stance)
    draft = composed(BOTH, audience=reader, recommendations=ADVICE, implications=FOLLOWS)
    assert printed(draft) == wanted


def test_nothing_is_made_up_to_go_as_far_as_a_stance_may(composed: Composed) -> None:
    assert printed(composed(BOTH, audience=for_reader(stance="recommendations"))) == []


TOLD = [
    {
        "id": "dry",
        "priority": 1,
        "evidence": ["@s1", "@s2"],
        "forms": {
            "headline": "The land is dry",
            "summary": "Rivers fell[@s1][@s2], and wells too[@s2].",
            "detail": ["Nothing is cited here."],
        },
    }
]
CITED = [
    SMALL["sources"][0],
    {
        "id": "s2",
        "status": "resolved",
        "title": "Rain",
        "publisher": "Met Office",
        "date": 2018,
        "address": "https://example.org/rain",
    },
]
SUMMARY = """
{% section "s" %}{% point points.risks[0], as="text", forms=["FORM"] %}{% endsection %}
"""
LIST = '{% section "sources" %}{% sources %}{% endsection %}'
BRACKETS = (
    "Rivers fell (Met Office, 2018; article, paragraph\u00a02), and wells too (Met Office, 2018)."
)
NUMBERS = "Rivers fell,[1][2] and wells too.[2]"
NOTHING = "Rivers fell, and wells too."


@pytest.mark.parametrize(
    ("evidence", "with_list", "without"),
    [
        ("none", NOTHING, NOTHING),
        ("inline", BRACKETS, BRACKETS),
        ("footnotes", NUMBERS, BRACKETS),
        ("endnotes", NUMBERS, NOTHING),
    ],
)
def test_sources_are_cited_as_the_audience_wants_and_the_length_allows(
    composed: Composed, evidence: str, with_list: str, without: str
) -> None:
    reader = for_reader(evidence=evidence)
    template = SUMMARY.replace("FORM", "summary")
    listed = composed(template + LIST, audience=reader, risks=TOLD, sources=CITED)
    assert printed(listed)[0] == with_list
    assert printed(composed(template, audience=reader, risks=TOLD, sources=CITED))[0] == without


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("headline", "The land is dry (Met Office, 2018; article, paragraph\u00a02)."),
        ("detail", "Nothing is cited here (Met Office, 2018; article, paragraph\u00a02)."),
    ],
)
def test_a_form_without_citations_cites_what_its_point_rests_on(
    composed: Composed, form: str, wanted: str
) -> None:
    template = SUMMARY.replace("FORM", form)
    draft = composed(template, audience=for_reader(evidence="inline"), risks=TOLD, sources=CITED)
    assert printed(draft) == [wanted]


@pytest.mark.parametrize("form", ["headline", "detail"])
def test_it_cites_the_place_of_the_point_and_not_of_what_it_rests_on(
    composed: Composed, form: str
) -> None:
    template = SUMMARY.replace("FORM", form)
    risks = [{**TOLD[0], "locator": "paragraph 7"}]
    draft = composed(template, audience=for_reader(evidence="inline"), risks=risks, sources=CITED)
    assert printed(draft)[0].endswith(" (Met Office, 2018; article, paragraph\u00a07).")


def test_a_source_in_brackets_leads_to_its_address(composed: Composed) -> None:
    reader = for_reader(evidence="inline")
    short = [CITED[0], {**CITED[1], "short": "Met 2018"}]
    template = SUMMARY.replace("FORM", "headline")
    ((choice,),) = (
        section.items
        for section in composed(template, audience=reader, risks=TOLD, sources=short).sections
    )
    assert isinstance(choice, Choice)
    (paragraph,) = choice.variants[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert Link in {type(node) for node in paragraph.prose}
    linked = [run.text for run in runs(paragraph.prose) if run.address]
    assert linked == ["Met 2018"]


def test_who_cites_in_brackets_gets_a_plain_list_of_what_can_be_found(composed: Composed) -> None:
    reader = for_reader(evidence="inline")
    draft = composed(LIST, audience=reader, sources=CITED)
    assert printed(draft) == ["Met Office: Rain, 2018. example.org/rain"]
    assert printed(composed(LIST, audience=for_reader(evidence="none"), sources=CITED)) == []


TERMS = """
{% section "s" %}
{% for point in points.rationales %}{% point point, as="FORM" %}{% endfor %}
{% endsection %}
"""
GLOSSARY = '{% section "g", heading=labels.glossary %}{% glossary %}{% endsection %}'
WATER = [
    {
        "id": "text",
        "priority": 1,
        "forms": {"headline": "Wells pay", "summary": "The WSP and the WSP’s men dig."},
    },
    {"id": "head", "priority": 1, "forms": {"headline": "The RWA drills"}},
]
LONG = [
    *SMALL["glossary"],
    {"short": "RWA", "long": "Rural Water Agency"},
    {"short": "NGO", "long": "Non-Governmental Organisation", "note": "Printed nowhere."},
    {"short": "UN", "long": "United Nations", "plain": True},
]
EXPANDED = "The Water Supply Programme (WSP) and the WSP’s men dig."
BARE = "The WSP and the WSP’s men dig."
RWA, WSP = "RWA: Rural Water Agency.", "WSP: Water Supply Programme."


@pytest.mark.parametrize(
    ("acronyms", "weight", "text", "listed"),
    [
        ("first-use", 3, EXPANDED, [RWA, WSP]),
        ("first-use", 0, EXPANDED, [RWA]),
        ("list", 0, BARE, [RWA, WSP]),
        ("never", 3, BARE, []),
    ],
)
def test_acronyms_are_explained_as_the_audience_wants(
    composed: Composed, acronyms: str, weight: int, text: str, listed: list[str]
) -> None:
    """Only those printed are listed; without a wish for the list, those that no text explains."""
    reader = for_reader(acronyms=acronyms, supplements={"glossary": weight})
    template = TERMS.replace("FORM", "text") + GLOSSARY
    reported = printed(composed(template, audience=reader, rationales=WATER, glossary=LONG))
    assert reported == [text, "The RWA drills.", *listed]


def test_without_a_glossary_in_the_length_a_list_is_no_explanation(composed: Composed) -> None:
    reader = for_reader(acronyms="list")
    reported = printed(
        composed(TERMS.replace("FORM", "text"), audience=reader, rationales=WATER, glossary=LONG)
    )
    assert reported[0] == EXPANDED


def test_an_optional_glossary_still_explains_what_no_text_does(composed: Composed) -> None:
    template = TERMS.replace("FORM", "text") + GLOSSARY.replace(
        "glossary %}", "glossary optional=true %}", 2
    )
    template = template.replace("heading=labels.glossary optional=true", "heading=labels.glossary")
    draft = composed(template, rationales=WATER, glossary=LONG)
    choice = draft.sections[1].items[0]
    assert isinstance(choice, Choice)
    assert choice.required
    assert [variant.entries for variant in choice.variants] == [2, 1]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.example.org/rain/", "example.org/rain"),
        ("http://example.org", "example.org"),
        ("https://gov.example/government/organisations/rain/policy", "gov.example"),
    ],
)
def test_a_title_leads_to_its_address_which_is_shown_in_short(
    composed: Composed, address: str, shown: str
) -> None:
    reader = for_reader(evidence="inline")
    (source, *_) = [{**one, "address": address} for one in CITED if one.get("address")]
    draft = composed(LIST, audience=reader, sources=[source])
    (said,) = printed(draft)
    assert said.endswith(f". {shown}")
    ((paragraph,),) = (section.items for section in draft.sections)
    assert isinstance(paragraph, Paragraph)
    linked = [(run.text, run.address) for run in runs(paragraph.prose) if run.address]
    assert linked == [(source["title"], address)]
