"""The Word file as a whole: sound, safe, the same each time, and opened by a word processor."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from msgspec.structs import replace
from samples.brief import BESIDE, FIGURES, TABLE, WIDE, content, section
from samples.word import TEMPLATE, W, audit, changed, parts, template, tree

from briefgen.load.page_style import read_page_style
from briefgen.load.word.template import read_word_template
from briefgen.ooxml.package import WordTemplate
from briefgen.render.docx import render_docx
from briefgen.types.page import Master

MASTERS = {"wide": WIDE, "beside": BESIDE}

APP = b"""<Properties
 xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
><Application>Word</Application><Company>Atelier</Company><Manager>A. Chief</Manager
><TotalTime>7</TotalTime></Properties>"""


def written(master: Master = WIDE, word: WordTemplate | None = None, **rest: str) -> bytes:
    word = word or template()
    brief = content(section("keys", FIGURES), section("t", TABLE, heading="Counted"), **rest)
    return render_docx(brief, word, read_page_style(word), master)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample on each master, in Word and as LibreOffice lays it out."""
    folder = tmp_path_factory.mktemp("word")
    files = []
    for name, master in MASTERS.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(written(master))
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=120
    )
    return folder


@pytest.mark.parametrize("name", MASTERS)
def test_a_validator_finds_nothing(name: str, folder: Path) -> None:
    # With its eye for safety it names every link: this brief has one, and may have it.
    assert audit(folder / f"{name}.docx") == [
        "External relationship target: https://example.org/a?b=1&c=2"
    ]


@pytest.mark.parametrize("name", MASTERS)
def test_the_guards_for_untrusted_templates_let_it_through(name: str, folder: Path) -> None:
    assert read_word_template(folder / f"{name}.docx").name == name


@pytest.mark.parametrize("name", MASTERS)
def test_libreoffice_opens_it_on_one_page(name: str, folder: Path) -> None:
    reported = subprocess.run(
        ["pdfinfo", folder / f"{name}.pdf"], capture_output=True, text=True, check=True
    )
    pages = next(line for line in reported.stdout.splitlines() if line.startswith("Pages:"))
    assert pages.split()[1] == "1"


def test_libreoffice_sets_the_side_column_level_beside_the_main_one(folder: Path) -> None:
    reported = subprocess.run(
        ["pdftotext", "-bbox", folder / "beside.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    places = {
        word: (float(line.split('"')[1]), float(line.split('"')[3]))
        for line in reported.stdout.splitlines()
        for word in ("Figures", "Why", "Based")
        if f">{word}<" in line
    }
    assert places["Figures"][0] == pytest.approx(595.3 - 51 - 156, abs=1)
    assert places["Why"][0] == pytest.approx(51 + 8, abs=1)  # within the band of a heading
    assert places["Figures"][1] == pytest.approx(places["Why"][1], abs=4)
    assert places["Based"][0] == pytest.approx(51, abs=1)


@pytest.mark.parametrize("master", MASTERS.values(), ids=MASTERS)
def test_the_same_brief_is_the_same_bytes(master: Master) -> None:
    assert written(master) == written(master)


def test_entries_have_neither_clock_nor_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(0, 0o600)}


def test_core_properties_are_those_of_the_brief() -> None:
    properties = docx.Document(io.BytesIO(written())).core_properties
    assert properties.title == "Water & wells"
    assert (properties.author, properties.last_modified_by) == ("A. Writer", "A. Writer")
    assert (properties.subject, properties.keywords) == ("Policy brief", "water, wells")
    assert properties.language == "en-GB"
    assert properties.comments == ""
    assert properties.created is not None
    assert properties.created.isoformat() == "2019-05-15T00:00:00+00:00"
    assert properties.modified == properties.created


def test_core_properties_say_in_which_state_the_brief_is() -> None:
    base = content()
    marks = {"category": "Policy brief", "status": "Draft", "version": "1.1", "number": "2019/7"}
    brief = replace(base, metadata=replace(base.metadata, **marks))
    word = template()
    data = render_docx(brief, word, read_page_style(word), WIDE)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.category, properties.content_status) == ("Policy brief", "Draft")
    assert (properties.version, properties.identifier) == ("1.1", "2019/7")


def test_core_properties_of_the_template_do_not_stay() -> None:
    document = docx.Document(str(TEMPLATE))
    document.core_properties.comments = "by somebody else"
    document.core_properties.category = "secret"
    document.core_properties.last_printed = datetime.datetime(2011, 1, 1)  # noqa: DTZ001
    held = io.BytesIO()
    document.save(held)
    core = parts(written(word=template(held.getvalue())))["docProps/core.xml"]
    assert b"somebody" not in core
    assert b"secret" not in core
    assert b"2011" not in core


def test_a_file_bears_no_name_and_no_date_that_nobody_gave(tmp_path: Path) -> None:
    base = content()
    brief = replace(base, metadata=replace(base.metadata, author="", created=None))
    document = docx.Document(str(TEMPLATE))
    remark = document.add_paragraph("About us").runs
    document.add_comment(remark, "why so?", author="Designer")
    package = document.part.package
    app = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, APP, package)
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    document.save(str(tmp_path / "foreign.docx"))
    word = read_word_template(tmp_path / "foreign.docx")
    made = parts(render_docx(brief, word, read_page_style(word), WIDE))
    core = made["docProps/core.xml"].decode()
    assert not re.findall("creator|lastModifiedBy|created|modified|lastPrinted", core)
    assert "<dc:title>Water &amp; wells</dc:title>" in core
    assert not {"docProps/app.xml", "word/comments.xml"} & made.keys()
    assert not any(word in data for data in made.values() for word in (b"Designer", b"why so?"))
    assert b"About us" in made["word/document.xml"]


def test_the_language_of_the_brief_is_that_of_all_styles() -> None:
    data = written(language="fr-FR")
    languages = {one.get(W + "val") for one in tree(data, "word/styles.xml").iter(W + "lang")}
    assert languages == {"fr-FR"}
    assert b'<w:themeFontLang w:val="fr-FR"/>' in parts(data)["word/settings.xml"]


def test_nobody_is_asked_to_update_fields() -> None:
    data = changed(
        "word/settings.xml",
        lambda xml: xml.replace("<w:compat>", '<w:updateFields w:val="1"/><w:compat>'),
    )
    assert b"updateFields" not in parts(written(word=template(data)))["word/settings.xml"]


def test_settings_stay_those_of_word_2013() -> None:
    held = parts(written())
    assert held["word/settings.xml"].count(b"compatSetting ") == 5


def test_a_template_file_becomes_a_document() -> None:
    data = changed(
        "[Content_Types].xml", lambda xml: xml.replace("document.main+xml", "template.main+xml")
    )
    assert b"template.main" not in parts(written(word=template(data)))["[Content_Types].xml"]


def test_every_part_of_the_template_stays() -> None:
    held = parts(written())
    assert set(parts()) - set(held) == set()
    assert held["word/theme/theme1.xml"] == parts()["word/theme/theme1.xml"]
