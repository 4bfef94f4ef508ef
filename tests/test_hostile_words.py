"""Words that look like markup, code or a formula are printed as they stand, and do nothing."""

from __future__ import annotations

import io
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from samples.charted import SERIES
from samples.listener import Listener
from samples.read_aloud import pdf_text, word_text
from samples.small import SMALL
from samples.word import WP, W, packed, parts, tree

import briefgen
from briefgen.load.argument import read_argument
from briefgen.load.word.guard import guard
from briefgen.ooxml.reading import read_package
from briefgen.types.argument import Argument
from briefgen.types.base import FIELD_LIMIT

DATA = Path(__file__).resolve().parent.parent / "data"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

WORDS = [
    "see <fund> for it",
    "<a.b@gov.uk> is gone",
    "</para><para fontSize=40>",
    "<seq id='a'/> and <font color=red>",
    "<img src='/etc/passwd'/>",
    "AT&T, &amp;, &#65; and ]]>",
    "{{ title }} and {% for f in facts %}",
    "{0.__class__} and {title!r} and %s and %500000000s",
    "${title} and $(id) and `id`",
    ") Tj ET /JS (app.alert(1)) ( and \\",
    "DDEAUTO c:\\windows\\system32\\cmd.exe calc",
    'INCLUDEPICTURE "http://example.org/x.png"',
    "=HYPERLINK(1) and =cmd|' /C calc'!A0",
    "@SUM(1) and +1+1 and -1-1",
    "<script>alert(1)</script>",
    "'; DROP TABLE briefs; --",
    "{page} of {pages}",
    "%PDF-1.7 endobj stream endstream",
]


def plain(words: str) -> str:
    """Return words written so that light Markdown prints them as they stand."""
    for special in "\\`*_[]{}()<>#+-.!|~&":
        words = words.replace(special, f"\\{special}")
    return words


@cache
def brief() -> briefgen.Brief:
    """A brief that says all of it: in a title, in lines and in prose."""
    notes = [
        {"id": f"n{number}", "about": words, "text": f"It says: {plain(words)}."}
        for number, words in enumerate(WORDS)
    ]
    sources = [
        *SMALL["sources"],
        *({"id": f"q{n}", "status": "unresolved", "title": words} for n, words in enumerate(WORDS)),
    ]
    changed: dict[str, Any] = {"notes": notes, "title": WORDS[6], "sources": sources}
    changed["article"] = SMALL["article"] | {"title": WORDS[0], "citation": WORDS[7]}
    changed["issuer"] = {"organisation": WORDS[10], "contact": WORDS[16], "series": WORDS[14]}
    return briefgen.build(Argument.model_validate(SMALL | changed), length="full")


@cache
def file(format_: str) -> bytes:
    return brief().to_bytes("pdf" if format_ == "pdf" else "docx")


def squeezed(text: str) -> str:
    """Return text without spaces, and with the quotation marks that a language sets made one."""
    return "".join("'" if c in "‘’'" else '"' if c in '“”"' else c for c in text if not c.isspace())


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("format_", ["pdf", "docx"])
def test_words_are_printed_as_they_stand(words: str, format_: str) -> None:
    read = pdf_text if format_ == "pdf" else word_text
    reported = squeezed(read(file(format_)))
    assert squeezed(f"It says: {words}") in reported
    assert reported.count(squeezed(words)) >= 2


def test_the_pdf_has_no_action_but_links() -> None:
    with pikepdf.open(io.BytesIO(file("pdf"))) as pdf:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Dictionary):
                found = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile"}
                assert found.isdisjoint(held.keys())
                if "/S" in held and "/URI" in held:
                    assert str(held["/URI"]).startswith(("http://", "https://", "mailto:"))
        assert str(pdf.docinfo["/Title"]) == WORDS[6]


def test_the_properties_of_the_word_file_are_text() -> None:
    assert docx.Document(io.BytesIO(file("docx"))).core_properties.title == WORDS[6]


def made() -> list[tuple[str, bytes]]:
    """Return Word files of several kinds: that of the words, and those of the data."""
    arguments = [read_argument(each) for each in (*sorted(DATA.glob("*.yaml")), SERIES)]
    found = [("words", file("docx"))]
    for argument in arguments:
        for length, audience in (("one-page", "decision-maker"), ("full", "analyst")):
            built = briefgen.build(argument, length=length, audience=audience)
            found.append((f"{argument.id}, {length}", built.to_bytes("docx")))
    return found


def test_what_no_validator_sees_in_word_files() -> None:
    """Fields left over or not closed, drawings without words, and what the guards would refuse."""
    files = made()
    assert len(files) >= 7
    for name, data in files:
        for part, xml in parts(data).items():
            if not part.endswith(".xml") or not part.startswith("word/"):
                continue
            root = tree(data, part)
            marks = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
            depth = 0
            for mark in marks:
                depth += {"begin": 1, "end": -1}.get(str(mark), 0)
                assert depth >= 0, (name, part)
            assert depth == 0, (name, part)
            for drawing in root.iter(f"{WP}docPr"):
                assert drawing.get("descr"), (name, part)
            if name != "words":
                assert b"{{" not in xml, (name, part)
                assert b"{%" not in xml, (name, part)
        assert guard(read_package(data, name), name) == []


