"""Content templates place points; what they cannot place is an error that names the line."""

from __future__ import annotations

import pytest
from samples.small import SMALL, Composed, theme

from briefgen.compose import identity_of
from briefgen.types.argument import Argument
from briefgen.types.block import Heading, Paragraph, Table
from briefgen.types.draft import Choice, Draft
from briefgen.types.finding import TemplateError
from briefgen.types.header_footer import PAGE, PAGES, HeaderFooterPart, HeaderFooterText
from briefgen.types.prose import plain, text_of
from briefgen.types.role import Role

BULLETS = """
{% section "why", heading=headings.rationales %}
{% for point in points.rationales %}
{% point point, as="bullet", forms=["headline", "summary", "detail"] %}
{% endfor %}
{% endsection %}
"""


def dump(draft: Draft) -> list[str]:
    """One line a block; offers of a choice are told apart by their form."""
    lines: list[str] = []
    for section in draft.sections:
        lines.append(f"[{section.key} in {section.frame}]")
        if section.heading:
            lines.append(f"{section.heading.role.value} | {text_of(section.heading.prose)}")
        for item in section.items:
            if isinstance(item, Choice):
                lines += [
                    f"{item.subject} {variant.form} {variant.value} | {_reported(block)}"
                    for variant in item.variants
                    for block in variant.blocks
                ]
            else:
                lines.append(_reported(item))
    return lines


def _reported(block: object) -> str:
    if isinstance(block, (Paragraph, Heading)):
        return f"{block.role.value} | {text_of(block.prose)}"
    return type(block).__name__


def test_points_variant_their_forms_in_the_order_of_the_argument(composed: Composed) -> None:
    assert dump(composed(BULLETS)) == [
        "[why in main]",
        "Heading 1 | The reasons",
        "cheap summary 128 | List Bullet | Wells are cheap. A well costs just over"
        " US$1.2\u00a0million.",
        "cheap headline 32 | List Bullet | Wells are cheap.",
        "near summary 200 | List Bullet | Water is near. The Water Supply Programme (WSP) says"
        " “a stone’s throw” of water.",
        "near headline 50 | List Bullet | Water is near.",
    ]


def test_a_subsection_opens_with_the_headline(composed: Composed) -> None:
    draft = composed(
        '{% section "s" %}{% point points.rationales[1], as="subsection", forms=["detail"] %}'
        "{% endsection %}"
    )
    assert dump(draft) == [
        "[s in main]",
        "near detail 250 | Heading 2 | Water is near",
        "near detail 250 | Body Text | One paragraph.",
        "near detail 250 | Body Text | Another one.",
    ]


def test_what_a_template_prints_of_the_argument_is_text_and_no_markup(composed: Composed) -> None:
    draft = composed(
        '{% section "t", frame="head", role="Byline" %}\n# {{ title }}\n\n*by*\n{% endsection %}'
    )
    assert dump(draft) == ["[t in head]", "Title | Wells & *wadis*", "Byline | by"]


def test_every_block_knows_section_point_form_and_template_line(composed: Composed) -> None:
    (section,) = composed(BULLETS).sections
    choice = section.items[0]
    assert isinstance(choice, Choice)
    origin = choice.variants[0].blocks[0].origin
    assert (origin.section, origin.point, origin.form, origin.template_line) == (
        "why",
        "cheap",
        "summary",
        4,
    )


def test_the_evidence_table_has_a_header_row_and_figures_that_end_level_at_its_right(
    composed: Composed,
) -> None:
    ((table,),) = (
        section.items
        for section in composed('{% section "e" %}{% evidence %}{% endsection %}').sections
    )
    assert isinstance(table, Table)
    assert all(cell.header for cell in table.header_rows[0])
    assert [[cell.align for cell in row] for row in table.rows] == [["left", "right"]]


def test_a_chronology_has_dates_of_their_own_style_that_are_no_headers(composed: Composed) -> None:
    ((table,),) = (
        section.items
        for section in composed('{% section "c" %}{% chronology %}{% endsection %}').sections
    )
    assert isinstance(table, Table)
    assert all(cell.header for cell in table.header_rows[0])
    dates = [row[0] for row in table.rows]
    assert [(cell.header, cell.prose, cell.align) for cell in dates] == [
        (False, plain("July 2018"), "right"),
        (False, plain("Mid-2020"), "right"),
    ]
    assert {table.role(cell, 0, head=False) for cell in dates} == {Role.TABLE_DATE}


