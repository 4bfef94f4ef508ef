"""A house's own Word template works as it is: other languages, styles, pages and layouts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples.foreign import FOREIGN
from samples.told import letters, pdf_text, told, word_pages, word_text
from samples.word import audit, lines, parts

import briefgen

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = sorted((ROOT / "data").glob("*.yaml"))
MAP = "styles:\n  Bottom Line: Kernaussage\n"

Made = dict[tuple[str, str, str], tuple[briefgen.Brief, bytes, bytes]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One page and the whole of each argument on each template: brief, PDF, Word."""
    folder = tmp_path_factory.mktemp("houses")
    found: Made = {}
    for name, house in FOREIGN.items():
        template = folder / f"{name}.docx"
        template.write_bytes(house.package())
        if "Kernaussage" in house.styles:
            template.with_suffix(".styles.yaml").write_text(MAP, encoding="utf-8")
        for file in ARGUMENTS:
            argument = briefgen.load(file)
            for length in ("one-page", "full"):
                brief = briefgen.build(argument, length=length, template=template)
                held = (brief, brief.to_bytes("pdf"), brief.to_bytes("docx"))
                found[name, argument.id, length] = held
    assert len(found) == len(FOREIGN) * len(ARGUMENTS) * 2 >= 16
    return found


def test_libreoffice_lays_out_the_pages_that_were_promised(made: Made, tmp_path: Path) -> None:
    names = {"-".join(key): key for key in made}
    pages = word_pages({name: made[key][2] for name, key in names.items()}, tmp_path)
    promised = {name: made[key][0].pages for name, key in names.items()}
    assert pages == promised
    assert {promised[name] for name, key in names.items() if key[2] == "one-page"} == {1}


def test_the_page_is_filled_all_the_same(made: Made) -> None:
    for key, (brief, _, _) in made.items():
        if key[2] == "one-page":
            assert brief.fill_percent >= 90, key


def test_pdf_and_word_print_the_same_text(made: Made) -> None:
    for key, (brief, pdf, docx) in made.items():
        wanted = letters(" ".join(told(brief, numbers=False)))
        assert letters(pdf_text(pdf)) == letters(" ".join(told(brief, numbers=True))), key
        more = letters(word_text(docx)) - wanted
        assert wanted - letters(word_text(docx)) == letters(""), key
        assert sum(more.values()) < 100, key


def test_no_field_is_left_over(made: Made) -> None:
    for key, (_, _, docx) in made.items():
        for name, data in parts(docx).items():
            if name.endswith(".xml"):
                text = re.sub("<[^>]*>", "", data.decode())
                assert not re.search(r"\{\{|\}\}|\{%|briefgen:main", text), (key, name)


def test_the_validator_finds_no_error(made: Made, tmp_path: Path) -> None:
    for key, (_, _, docx) in made.items():
        if key[2] == "full":
            file = tmp_path / f"{'-'.join(key)}.docx"
            file.write_bytes(docx)
            found = audit(file)
            assert [one for one in found if not one.startswith("External relationship")] == [], key


def test_what_is_derived_is_told_in_one_warning(made: Made) -> None:
    for key, (brief, _, _) in made.items():
        codes = [finding.code for finding in brief.findings]
        assert codes.count("word-style-derived") == 1, key


def test_a_style_of_the_map_is_used(made: Made) -> None:
    docx = made["institut", "china-mali", "one-page"][2]
    assert any(line.startswith("Kern | ") for line in lines(docx))
    assert any(line.startswith("berschrift1 | Why") for line in lines(docx))


def test_fields_that_word_has_split_are_filled(made: Made) -> None:
    docx = made["ministere", "china-mali", "full"][2]
    assert lines(docx, "word/header-default.xml")[0].endswith(
        "République imaginaire : Policy brief"
    )


def test_a_font_that_is_not_at_hand_is_named(made: Made) -> None:
    brief = made["letterhead", "china-mali", "one-page"][0]
    (warning,) = [one for one in brief.findings if one.code == "font-substituted"]
    assert "Arial" in warning.message


def test_the_same_template_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    template = tmp_path / "letterhead.docx"
    template.write_bytes(FOREIGN["letterhead"].package())
    argument = briefgen.load(ARGUMENTS[-1])
    again = briefgen.build(argument, template=template)
    assert again.to_bytes("docx") == made["letterhead", argument.id, "one-page"][2]
