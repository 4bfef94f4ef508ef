"""Objects of other programs in a Word template: the picture that they show, or nothing of them."""

from __future__ import annotations

import io
from pathlib import Path

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
    file = tmp_path / "house.docx"
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
