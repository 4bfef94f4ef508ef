"""Word templates that no Word writes and every program opens: a brief comes of them as well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples.small import SMALL
from samples.word import W, changed, text, tree

import briefgen
from briefgen.types.argument import Argument

NUMBERING, FOOTER = "word/numbering.xml", "word/footer1.xml"


def built(data: bytes, folder: Path) -> bytes:
    """Build the small argument on one page in a template with these bytes."""
    file = folder / "foreign.docx"
    file.write_bytes(data)
    return briefgen.build(
        Argument.model_validate(SMALL), length="one-page", audience="analyst", template=file
    ).to_bytes("docx")


@pytest.mark.parametrize(
    "lost",
    ['<w:num w:numId="4">.*?</w:num>', '<w:abstractNum w:abstractNumId="4">.*?</w:abstractNum>'],
)
def test_events_of_a_list_that_there_is_not_are_of_none(lost: str, tmp_path: Path) -> None:
    data = changed(NUMBERING, lambda was: re.sub(lost, "", was))
    events = [
        one for one in tree(built(data, tmp_path)).iter(f"{W}p") if "Rivers fall" in text(one)
    ]
    assert len(events) == 1


@pytest.mark.parametrize(
    "within",
    [
        '<w:p><w:r><w:t xml:space="preserve">{{ folio }}</w:t></w:r></w:p>',
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{ folio }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ],
)
def test_paragraphs_within_a_paragraph_are_a_typed_error(within: str, tmp_path: Path) -> None:
    """ECMA-376 part 1, 17.3.1.22 lets no paragraph and no table stand in a paragraph."""

    field = '<w:r><w:t xml:space="preserve">{{ folio }}</w:t></w:r>'

    def nested(was: str) -> str:
        start, end = was.index("<w:tbl>"), was.rindex("</w:p>") + len("</w:p>")
        return f"{was[:start]}<w:p>{field}{within}</w:p>{was[end:]}"

    with pytest.raises(briefgen.TemplateError) as caught:
        built(changed(FOOTER, nested), tmp_path)
    assert [finding.code for finding in caught.value.findings] == ["word-nesting"]
