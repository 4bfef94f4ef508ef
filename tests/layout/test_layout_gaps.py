"""Gaps that grow to fill a page leave free what Word may need, and open nothing that is closed."""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from briefgen.layout import BlockFormatter, Setting, lay_out
from briefgen.types.block import Origin, Paragraph
from briefgen.types.brief import BriefSection, Content
from briefgen.types.draft import FilledHeaderFooter, Metadata
from briefgen.types.header_footer import NO_HEADER_FOOTER
from briefgen.types.page import Master
from briefgen.types.prose import plain
from briefgen.types.role import Role

AT = Origin("s")
DAY = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def test_what_is_reserved_for_word_stays_free_and_close_blocks_stay_close(
    formatter: BlockFormatter,
) -> None:
    own = formatter.setting.page_style
    bullet = replace(own.styles[Role.BULLET], contextual_spacing=True)
    styles = {**own.styles, Role.BULLET: bullet}
    kept = replace(own, reserve_pt=300 - 40 - 40 - 4 * 18 - 7, styles=styles)
    roles = (Role.BODY, Role.BULLET, Role.BULLET, Role.BODY)
    blocks = tuple(Paragraph(role, plain("one"), AT) for role in roles)
    laid_out = lay_out(
        Content(
            Metadata("T", "A", "S", (), "en-GB", DAY),
            (BriefSection("main", "main", None, blocks),),
            FilledHeaderFooter({}, "", NO_HEADER_FOOTER, NO_HEADER_FOOTER),
        ),
        BlockFormatter(Setting(kept, formatter.setting.fonts), "Table"),
        Master(stretch_pt=9),
    )
    lowered = [one.lowered_mpt for one in laid_out.begins]
    assert lowered[0] == lowered[2] == 0
    assert lowered[1] == lowered[3] > 0
    assert laid_out.spread_mpt == (sum(lowered), 0)
    (fill,) = laid_out.fills
    assert fill.height_mpt - fill.used_mpt - sum(lowered) >= kept.reserve_pt * 1000
