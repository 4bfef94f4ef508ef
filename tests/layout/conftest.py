"""A plain look with round numbers, so that places on a page can be computed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.layout import BlockFormatter, Setting
from briefgen.load.fonts import read_fonts
from briefgen.types.page_style import PageStyle, TextStyle
from briefgen.types.role import Role

FONTS = Path(__file__).parents[2] / "templates" / "fonts"


def plain_style(role: Role) -> TextStyle:
    """10 on 12 pt, 6 pt apart; headings 14 on 18 pt."""
    heading = role in {Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.SIDE_HEADING}
    item = role in {Role.BULLET, Role.NUMBER, Role.SOURCE}
    return TextStyle(
        role,
        "Carlito",
        14 if heading else 10,
        18 if heading else 12,
        "#000000",
        bold=heading,
        space_before_pt=12 if heading else 0,
        space_after_pt=6,
        indent_left_pt=12 if item else 0,
        first_line_pt=-12 if item else 0,
    )


@pytest.fixture(scope="session")
def setting() -> Setting:
    page_style = PageStyle(
        name="plain",
        page_width_pt=400,
        page_height_pt=300,
        margin_top_pt=40,
        margin_right_pt=40,
        margin_bottom_pt=40,
        margin_left_pt=40,
        header_distance_pt=10,
        footer_distance_pt=10,
        accent="#003366",
        link="#003366",
        styles={role: plain_style(role) for role in Role},
    )
    fonts, findings = read_fonts(FONTS, frozenset({"Carlito"}))
    assert findings == ()
    assert not fonts.prints(ord("中"))  # all fallback faces are read now, in no example's time
    return Setting(page_style, fonts)


@pytest.fixture(scope="session")
def formatter(setting: Setting) -> BlockFormatter:
    return BlockFormatter(setting, "Table")
