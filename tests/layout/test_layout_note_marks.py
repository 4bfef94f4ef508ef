"""Numbers of notes are superior figures, and as small as can be read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.paragraph import set_paragraph
from briefgen.layout.setting import mpt
from briefgen.types.block import Origin, Paragraph
from briefgen.types.laid import TextMark
from briefgen.types.prose import NoteMark, Text
from briefgen.types.role import Role


@pytest.mark.parametrize(("size_pt", "mark_pt"), [(12, 12 * 0.62), (8.5, 9.5 * 0.62)])
def test_marks_of_small_text_are_as_large_as_those_of_common_text(
    setting: Setting, size_pt: float, mark_pt: float
) -> None:
    styles = {**setting.page_style.styles}
    styles[Role.BODY] = replace(styles[Role.BODY], size_pt=size_pt)
    own = replace(setting, page_style=replace(setting.page_style, styles=styles))
    cited = Paragraph(Role.BODY, (Text("So"), NoteMark(3, "s3")), Origin("why"))
    (row,) = set_paragraph(cited, 300_000, own).rows
    sizes = [mark.size_mpt for mark in row.marks if isinstance(mark, TextMark)]
    assert sizes == [mpt(size_pt), mpt(mark_pt)]
    assert min(sizes) >= 5_500
