"""Pages as a word processor has them that lacks fonts which are not at hand here, too.

It takes others for them, which may run wider and stand higher. What is counted has to hold then.
"""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.cache import kept
from briefgen.layout.block_formatter import BlockFormatter
from briefgen.layout.pages import lay_out
from briefgen.types.brief import Content
from briefgen.types.draft import FilledHeaderFooter
from briefgen.types.font import FontLibrary, on_font, restyled
from briefgen.types.laid import LaidOut
from briefgen.types.page import Master


@kept(16)
def charging(formatter: BlockFormatter) -> BlockFormatter:
    """Return what sets blocks as high as they may become: itself, where every font is at hand."""
    setting = formatter.setting
    fonts = setting.fonts.charging()
    if fonts is setting.fonts:
        return formatter
    return BlockFormatter(replace(setting, fonts=fonts), formatter.table_label)


def with_widest_lines(header_footer: FilledHeaderFooter, fonts: FontLibrary) -> FilledHeaderFooter:
    """Return a header and footer whose automatic lines are as high as the `fonts` make them."""
    if not fonts.guessed:
        return header_footer
    several, single = (
        restyled(one, lambda style: on_font(style, fonts))
        for one in (header_footer.several, header_footer.single)
    )
    return replace(header_footer, several=several, single=single)


def lay_out_widest(
    content: Content, formatter: BlockFormatter, master: Master, pages: int
) -> LaidOut:
    """Lay content out so that no page has less than it can have wherever its fonts are missing."""
    wide = charging(formatter)
    header_footer = with_widest_lines(content.header_footer, wide.setting.fonts)
    return lay_out(replace(content, header_footer=header_footer), wide, master, pages)