def test_no_text_becomes_a_formula_in_the_workbook_of_a_chart() -> None:
    argument = read_argument(SERIES)
    facts = [
        fact.model_copy(update={"measure": "=cmd|' /C calc'!A0", "label": "=HYPERLINK(1)"})
        for fact in argument.facts
    ]
    changed = argument.model_copy(update={"facts": tuple(facts)})
    held = parts(briefgen.build(changed, length="full").to_bytes("docx"))
    books = [data for name, data in held.items() if name.endswith(".xlsx")]
    assert books
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            sheets = {name: archive.read(name) for name in archive.namelist()}
        assert any(b"=HYPERLINK" in data or b"=cmd" in data for data in sheets.values())
        assert not any(b"<f>" in data or b"<f " in data for data in sheets.values())
        assert not any("externalLink" in name for name in sheets)


def test_text_of_a_row_is_text(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("title,file\n\"=cmd|' /C calc'!A0\",../../x\n", encoding="utf-8")
    argument = Argument.model_validate(SMALL)
    (result,) = briefgen.build_each(
        argument, rows, tmp_path / "out", name="{file}", formats=["pdf"]
    )
    assert result.error is None
    assert result.path == tmp_path / "out" / "x.pdf"
    assert squeezed("=cmd|' /C calc'!A0") in squeezed(pdf_text(result.path.read_bytes()))


def test_the_longest_fields_are_written_so_that_they_can_be_read_again() -> None:
    """A text node of over ten million bytes would not be; no field comes near it."""
    words = ("word " * (FIELD_LIMIT // 5)).strip()
    detail = [words] * 40
    points = [{"id": "long", "priority": 1, "forms": {"headline": "Long", "detail": detail}}]
    changed = Argument.model_validate(SMALL | {"rationales": points})
    data = briefgen.build(changed, length="full").to_bytes("docx")
    assert word_text(data).count(words) == len(detail)
    body = docx.Document(io.BytesIO(data)).element.body
    assert max(len(text.text or "") for text in body.iter(f"{W}t")) == len(words)


# LibreOffice, which fetches what a file tells it to fetch


def converted(data: bytes, folder: Path) -> None:
    """Open a Word file in LibreOffice and make a PDF of it."""
    file = folder / "opened.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=True, capture_output=True)
    assert file.with_suffix(".pdf").exists()


def linked(address: str) -> bytes:
    """Return the built-in template with a picture that is fetched, though it is called a link."""
    held = parts()
    item = f'<Relationship Id="x" Type="{REL}/hyperlink" Target="{address}" TargetMode="External"/>'
    a, pic = (f"http://schemas.openxmlformats.org/drawingml/2006/{n}" for n in ("main", "picture"))
    drawing = (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP[1:-1]}"><wp:extent cx="9000" cy="9000"/>'
        f'<wp:docPr id="99" name="x"/><a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}">'
        f'<pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{REL}" r:link="x"/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9000" cy="9000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p><w:sectPr>"
    )
    for part, before, after in (
        ("word/_rels/document.xml.rels", "</Relationships>", f"{item}</Relationships>"),
        ("word/document.xml", "<w:sectPr>", drawing),
    ):
        held[part] = held[part].replace(before.encode(), after.encode(), 1)
    return packed(held)


def test_opening_a_brief_in_libreoffice_fetches_nothing(tmp_path: Path) -> None:
    listener = Listener()
    address = f"http://{listener.address}/x.png"
    hostile = linked(address)
    converted(hostile, tmp_path)
    heard = listener.connections
    assert heard, "LibreOffice fetches what the guards refuse, and the listener hears it"
    (tmp_path / "foreign.docx").write_bytes(hostile)
    with pytest.raises(briefgen.TemplateError) as caught:
        briefgen.build(Argument.model_validate(SMALL), template=tmp_path / "foreign.docx")
    assert caught.value.codes == ("word-external-relationship",)
    source = SMALL["sources"][0] | {"status": "resolved", "address": address}
    summary = f"See ![x]({address}) and [the wells]({address})[@s1]."
    thesis = SMALL["thesis"] | {"forms": {"headline": "Wells pay", "summary": summary}}
    changed = Argument.model_validate(SMALL | {"sources": [source], "thesis": thesis})
    with pytest.raises(briefgen.CheckError) as refused:
        briefgen.build(changed, length="full")
    assert refused.value.codes == ("unsupported-markup",)
    data = briefgen.build(changed, length="full", checked=True).to_bytes("docx")
    assert address.encode() in parts(data)["word/_rels/document.xml.rels"]
    converted(data, tmp_path)
    assert listener.connections == heard
    listener.server.close()