def test_marks_of_the_edition_stand_in_values_and_metadata(composed: Composed) -> None:
    edition = {
        "status": "embargoed",
        "embargo": "2019-06-03",
        "version": "2",
        "classification": "Official",
        "updates": "2019-05",
        "number": "7",
    }
    draft = composed("", edition=edition)
    assert draft.header_footer.values["markings"] == (
        "Official · Embargoed until 3\u00a0June 2019 · Version 2 · Updates the edition of May 2019"
    )
    held = draft.metadata
    reported = (held.category, held.status, held.version, held.number)
    assert reported == ("Policy brief", "Embargoed until 3\u00a0June 2019", "2", "7")


def test_a_brief_without_marks_bears_none(composed: Composed) -> None:
    draft = composed("")
    assert draft.header_footer.values["markings"] == ""
    assert (draft.metadata.status, draft.metadata.version) == ("", "")


def test_an_edition_is_a_mark_and_leaves_the_identity_of_the_argument_alone() -> None:
    bare, marked, other = (
        identity_of(Argument.model_validate({**SMALL, **changed}))
        for changed in ({}, {"edition": {"number": "7"}}, {"title": "Another one"})
    )
    assert bare == marked != other


def test_header_and_footer_are_filled_for_several_pages_and_for_one(composed: Composed) -> None:
    found = composed("").header_footer

    def said(part: HeaderFooterPart) -> list[str]:
        return [
            "".join(one.text for one in paragraph.parts if isinstance(one, HeaderFooterText))
            for paragraph in part.paragraphs
        ]

    assert said(found.several.on_page(1, header=True)) == ["Policy brief"]
    position = "Information as of February 2020"
    assert said(found.several.on_page(1, header=False)) == [f"{position} Page {PAGE} of {PAGES}"]
    assert said(found.single.on_page(1, header=False)) == [position]


