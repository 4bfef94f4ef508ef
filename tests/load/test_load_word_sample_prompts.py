"""Words of a sample's head and foot that stand for a title, an author or a date are the brief's."""

from __future__ import annotations

import pytest
from lxml import etree
from samples.word import W

from briefgen.load.word.sample_prompts import answer_words


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
        ("Author name", "{{ author }}"),
        ("[Company]", "{{ organisation }}"),
        ("[Any text]", ""),
        ("Date de publication (mois, année)", ""),
        ("Agenda", ""),
        ("PLZ Ort", ""),
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
