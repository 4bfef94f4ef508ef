"""The foot tells a reader what is summarised, where it is, whose views these are, who made it."""

from __future__ import annotations

from typing import Any

import pytest
from samples.small import EVERYBODY, SMALL, Composed, theme

from briefgen.types.block import Block, Paragraph
from briefgen.types.prose import Link, text_of

FOOT = """{% section "foot", frame="foot" %}
{{ about.based_on }} {% if about.address %}[{{ about.address }}]({{ about.address }}){% endif %}
{{ "" }}

{{ about.licence }}

{{ about.views }} {{ about.reviewed }}

{% if wants.sources %}{{ about.unresolved }}{% endif %}
{{ "" }}

{{ about.prepared_by }} {{ about.cite_brief }}
{% endsection %}"""


def foot(composed: Composed, **changed: Any) -> list[str]:
    return foot_of(composed, FOOT, **changed)


def foot_of(composed: Composed, template: str, **changed: Any) -> list[str]:
    drafted = composed(template, **changed)
    return [text_of(block.prose) for block in items(drafted.sections[0].items)]


def items(blocks: Any) -> list[Paragraph]:
    found: list[Block] = list(blocks)
    return [block for block in found if isinstance(block, Paragraph)]


def article(**changed: Any) -> dict[str, Any]:
    return {**SMALL["article"], **changed}


def test_it_says_what_is_summarised_and_where_that_is(composed: Composed) -> None:
    reported = article(citation="A. Author, “Wells”, 2020", address="https://example.org/wells_(a)")
    (first, *_) = items(composed(FOOT, article=reported).sections[0].items)
    assert text_of(first.prose) == (
        "This brief summarises an article: A. Author, “Wells”, 2020. https://example.org/wells_(a)"
    )
    assert isinstance(first.prose[-1], Link)
    assert first.prose[-1].address == "https://example.org/wells_(a)"


def test_an_address_may_be_as_long_as_pages_have_them(composed: Composed) -> None:
    address = f"https://example.org/{'long-' * 30}wells"
    assert address in foot(composed, article=article(address=address))[0]


def test_an_address_that_the_citation_holds_is_not_said_twice(composed: Composed) -> None:
    reported = article(citation="Wells, https://example.org/w", address="https://example.org/w")
    assert foot(composed, article=reported)[0].count("https://example.org/w") == 1


def test_it_names_whose_views_these_are_and_who_has_read_it(composed: Composed) -> None:
    reported = article(authors=[{"name": "A. Author"}, {"organisation": "the Wells Board"}])
    views = {"views_of_author": True}
    line = foot(composed, article=reported, edition={**views, "reviewed_by_author": False})[1]
    assert line == (
        "The views are those of A. Author, the Wells Board; selection and wording are the"
        " editor’s. Not reviewed by A. Author, the Wells Board."
    )
    reviewed = foot(composed, article=reported, edition={**views, "reviewed_by_author": True})[1]
    assert reviewed.endswith("editor’s. Reviewed by A. Author, the Wells Board.")


def test_what_no_field_says_is_not_said(composed: Composed) -> None:
    """No licence, review, views, one view: none of it is so for want of a word about it."""
    template = (
        '{% section "foot", frame="foot" %}.{{ about.licence }}{{ about.views }}'
        "{{ about.reviewed }}{{ about.one_view }}{{ about.unresolved }}{% endsection %}"
    )
    report = {"id": "s1", "status": "unresolved", "title": "Annual report", "publisher": "Ministry"}
    assert foot_of(composed, template, sources=[report]) == ["."]


def test_that_the_article_gives_one_view_is_said_where_the_argument_says_it(
    composed: Composed,
) -> None:
    template = FOOT.replace("{{ about.licence }}", "{{ about.one_view }}")
    reported = foot_of(composed, template, article=article(one_sided=True))
    assert "The article gives one view and argues no other side." in reported


@pytest.mark.parametrize("reviewed", [True, False])
def test_who_issues_its_own_article_has_no_review_to_report(
    composed: Composed, *, reviewed: bool
) -> None:
    reported = foot(
        composed,
        article=article(authors=[{"organisation": "the Wells Board"}]),
        issuer={"organisation": "The Wells Board"},
        edition={"reviewed_by_author": reviewed},
    )
    assert not any("eviewed by" in line for line in reported)


def test_a_licence_that_is_not_stated_is_not_free(composed: Composed) -> None:
    assert foot(composed, article=article(licence="not stated"))[1] == (
        "The article states no licence."
    )
    assert foot(composed, article=article(licence="CC BY 4.0"))[1] == (
        "Licence of the article: CC BY 4.0."
    )


def test_addresses_that_are_not_known_are_counted_for_who_reads_a_list_of_sources(
    composed: Composed,
) -> None:
    known = {"id": "s9", "status": "resolved", "title": "Rain", "reference": "Rain, 2019"}
    unknown = [{"id": "s1", "status": "unresolved", "link_text": "costs", "locator": "paragraph 2"}]
    sources = [*unknown, known]
    line = (
        f"Where the address of a source is not known ({len(unknown)} of {len(sources)}),"
        " the place in the article that links it is given."
    )
    assert line in foot(composed, sources=sources)
    for evidence in ("none", "inline"):
        unlisted = EVERYBODY.model_copy(update={"evidence": evidence})
        assert line not in foot(composed, sources=sources, audience=unlisted)
    assert line not in foot(composed, sources=[known], facts=[], timeline=[])


def test_it_says_who_made_the_brief_and_how_to_cite_it(composed: Composed) -> None:
    changed: dict[str, Any] = {
        "title": "Dig wells",
        "article": article(cut_off="2020-02"),
        "issuer": {"organisation": "The Unit", "prepared_by": "B. Editor"},
    }
    cited = "Prepared by B. Editor. To cite this brief: The Unit, “Dig wells”, policy brief"
    undated = foot(composed, page=theme(footer="{{ folio }}"), **changed)
    assert undated[-1] == f"{cited}, information as of February 2020."
    assert foot(composed, **changed)[-1] == f"{cited}.", "the footer of each page says it"
    dated = foot(composed, title="Dig wells", edition={"date": "2020-03-01"})
    assert dated[-1] == "To cite this brief: “Dig wells”, policy brief, 1\u00a0March 2020."


@pytest.mark.parametrize(
    ("edition", "wanted"),
    [
        ({"classification": "Official", "status": "draft"}, "Official. Draft."),
        ({"classification": "Official"}, "Official."),
        ({"status": "draft"}, "Draft."),
        ({}, ""),
    ],
)
def test_it_says_again_to_whoever_listens_what_is_marked_above(
    composed: Composed, edition: dict[str, str], wanted: str
) -> None:
    template = FOOT.replace("{{ about.licence }}", "Marked: {{ about.status }}")
    (line,) = [
        line for line in foot_of(composed, template, edition=edition) if line.startswith("Marked")
    ]
    assert line == f"Marked: {wanted}".strip()
