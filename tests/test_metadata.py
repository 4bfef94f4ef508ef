"""A file names who issues the brief and bears the edition's date: what nobody gave is not said."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import page
import pytest
from lxml import etree
from pypdf import PdfReader
from samples.tags import catalog

import briefgen
from briefgen.types.article import Issuer

MALI = Path(__file__).resolve().parent.parent / "data" / "china-mali.yaml"
ISSUERS = {
    "nobody": (Issuer(), ""),
    "foreign": (Issuer(organisation="The Institute"), "The Institute"),
    "unit": (Issuer(prepared_by="Africa desk"), "Africa desk"),
    "both": (Issuer(organisation="The Institute", prepared_by="Africa desk"), "Africa desk"),
}
DATES = {"": None, "2020-02-03": "2020-02-03T00:00:00+00:00", "2020-02": None, "mid-2020": None}
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def built(who: str, date: str) -> briefgen.Brief:
    argument = briefgen.load(MALI).model_copy(update={"issuer": ISSUERS[who][0]})
    return briefgen.build(briefgen.mark(argument, date=date) if date else argument)


@pytest.mark.parametrize("who", ISSUERS)
@pytest.mark.parametrize("date", DATES)
def test_info_xmp_and_core_properties_agree(who: str, date: str) -> None:
    brief, author, made = built(who, date), ISSUERS[who][1], DATES[date]
    reader = PdfReader(io.BytesIO(brief.to_bytes("pdf")))
    info = reader.metadata
    assert info is not None
    assert info.title == brief._made.fitted.content.metadata.title
    assert (info.author or "") == author
    stamps = {info.creation_date, info.modification_date}
    assert stamps == {datetime.datetime.fromisoformat(made) if made else None}
    entries: Any = catalog(reader)
    packet = etree.fromstring(entries["/Metadata"].get_object().get_data())
    creators = [one.text for one in packet.iterfind(".//dc:creator/rdf:Seq/rdf:li", SPACES)]
    assert creators == ([author] if author else [])
    for name in ("CreateDate", "ModifyDate"):
        assert packet.findtext(f".//xmp:{name}", None, SPACES) == made
    core = docx.Document(io.BytesIO(brief.to_bytes("docx"))).core_properties
    assert core.title == info.title
    assert {core.author, core.last_modified_by} == {author}
    for stamp in (core.created, core.modified):
        assert (stamp.isoformat() if stamp else None) == made


@pytest.mark.parametrize("who", ISSUERS)
def test_the_article_s_author_is_no_maker_of_the_file(who: str) -> None:
    brief = built(who, "")
    with zipfile.ZipFile(io.BytesIO(brief.to_bytes("docx"))) as archive:
        said = [archive.read(name) for name in archive.namelist() if name.startswith("docProps/")]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    data = brief.to_bytes("pdf")
    xmp = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", data, re.DOTALL)
    assert xmp
    info = PdfReader(io.BytesIO(data)).metadata
    for each in (*said, xmp.group(), str(info).encode()):
        assert b"Lanteigne" not in each


def test_a_pdf_without_author_and_dates_conforms() -> None:
    data = built("nobody", "").to_bytes("pdf")
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [failure.message for failure in report.failures] == []


def test_the_epoch_of_a_reproducible_build_is_a_date_that_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    info = PdfReader(io.BytesIO(built("nobody", "").to_bytes("pdf"))).metadata
    assert info is not None
    assert info.creation_date == datetime.datetime(2020, 9, 13, 12, 26, 40, tzinfo=datetime.UTC)