S = '{% section "s" %}'
E = "{% endsection %}"


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        (f"{S}{{{{ tittle }}}}{E}", "template-undefined", 1),
        (f"\n{S}\n{{{{ points.rationals }}}}{E}", "template-undefined", 3),
        ("{% for x in points.rationales %}", "template-syntax", 1),
        (f"{S}{{% piont x %}}{E}", "template-syntax", 1),
        (S, "section-open", 1),
        (f"{S}\n{S}{E}{E}", "section-open", 2),
        (E, "outside-section", 1),
        ("stray words", "outside-section", None),
        ("{% key_figures %}", "outside-section", 1),
        (f'{{% section "s", frame="left" %}}{E}', "frame-unknown", 1),
        (f'{{% section "s", frame="side" %}}{{% stats %}}{E}', "part-in-side", 1),
        (f'{{% section "s", role="Loud" %}}{E}', "role-unknown", 1),
        (f'{{% section "s", colour="red" %}}{E}', "option-unknown", 1),
        (f"{S}{{% timeline 7 %}}{E}", "tag-arguments", 1),
        (f'{S}{{% point "nobody" %}}{E}', "point-unknown", 1),
        (f'{S}{{% point points.risks[0], as="song" %}}{E}', "manner-unknown", 1),
        (f'{S}{{% point points.risks[0], forms=["poem"] %}}{E}', "form-unknown", 1),
        (f"{S}{{% contents levels=3 %}}{E}", "levels-wrong", 1),
        (f"{S}{{% contents least_pages=true %}}{E}", "pages-wrong", 1),
        ("\x1e", "template-control", 1),
        (f"{S}{{{{ title.__class__ }}}}{E}", "template-forbidden", 1),
        (f"{S}{{{{ 'a' * 500000000 }}}}{E}", "template-forbidden", 1),
        (f"{S}{{{{ range(9) }}}}{E}", "template-forbidden", 1),
        (f"{S}{{{{ title.upper() }}}}{E}", "template-forbidden", 1),
        (f"{S}{{{{ title|format }}}}{E}", "template-syntax", 1),
        (f"{S}\n{{{{ title{'.a' * 1000} }}}}{E}", "template-syntax", 2),
        (f"{S}\n{{{{ title{'|upper' * 300} }}}}{E}", "template-syntax", 2),
        (f"{S}\n{'{% if 1 %}' * 90}x{'{% endif %}' * 90}{E}", "template-syntax", 2),
        (f'{{% section "s", role="Title", role="Byline" %}}{E}', "template-syntax", 1),
        (f"{S}{{% pictures height=1e999 %}}{E}", "template-forbidden", 1),
        (f"{S}\n{{% pictures height=1e308 + 1e308 %}}{E}", "height-wrong", 2),
        (f"{S}{{% pictures height=-20 %}}{E}", "height-wrong", 1),
        (f"{S}{{% pictures height=true %}}{E}", "height-wrong", 1),
        (f"{S}{{% pictures most=1e308 %}}{E}", "sizes-wrong", 1),
        (f"{S}{{% pictures most=-1 %}}{E}", "sizes-wrong", 1),
        (f"{S}{{% pictures most=[] %}}{E}", "sizes-wrong", 1),
        (f'{S}{{% pictures optional="false" %}}{E}', "flag-wrong", 1),
        (f"{S}{{% sources cited=1 %}}{E}", "flag-wrong", 1),
        (f"{S}{{% contents levels=true %}}{E}", "levels-wrong", 1),
        (f"{S}{{% contents levels=1.0 %}}{E}", "levels-wrong", 1),
        (f"{S}{{% contents least_pages=-1 %}}{E}", "pages-wrong", 1),
        (f'{{% section "s", at_least="x" %}}{E}', "number-wrong", 1),
        (f'{{% section "s", at_least=-1 %}}{E}', "number-wrong", 1),
        (f'{{% section "s", at_least=1.5 %}}{E}', "number-wrong", 1),
        (f'{{% section "s", heading=["x"] %}}{E}', "tag-text", 1),
        (f'{{% section "s", heading="{"x" * 401}" %}}{E}', "tag-text", 1),
        (f'{{% section "s", frame=["main"] %}}{E}', "frame-unknown", 1),
        (f'{{% section "s", role=["Title"] %}}{E}', "role-unknown", 1),
        (f"{{% section [1] %}}{E}", "tag-arguments", 1),
        ("{% section points %}", "tag-arguments", 1),
        (f"{S}{{% endsection now=1 %}}", "option-unknown", 1),
        (f"{S}{{% point [points.risks[0].id] %}}{E}", "point-unknown", 1),
        (f'{S}{{% point {{"id": []}} %}}{E}', "point-unknown", 1),
        (f"{S}{{% point points.risks[0], as=[] %}}{E}", "manner-unknown", 1),
        (f"{S}{{% point points.risks[0], forms=5 %}}{E}", "form-unknown", 1),
        (f'{S}{{% point points.risks[0], forms="summary" %}}{E}', "form-unknown", 1),
        (f"{S}{{% point points.risks[0], forms=[] %}}{E}", "form-unknown", 1),
        (f'{S}{{% point points.risks[0], required="no" %}}{E}', "flag-wrong", 1),
        (f"{S}{{% point [nope] %}}{E}", "template-undefined", 1),
        (f"{S}{{% point {{1: 2}} %}}{E}", "template-forbidden", 1),
        (f"{S}{{% for x in [1] %}}{{% point loop %}}{{% endfor %}}{E}", "template-forbidden", 1),
        (f"{S}{{% chart [1] %}}{E}", "tag-arguments", 1),
        (f"{S}{{% picture points %}}{E}", "tag-arguments", 1),
        (f"{S}{'>' * 180_000}{E}", "template-exhausted", None),
        (f"{S}{'> x ' * 5_001}{E}", "template-exhausted", None),
        (f"{S}{'x' * 201}{E}", "word-too-long", None),
    ],
)
def test_a_template_that_cannot_be_run_is_an_error_with_its_line(
    composed: Composed, template: str, code: str, line: int | None
) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(template)
    (finding,) = caught.value.findings
    assert (finding.code, finding.file, finding.line) == (code, "own.md.j2", line)
    assert finding.hint


def test_a_required_point_without_the_form_is_an_error_at_the_argument(composed: Composed) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(f'{S}{{% point points.risks[0], forms=["summary"], required=true %}}{E}')
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("form-missing", ("risks", 0, "forms"))


def test_a_point_that_need_not_appear_variants_nothing_without_the_form(composed: Composed) -> None:
    (section,) = composed(f'{S}{{% point points.risks[0], forms=["summary"] %}}{E}').sections
    assert section.items == ()


def test_a_field_that_asks_for_an_unknown_value_is_an_error(composed: Composed) -> None:
    with pytest.raises(TemplateError) as caught:
        composed("", theme("{{ organization }}", "{{ nubmer }}"))
    assert [(f.code, f.path, f.file) for f in caught.value.findings] == [
        ("word-field-unfilled", ("header 1",), "template.docx"),
        ("word-field-unfilled", ("footer 1",), "template.docx"),
    ]
