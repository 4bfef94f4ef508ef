"""Objects of other programs in a Word template: the picture that they show, or nothing of them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from samples.word import W, packed, parts

from briefgen.load.word.template import read_word_template

DOCUMENT, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def test_an_object_of_another_program_is_the_picture_that_it_shows(tmp_path: Path) -> None:
    shape = f'<v:shape {VML} id="s" style="width:9pt;height:9pt"><v:imagedata r:id="i"/></v:shape>'
    ole = f'<o:OLEObject {OFFICE} Type="Embed" ProgID="Word.Picture.8" ShapeID="s" r:id="o"/>'
    held = parts()
    put(held, RELS, f'<Relationship Id="i" Type="{TYPE}/image" Target="media/i.png"/>')
    put(held, RELS, f'<Relationship Id="o" Type="{TYPE}/oleObject" Target="embeddings/x.bin"/>')
    put(held, TYPES, '<Default Extension="png" ContentType="image/png"/>')
    put(held, TYPES, '<Default Extension="bin" ContentType="application/x-ole"/>')
    drawn = f'<w:object xmlns:r="{TYPE}" w:dxaOrig="9">{shape}{ole}</w:object>'
    paragraph = f"<w:p><w:r>{drawn}</w:r></w:p>".encode()
    held[DOCUMENT] = held[DOCUMENT].replace(b"<w:sectPr>", paragraph + b"<w:sectPr>")
    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    held |= {"word/media/i.png": picture.getvalue(), "word/embeddings/x.bin": b"\xd0\xcf\x11\xe0"}
    file = tmp_path / "foreign.docx"
    file.write_bytes(packed(held))
    template = read_word_template(file)
    (pict,) = template.package.root(DOCUMENT).iter(f"{W}pict")
    assert [etree.QName(one).localname for one in pict] == ["shape"]
    assert not [name for name in template.package if "embeddings" in name]
    assert "objects of other programs" in template.warnings[0].message


def put(held: dict[str, bytes], name: str, item: str) -> None:
    """Put an item at the end of a list of parts."""
    at = held[name].rindex(b"</")
    held[name] = held[name][:at] + item.encode() + held[name][at:]


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
R = f'xmlns:r="{TYPE}"'
SHOWN = f'<w:p><w:r><w:drawing><c:chart xmlns:c="{CHART}" {R} r:id="x1"/></w:drawing></w:r></w:p>'


@pytest.mark.parametrize(("text", "is_shown"), [(SHOWN, True), ("", False)])
def test_a_chart_goes_without_its_workbook_and_with_the_text_that_shows_it(
    text: str, is_shown: bool, tmp_path: Path
) -> None:
    chart = f'<c:chartSpace xmlns:c="{CHART}" {R}><c:externalData r:id="b1"/></c:chartSpace>'
    held = parts()
    put(held, RELS, f'<Relationship Id="x1" Type="{TYPE}/chart" Target="charts/chart1.xml"/>')
    put(held, TYPES, f'<Override PartName="/word/charts/chart1.xml" ContentType="{CHART_TYPE}"/>')
    held[DOCUMENT] = held[DOCUMENT].replace(b"<w:sectPr>", text.encode() + b"<w:sectPr>")
    held["word/charts/chart1.xml"] = chart.encode()
    held["word/charts/_rels/chart1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="b1" Type="{TYPE}/oleObject" Target="file:///SECRET.xlsx" '
        'TargetMode="External"/></Relationships>'
    ).encode()
    file = tmp_path / "foreign.docx"
    file.write_bytes(packed(held))
    package = read_word_template(file).package
    assert ("word/charts/chart1.xml" in package) == is_shown
    assert not any(b"SECRET" in data for _, data in package.items())
