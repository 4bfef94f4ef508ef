"""Recommendations stand in one box, in the PDF and in Word, whatever follows the text of each."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from samples.word import style, tree

import briefgen
from briefgen.types.block import Paragraph
from briefgen.types.laid import RectangleMark
from briefgen.types.point import Recommendation
from briefgen.types.role import Role

TESTS = Path(__file__).resolve().parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def advice(number: int, **terms: str) -> dict[str, Any]:
    forms = {"headline": f"Do this {number}", "summary": "It is cheap and soon done."}
    return {"id": f"a{number}", "priority": 1, "forms": forms, **terms}


def built(template: str, length: str) -> briefgen.Brief:
    made = [
        advice(1, owner="the county", deadline="2021-06"),
        advice(2),
        advice(3, owner="the ferry company"),
    ]
    found = briefgen.load(TESTS / "arguments" / "series.yaml")
    recommended = tuple(Recommendation.model_validate(one) for one in made)
    argument = found.model_copy(update={"recommendations": recommended})
    return briefgen.build(argument, length=length, template=template)


@pytest.fixture(scope="module", params=["standard", "parliament", "press"])
def brief(request: pytest.FixtureRequest) -> briefgen.Brief:
    return built(request.param, "one-page")


def boxed(brief: briefgen.Brief) -> list[Paragraph]:
    """Return the paragraphs of recommendations: some have a line of terms below."""
    blocks = (one for section in brief._made.fitted.content.sections for one in section.blocks)
    own = (Role.ACTION, Role.ACTION_TERMS)
    found = [one for one in blocks if isinstance(one, Paragraph) and one.role in own]
    assert {one.role for one in found} == {*own}
    return found


def test_nothing_parts_the_box_on_the_page(brief: briefgen.Brief) -> None:
    """Space that is left on a page is spread over it, but not within a box."""
    theme = brief._made.theme.page_style
    (page,) = brief._made.fitted.laid_out.pages
    tint = theme.styles[Role.ACTION].shading
    left = theme.styles[Role.ACTION].indent_left_pt
    assert left > theme.styles[Role.BODY].indent_left_pt
    tinted = [one for one in page.marks if isinstance(one, RectangleMark) and one.fill == tint]
    stacked = tinted[-len(boxed(brief)) :]
    assert len({one.width_mpt for one in stacked}) == 1
    parted = [
        (above, below)
        for above, below in pairwise(stacked)
        if above.y_mpt + above.height_mpt != below.y_mpt
    ]
    assert all(above.x_mpt < below.x_mpt for above, below in parted), "in the next column"
    assert all(below.height_mpt > above.height_mpt for above, below in parted), "room above it"


def test_word_has_the_same_rules_and_indents_for_all_of_a_box(brief: briefgen.Brief) -> None:
    """Word joins the borders of such paragraphs only."""
    data = brief.to_bytes("docx")
    styles = tree(data, "word/styles.xml")
    said = []
    for paragraph in tree(data).iter(f"{W}p"):
        if style(paragraph).startswith("Recommendation"):
            (named,) = (
                one
                for one in styles.iter(f"{W}style")
                if one.get(f"{W}styleId") == style(paragraph)
            )
            indents = [one.find(f"{W}pPr/{W}ind") for one in (named, paragraph)]
            rules = named.find(f"{W}pPr/{W}pBdr")
            assert rules is not None
            number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
            assert number is None or number.get(f"{W}val") != "0", "which has no indent"
            sides = {key: at for one in indents if one is not None for key, at in one.items()}
            said.append((sides, [(one.tag, dict(one.attrib)) for one in rules]))
    assert len(said) == len(boxed(brief))
    assert all(one == said[0] for one in said)


def test_a_reader_hears_whose_terms_are_whose(brief: briefgen.Brief) -> None:
    heard = brief.text
    assert "For: the county · By June 2021" in heard
    assert heard.index("Do this 1") < heard.index("For: the county") < heard.index("Do this 2")


@pytest.mark.parametrize("template", ["standard", "parliament", "press"])
@pytest.mark.parametrize("length", ["two-page", "four-page", "full"])
def test_longer_briefs_have_the_box_too_with_nothing_amid_it(template: str, length: str) -> None:
    brief = built(template, length)
    (blocks,) = (
        section.blocks
        for section in brief._made.fitted.content.sections
        if any(isinstance(one, Paragraph) and one.role is Role.ACTION for one in section.blocks)
    )
    roles = [one.role if isinstance(one, Paragraph) else None for one in blocks]
    first = roles.index(Role.ACTION)
    last = len(roles) - roles[::-1].index(Role.ACTION_TERMS)
    assert None not in roles[first:last]
