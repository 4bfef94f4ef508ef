"""Word packages that are not what they say: found by fuzzing, refused before python-docx."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.word import changed, packed, parts

from briefgen.load.theme import read_theme
from briefgen.load.word.template import read_word_template
from briefgen.types.finding import TemplateError

TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
DOCUMENT = "word/document.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"{OFFICE}/styles"


def found(data: bytes, folder: Path) -> tuple[str, str, str]:
    """Return code, part and message of the one finding about a file with these bytes."""
    file = folder / "foreign.docx"
    file.write_bytes(data)
    with pytest.raises(TemplateError) as caught:
        read_word_template(file, untrusted=True)
    (finding,) = caught.value.findings
    assert finding.hint
    return finding.code, str(finding.path[0]), finding.message


@pytest.mark.parametrize(
    ("part", "old", "new", "reported"),
    [
        (TYPES, "<Override PartName", "<Override Part", "without PartName"),
        (TYPES, '<Default Extension="rels"', "<Default", "without Extension"),
        (TYPES, "<Override ", '<p xmlns="x"/><Override ', "no part"),
        (
            TYPES,
            "<Override ",
            '<Default Extension="a" ContentType="b"><c/></Default><Override ',
            "",
        ),
        (TYPES, "/content-types", "/contents", "no list of parts"),
        (RELS, 'Id="styles"', "", "without Id"),
        (RELS, 'Id="styles"', 'Id="settings"', "two parts under the Id"),
        (RELS, "<Relationship ", "<relationship ", "no part"),
        (RELS, "package/2006/relationships", "package/2006/relations", "no list of parts"),
    ],
)
def test_lists_of_parts_that_are_none(
    part: str, old: str, new: str, reported: str, tmp_path: Path
) -> None:
    code, where, message = found(changed(part, lambda was: was.replace(old, new, 1)), tmp_path)
    assert (code, where) == ("word-package", part)
    assert reported in message


def test_a_part_that_has_no_kind(tmp_path: Path) -> None:
    held = parts()
    lines = (
        held[TYPES].decode().replace('<Default Extension="xml" ContentType="application/xml"/>', "")
    )
    theme = "word/theme/theme1.xml"
    held[TYPES] = lines.replace(f'PartName="/{theme}"', 'PartName="/other.xml"').encode()
    code, where, message = found(packed(held), tmp_path)
    assert (code, where) == ("word-package", TYPES)
    assert f'does not say what "{theme}" is' in message


def test_the_kind_of_a_part_is_said_by_its_relationship_too(tmp_path: Path) -> None:
    held = parts()
    lines = held[TYPES].decode()
    held[TYPES] = lines.replace('PartName="/word/settings.xml"', 'PartName="/other.xml"').encode()
    file = tmp_path / "foreign.docx"
    file.write_bytes(packed(held))
    package = read_word_template(file).package
    assert package.content_type("word/settings.xml").endswith("settings+xml")


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/styles.xml", "w:styles", "w:settings"),
        ("word/header1.xml", "w:hdr", "w:p"),
        (TYPES, "wordprocessingml.settings+xml", "wordprocessingml.numbering+xml"),
        (RELS, 'Target="header1.xml"', 'Target="footer1.xml"'),
    ],
)
def test_a_part_that_is_not_what_it_is_called(
    part: str, old: str, new: str, tmp_path: Path
) -> None:
    code, where, message = found(changed(part, lambda was: was.replace(old, new)), tmp_path)
    assert (code, where) == ("word-package", RELS)
    assert "what it is not" in message


def test_a_document_of_another_kind(tmp_path: Path) -> None:
    data = changed(TYPES, lambda was: was.replace(f'PartName="/{DOCUMENT}"', 'PartName="/a.xml"'))
    assert found(data, tmp_path)[:2] == ("word-package", TYPES)


@pytest.mark.parametrize(("old", "new"), [("w:document", "w:tr"), ("w:body", "w:bodies")])
def test_a_document_without_a_body(old: str, new: str, tmp_path: Path) -> None:
    data = changed(DOCUMENT, lambda was: was.replace(old, new))
    assert found(data, tmp_path)[:2] == ("word-no-document", DOCUMENT)


@pytest.mark.parametrize(
    ("part", "kind"), [(RELS, "styles"), (RELS, "header"), ("_rels/.rels", "officeDocument")]
)
def test_a_kind_that_only_some_programs_know(part: str, kind: str, tmp_path: Path) -> None:
    own = f"{OFFICE}/{kind}"
    code, where, message = found(
        changed(part, lambda was: was.replace(own, f"urn:x/{kind}", 1)), tmp_path
    )
    assert (code, where) == ("word-package", part)
    assert f'"urn:x/{kind}"' in message


def test_two_parts_of_a_kind_that_there_is_one_of(tmp_path: Path) -> None:
    more = f'<Relationship Id="x" Type="{STYLES}" Target="styles.xml"/></Relationships>'
    data = changed(RELS, lambda was: was.replace("</Relationships>", more))
    code, where, message = found(data, tmp_path)
    assert (code, where) == ("word-package", RELS)
    assert "names 2 parts as" in message


def test_an_encoding_that_nobody_knows(tmp_path: Path) -> None:
    data = changed(RELS, lambda was: was.replace("UTF-8", "UTF-h", 1))
    assert found(data, tmp_path)[:2] == ("word-malformed", RELS)


def test_an_archive_whose_numbers_cannot_be(tmp_path: Path) -> None:
    """The central directory says that the first entry stands before the file begins."""
    data = bytearray(packed(parts()))
    at = data.index(b"PK\1\2") + 42
    data[at : at + 4] = b"\xff\xff\xff\xff"
    code, _, _ = found(bytes(data), tmp_path)
    assert code == "word-damaged"


@pytest.mark.parametrize("value", ["<a:srgbClr/>", '<a:sysClr val="windowText"/>'])
def test_a_colour_of_the_theme_that_is_none_is_passed_over(value: str, tmp_path: Path) -> None:
    def change(was: str) -> str:
        start = was.index("<a:accent1>") + len("<a:accent1>")
        return was[:start] + value + was[was.index("</a:accent1>") :]

    file = tmp_path / "foreign.docx"
    file.write_bytes(changed("word/theme/theme1.xml", change))
    page_style = read_theme(file).page_style
    colours = [
        page_style.accent,
        page_style.link,
        *(style.colour for style in page_style.styles.values()),
    ]
    assert all(len(colour) == 7 for colour in colours)


TWICE = "<w:p><w:pPr/><w:pPr/><w:r><w:t>Words of a sample.</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("part", "before", "is_left_out"),
    [(DOCUMENT, "<w:sectPr", True), ("word/header1.xml", "</w:hdr>", False)],
)
def test_what_is_wrong_in_the_body_alone_can_be_left_out_with_it(
    part: str, before: str, is_left_out: bool, tmp_path: Path
) -> None:
    file = tmp_path / "sample.docx"
    file.write_bytes(changed(part, lambda was: was.replace(before, TWICE + before, 1)))
    with pytest.raises(TemplateError) as caught:
        read_word_template(file)
    assert {finding.path for finding in caught.value.findings} == {(part,)}
    assert [("--replace-body" in one.hint) for one in caught.value.findings] == [is_left_out]
    if is_left_out:
        read_word_template(file, replace_body=True)
