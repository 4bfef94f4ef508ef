"""Words of a sample's head and foot that stand for a title, an author or a date are the brief's."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import W

from briefgen.load.word.sample_prompts import answer_controls, answer_words


def answered(inside: str) -> list[str]:
    """Return what the lines of a header say once its prompts are answered."""
    root = etree.fromstring(f'<w:hdr xmlns:w="{W[1:-1]}">{inside}</w:hdr>')
    answer_words(root)
    lines = root.iter(f"{W}p")
    return ["".join(one.text or "" for one in line.iter(f"{W}t")) for line in lines]


def line(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in pieces)
    return f"<w:p>{runs}</w:p>"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Kurztitel der Arbeit", "{{ short_title }}"),
        ("RUNNING HEAD", "{{ short_title }}"),
        ("Titre du document", "{{ short_title }}"),
        ("[Tapez le titre du document]", "{{ short_title }}"),
        ("Title Here in Title Case", "{{ short_title }}"),
        ("BRIEF TITLE HERE: USE A SHORTENED TITLE IF NECESSARY", "{{ short_title }}"),
        ("Short title (max. 50 characters)", "{{ short_title }}"),
        ("Running head – no more than five words", "{{ short_title }}"),
        ("Title: Lakes and the law", "Title: Lakes and the law"),
        ("Subtitle Here in Title Case", ""),
        ("Author name", "{{ author }}"),
        ("[Company]", "{{ organisation }}"),
        ("[Any text]", ""),
        ("Date de publication (mois, année)", ""),
        ("Agenda", ""),
        ("PLZ Ort", ""),
        ("DateFeb 24th, 2019", "{{ edition_date }}"),
        ("Stand: 24.02.2019", "{{ edition_date }}"),
        ("10 de marzo de 2021", "{{ edition_date }}"),
        ("Septembre 2019", "{{ edition_date }}"),
        ("Founded in May 1919", "Founded in May 1919"),
        ("Campus 2019", "Campus 2019"),
        ("Title IX Office", "Title IX Office"),
        ("Policy Brief", "Policy Brief"),
        ("Subject:", "Subject:"),
        ("Data Centre", "Data Centre"),
        ("Report [report_year]/[report_number]", "Report "),
        ("Research Document 2026/nnn", "Research Document "),
    ],
)
def test_a_line_that_stands_for_the_brief_s_own_is_that(said: str, left: str) -> None:
    assert answered(line(said)) == [left]


def test_a_prompt_in_several_pieces_is_answered_once() -> None:
    assert answered(line("Kurz", "titel")) == ["{{ short_title }}"]
    assert answered(line("[region", "_name]", "Report ", "[", "number_2", "]")) == ["Report "]


def test_no_title_stands_twice_and_a_label_stays_beside_what_it_is_of() -> None:
    assert answered(line("{{ title }}") + line("Title")) == ["{{ title }}", ""]
    cells = "".join(f"<w:tc>{line(one)}</w:tc>" for one in ("Subject", "{{ name }}"))
    assert answered(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["Subject", "{{ name }}"]


def test_prompts_beside_one_another_are_no_labels() -> None:
    cells = "".join(f"<w:tc>{line(one)}</w:tc>" for one in ("Straße", "Agenda"))
    assert answered(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["", ""]


def test_the_number_of_a_page_makes_no_label_of_what_stands_beside_it() -> None:
    cells = "".join(f"<w:tc>{line(one)}</w:tc>" for one in ("Title", "3"))
    assert answered(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["{{ short_title }}", "3"]


def control(alias: str, said: str, binding: str = "") -> str:
    bound = f'<w:dataBinding w:xpath="{binding}"/>' if binding else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/>{bound}</w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{said}</w:t></w:r></w:sdtContent></w:sdt>"
    )


TAB, LABEL = "<w:r><w:tab/></w:r>", "<w:r><w:t>Revision </w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        (control("Report Title", "Lakes", "/root[1]/Report[1]"), "{{ short_title }}"),
        (control("Document Number", "X-4") + TAB + LABEL + control("Footer Revision", "P01"), ""),
        (LABEL + TAB + control("Ausgabedatum", "4.5.2026"), "Revision "),
        (control("Company", "Lakes Ltd"), "Lakes Ltd"),
        (control("Version", "V1", "/ns1:coreProperties[1]/ns1:contentStatus[1]"), "V1"),
        (control("Logo", "Lakes"), "Lakes"),
    ],
)
def test_controls_of_a_sample_say_what_they_hold_by_their_names(inside: str, left: str) -> None:
    root = etree.fromstring(f'<w:ftr xmlns:w="{W[1:-1]}"><w:p>{inside}</w:p></w:ftr>')
    answer_controls(root)
    assert "".join(one.text or "" for one in root.iter(f"{W}t")) == left


def test_a_line_of_controls_that_hold_nothing_goes_where_another_stands_beside_it() -> None:
    numbered = f"<w:p>{control('Document Number', 'X-4')}</w:p>"
    for inside, lines in ((numbered + line("Lakes Ltd"), 1), (numbered, 1)):
        root = etree.fromstring(f'<w:ftr xmlns:w="{W[1:-1]}">{inside}</w:ftr>')
        answer_controls(root)
        assert len([*root.iter(f"{W}p")]) == lines
