"""Words of a template's own text that are larger than their paragraph, or raised above it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.layout import Setting
from briefgen.layout.header_footer import set_part
from briefgen.layout.header_footer_line import Leaf
from briefgen.types.header_footer import (
    HeaderFooterParagraph,
    HeaderFooterPart,
    HeaderFooterText,
)
from briefgen.types.laid import TextMark
from briefgen.types.role import Role


@pytest.fixture
def leaf(setting: Setting) -> Leaf:
    return Leaf(1, 1, 320_000, 320, setting, None)


def test_words_larger_than_their_paragraph_stand_on_the_base_of_their_own_line(leaf: Leaf) -> None:
    own = leaf.setting.style(Role.HEADER)
    large = replace(own, size_pt=own.size_pt * 2, leading_pt=own.leading_pt * 2)
    held = HeaderFooterParagraph(own, (HeaderFooterText("words", large),), ())
    (line,) = set_part(HeaderFooterPart((held,)), leaf)
    (alone,) = set_part(HeaderFooterPart((replace(held, style=large),)), leaf)
    assert line.row == alone.row


def test_words_are_raised_above_their_line(leaf: Leaf) -> None:
    own = leaf.setting.style(Role.HEADER)
    raised = HeaderFooterText("2", replace(own, size_pt=own.size_pt / 2, rise_pt=3))
    held = HeaderFooterParagraph(own, (HeaderFooterText("m", own), raised), ())
    (line,) = set_part(HeaderFooterPart((held,)), leaf)
    m, two = (one for one in line.row.marks if isinstance(one, TextMark))
    assert m.baseline_mpt - two.baseline_mpt == 3000
