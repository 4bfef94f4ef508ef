"""What the file says of itself: Info, XMP, language and colour space."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace
from PIL import Image, ImageCms
from samples.laid import FONTS, LAID, METADATA
from samples.tags import catalog, opened

from briefgen.render.pdf import render_pdf
from briefgen.render.pdf.conformance import info, srgb_profile, xmp
from briefgen.types.draft import Metadata

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def said(metadata: Metadata, path: str) -> list[str]:
    """Return the texts that XMP has at a path."""
    parsed = etree.fromstring(xmp(metadata))
    return [str(each.text) for each in parsed.iterfind(f".//{path}", SPACES)]


def test_xmp_and_info_say_the_same() -> None:
    given = info(METADATA)
    assert said(METADATA, "dc:title/rdf:Alt/rdf:li") == [given["Title"]] == [METADATA.title]
    assert said(METADATA, "dc:creator/rdf:Seq/rdf:li") == [given["Author"]]
    assert said(METADATA, "dc:description/rdf:Alt/rdf:li") == [given["Subject"]]
    assert said(METADATA, "pdf:Keywords") == [given["Keywords"]] == ["water, wells"]
    assert said(METADATA, "pdf:Producer") == [given["Producer"]]
    assert said(METADATA, "xmp:CreateDate") == ["2019-05-15T12:30:00+00:00"]
    assert given["CreationDate"] == given["ModDate"] == "D:20190515123000+00'00'"


def test_xmp_says_what_info_has_no_room_for() -> None:
    assert said(METADATA, "dc:subject/rdf:Bag/rdf:li") == ["water", "wells"]
    assert said(METADATA, "dc:publisher/rdf:Bag/rdf:li") == ["Institute"]
    assert said(METADATA, "dc:language/rdf:Bag/rdf:li") == ["en-GB"]
    assert said(METADATA, "pdfaid:part") + said(METADATA, "pdfaid:conformance") == ["2", "A"]
    assert said(METADATA, "pdfuaid:part") == ["1"]


def test_what_is_not_known_is_not_said() -> None:
    bare = replace(METADATA, author="", subject="", keywords=(), publisher="", created=None)
    assert set(info(bare)) == {"Title", "Creator", "Producer"}
    packet = xmp(bare).decode()
    unknown = ("dc:creator", "dc:subject", "dc:publisher", "xmp:CreateDate", "xmp:ModifyDate")
    assert not [key for key in unknown if key in packet]


@pytest.mark.parametrize(
    ("zone", "xmp_date", "pdf_date"),
    [
        (None, "2019-05-15T12:30:00+00:00", "D:20190515123000+00'00'"),
        (datetime.timedelta(hours=-5), "2019-05-15T12:30:00-05:00", "D:20190515123000-05'00'"),
        (
            datetime.timedelta(hours=5, minutes=45),
            "2019-05-15T12:30:00+05:45",
            "D:20190515123000+05'45'",
        ),
    ],
)
def test_a_date_keeps_its_zone_and_is_utc_without_one(
    zone: datetime.timedelta | None, xmp_date: str, pdf_date: str
) -> None:
    tzinfo = None if zone is None else datetime.timezone(zone)
    made = datetime.datetime(2019, 5, 15, 12, 30, tzinfo=tzinfo)
    dated = replace(METADATA, created=made)
    assert said(dated, "xmp:ModifyDate") == [xmp_date]
    assert info(dated)["ModDate"] == pdf_date


def test_the_reader_is_reported_language_and_title() -> None:
    reader = opened(render_pdf(LAID, METADATA, FONTS))
    entries: Any = catalog(reader)
    assert entries["/Lang"] == "en-GB"
    assert entries["/MarkInfo"]["/Marked"].value
    assert entries["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata is not None
    assert reader.metadata.title == METADATA.title


def test_the_colour_space_is_embedded_once() -> None:
    entries: Any = catalog(opened(render_pdf(LAID, METADATA, FONTS)))
    (intent,) = entries["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data() == srgb_profile()


def test_the_profile_is_srgb_to_the_last_bit_but_one() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(ours, theirs, "RGB", "RGB")
    steps = range(0, 256, 5)
    ramps = (
        [(n, n, n) for n in steps] + [(n, 255 - n, 0) for n in steps] + [(0, n, 255) for n in steps]
    )
    image = Image.new("RGB", (len(ramps), 1))
    for place, colour in enumerate(ramps):
        image.putpixel((place, 0), colour)
    turned = ImageCms.applyTransform(image, transform)
    assert turned is not None
    for place, colour in enumerate(ramps):
        got = turned.getpixel((place, 0))
        assert isinstance(got, tuple)
        assert max(abs(a - b) for a, b in zip(colour, got, strict=True)) <= 1
