"""The built-in themes: a line for each style, with size, leading, space before and space after."""

from __future__ import annotations

from word_theme import (
    ACCENT,
    BODY,
    BULLET_LIST,
    EVENT_LIST,
    GREY,
    HAIRLINE,
    INK,
    NUMBER_LIST,
    PAPER,
    TINT,
    Line,
    Margins,
    PageStyle,
    Rule,
    Style,
    built_in,
    palette,
)

PICTURE = Style("Picture", 1, None, 0, 5, automatic=True, keep_lines=True, following="Credit")
CREDIT = Style("Credit", 7.5, 10, 0, 8, colour=GREY, keep_lines=True, following=BODY)
AFTER_TABLE = Style("After Table", 1, 1)

ISSUE = (
    "{{ series }}{% if series and number %} {% endif %}{{ number }}"
    "{% if series or number %} · {% endif %}{{ edition_date or position }}"
)
STATUS = "{{ classification }}{% if classification and status %} · {% endif %}{{ status }}"
VERSION = "{{ version }}{% if version and updates %} · {% endif %}{{ updates }}"

LOGO = Line("Picture", "{{ logo }}")
MARKS = (Line("Header", VERSION), Line("Marking", STATUS))
MASTHEAD = (LOGO, Line("Masthead", "{{ organisation or kind }}", ISSUE), *MARKS)
HEADER = (Line("Header", "{{ short_title }}", STATUS),)
FOOTER = (Line("Footer", "{{ position }}", "{{ folio }}"),)
"""Headers and footers; a line that comes out empty is not printed."""

STANDARD = PageStyle(
    "standard",
    Margins(side=51, top=57, bottom=57, header=26, footer=28),
    palette("1B2227", "4B5660", "EDF2F4", "0F4A5C", ("3F7383", "7A9CA7")),
    display_font="Cambria",
    text_font="Calibri",
    styles=(
        built_in("Normal", based_on=None, colour=INK),
        built_in("Title", 22, 26, 0, 3, display=True, bold=True, colour=ACCENT, keep_next=True,
                 keep_lines=True, following="Subtitle"),
        built_in("Subtitle", 12, 16, 0, 3, colour=GREY, keep_next=True, following="Byline"),
        Style("Byline", 9, 12, 0, 8, colour=GREY, following="Bottom Line"),
        Style("Bottom Line", 11.5, 15.5, 4, 10, left=12, right=8.25, fill=TINT, keep_lines=True,
              rules=(Rule("top", 0.25, TINT, 6), Rule("left", 3, ACCENT, 9),
                     Rule("bottom", 0.25, TINT, 6), Rule("right", 0.25, TINT, 8)),
              following=BODY),
        built_in("heading 1", 12.5, 15.5, 10, 3, bold=True, colour=ACCENT, outline=0,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in("heading 2", 10.5, 13.5, 7, 1.5, bold=True, colour=INK, outline=1,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in(BODY, 10, 13.5, 0, 5),
        built_in("List Bullet", 10, 13.5, 0, 2.5, based_on=BODY, left=11, hanging=11,
                 list_number=BULLET_LIST),
        built_in("List Number", 10, 13.5, 0, 2.5, based_on=BODY, left=16, hanging=16,
                 list_number=NUMBER_LIST),
        Style("Side Heading", 10, 13.5, 11, 3, based_on="heading 1", following="Side Text"),
        Style("Side Text", 9, 12, 0, 4, keep_lines=True),
        Style("Key Figure", 16, 19, 5, 0, display=True, bold=True, colour=ACCENT, keep_next=True,
              keep_lines=True, following="Key Figure Label"),
        Style("Key Figure Label", 8.5, 11, 0, 4, colour=GREY, keep_lines=True),
        Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True,
              list_number=EVENT_LIST),
        built_in("caption", 8.5, 11, 8, 4, bold=True, colour=GREY, keep_next=True,
                 keep_lines=True, following="Table Text"),
        Style("Table Header", 8.5, 11, bold=True),
        Style("Table Text", 8.5, 11),
        Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
        built_in("footnote text", based_on="Source"),
        built_in("toc 1", 10, 13.5, 0, 2),
        built_in("toc 2", 9, 12, 0, 1.5, left=12, colour=GREY),
        built_in("TOC Heading", based_on="heading 1", following=BODY, outline=9),
        Style("Foot", 7.5, 10, 10, 2, colour=GREY, rules=(Rule("top", 0.5, HAIRLINE, 4),)),
        Style("Masthead", 8.5, 11, bold=True, caps=True, tracking=0.8, colour=ACCENT,
              right_tab=True, rules=(Rule("top", 2.25, ACCENT, 4),)),
        Style("Marking", 12, 15, 5, 4, based_on="header", bold=True, caps=True, tracking=0.6,
              colour=ACCENT),
        built_in("header", 8, 11, colour=GREY, right_tab=True),
        built_in("footer", 8, 11, colour=GREY, right_tab=True,
                 rules=(Rule("top", 0.5, HAIRLINE, 4),)),
        PICTURE,
        CREDIT,
        AFTER_TABLE,
    ),
    masthead=MASTHEAD,
    header=HEADER,
    footer=FOOTER,
)  # fmt: skip
"""Sans text under a serif title, the message in a tinted panel."""

PARLIAMENT = PageStyle(
    "parliament",
    Margins(side=56, top=78, bottom=58, header=30, footer=28),
    palette("141414", "4A4A4A", "EFF2EF", "0B4A36", ("3D7161", "7C9F93")),
    display_font="Cambria",
    text_font="Calibri",
    styles=(
        built_in("Normal", based_on=None, colour=INK),
        built_in("Title", 21, 25, 0, 4, display=True, bold=True, keep_next=True, keep_lines=True,
                 following="Subtitle"),
        built_in("Subtitle", 12, 16, 0, 3, display=True, italic=True, colour=GREY, keep_next=True,
                 following="Byline"),
        Style("Byline", 9, 12, 0, 9, colour=GREY, following="Bottom Line"),
        Style("Bottom Line", 11, 15, 0, 12, display=True, keep_lines=True,
              rules=(Rule("top", 1, INK, 7), Rule("bottom", 0.5, INK, 7)), following=BODY),
        built_in("heading 1", 12, 15, 11, 4, display=True, bold=True, outline=0, keep_next=True,
                 keep_lines=True, rules=(Rule("bottom", 0.75, ACCENT, 2),), following=BODY),
        built_in("heading 2", 10, 13, 7, 2, display=True, bold=True, italic=True, outline=1,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in(BODY, 9.5, 13, 0, 5, display=True),
        built_in("List Bullet", 9.5, 13, 0, 2.5, based_on=BODY, left=11, hanging=11,
                 list_number=BULLET_LIST),
        built_in("List Number", 9.5, 13, 0, 2.5, based_on=BODY, left=16, hanging=16,
                 list_number=NUMBER_LIST),
        Style("Side Heading", 10.5, 15, 12, 3, based_on="heading 1", colour=ACCENT,
              rules=(Rule("bottom", 0),), following="Side Text"),
        Style("Side Text", 8.5, 11.5, 0, 4, keep_lines=True),
        Style("Key Figure", 15, 18, 4, 0, display=True, bold=True, keep_next=True,
              keep_lines=True, following="Key Figure Label"),
        Style("Key Figure Label", 8.5, 11, 0, 4, colour=GREY, keep_lines=True),
        Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True,
              list_number=EVENT_LIST),
        built_in("caption", 8.5, 11, 8, 4, bold=True, keep_next=True, keep_lines=True,
                 following="Table Text"),
        Style("Table Header", 8.5, 11, bold=True),
        Style("Table Text", 8.5, 11),
        Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
        built_in("footnote text", based_on="Source"),
        built_in("toc 1", 9.5, 13, 0, 2),
        built_in("toc 2", 8.5, 11.5, 0, 1.5, left=12, colour=GREY),
        built_in("TOC Heading", based_on="heading 1", following=BODY, outline=9),
        Style("Foot", 7.5, 10, 10, 2, colour=GREY, rules=(Rule("top", 0.5, INK, 4),)),
        Style("Masthead", 15, 19, display=True, bold=True, colour=ACCENT, right_tab=True,
              rules=(Rule("top", 4, ACCENT, 4),)),
        Style("Marking", 12, 15, 5, 4, based_on="header", bold=True, caps=True, tracking=0.6,
              colour=ACCENT),
        built_in("header", 8.5, 11.5, colour=GREY, right_tab=True),
        built_in("footer", 8, 11, colour=GREY, right_tab=True, rules=(Rule("top", 0.5, INK, 4),)),
        PICTURE,
        CREDIT,
        AFTER_TABLE,
    ),
    masthead=(
        LOGO,
        Line("Masthead", "{{ organisation or kind }}"),
        Line(
            "Header",
            "{{ series }}{% if series and number %} {% endif %}{{ number }}"
            "{% if series or number %} · {% elif organisation %}{{ kind }} · {% endif %}"
            "{{ edition_date or position }}",
        ),
        *MARKS,
    ),
    header=HEADER,
    footer=FOOTER,
)  # fmt: skip
"""Serif throughout, black and one deep green, ruled sections; the side column in sans."""

BAND = (
    Rule("top", 0.5, ACCENT, 6),
    Rule("left", 0.5, ACCENT, 9),
    Rule("bottom", 0.5, ACCENT, 5),
    Rule("right", 0.5, ACCENT, 9),
)

PRESS = PageStyle(
    "press",
    Margins(side=48, top=68, bottom=57, header=30, footer=28),
    palette("16181A", "4C5155", "F3F3F1", "B3121D", ("C64C54", "DC9095")),
    display_font="Calibri",
    text_font="Calibri",
    styles=(
        built_in("Normal", based_on=None, colour=INK),
        built_in("Title", 27, 31.5, 0, 5, display=True, bold=True, tracking=-0.3, keep_next=True,
                 keep_lines=True, following="Subtitle"),
        built_in("Subtitle", 13, 17, 0, 4, colour=GREY, keep_next=True, following="Byline"),
        Style("Byline", 9, 12, 0, 7, colour=GREY, following="Bottom Line"),
        Style("Bottom Line", 13, 17, 0, 13, bold=True, keep_lines=True, following=BODY),
        built_in("heading 1", 14, 17, 11, 3, display=True, bold=True, outline=0, keep_next=True,
                 keep_lines=True, following=BODY),
        built_in("heading 2", 10.5, 13.5, 7, 1.5, bold=True, colour=ACCENT, outline=1,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in(BODY, 10, 13.5, 0, 5),
        built_in("List Bullet", 10, 13.5, 0, 2.5, based_on=BODY, left=11, hanging=11,
                 list_number=BULLET_LIST),
        built_in("List Number", 10, 13.5, 0, 2.5, based_on=BODY, left=16, hanging=16,
                 list_number=NUMBER_LIST),
        Style("Side Heading", 11, 17, 12, 2, based_on="heading 1", colour=ACCENT,
              following="Side Text"),
        Style("Side Text", 9, 12, 0, 4, keep_lines=True),
        Style("Key Figure", 19, 22, 4, 0, display=True, bold=True, colour=ACCENT, keep_next=True,
              keep_lines=True, following="Key Figure Label"),
        Style("Key Figure Label", 9, 11.5, 0, 5, keep_lines=True),
        Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True,
              list_number=EVENT_LIST),
        built_in("caption", 8.5, 11, 8, 4, bold=True, keep_next=True, keep_lines=True,
                 following="Table Text"),
        Style("Table Header", 8.5, 11, bold=True),
        Style("Table Text", 8.5, 11),
        Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
        built_in("footnote text", based_on="Source"),
        built_in("toc 1", 10, 13.5, 0, 2),
        built_in("toc 2", 9, 12, 0, 1.5, left=12, colour=GREY),
        built_in("TOC Heading", based_on="heading 1", following=BODY, outline=9),
        Style("Foot", 7.5, 10, 10, 2, colour=GREY, rules=(Rule("top", 0.5, HAIRLINE, 4),)),
        Style("Masthead", 9.5, 12, bold=True, caps=True, tracking=0.8, colour=PAPER, left=9.5,
              right=9.5, right_tab=True, rules=BAND, fill=ACCENT),
        Style("Marking", 12, 15, 6, 6, based_on="header", bold=True, caps=True, tracking=0.6,
              colour=ACCENT),
        built_in("header", 8, 11, colour=GREY, right_tab=True),
        built_in("footer", 8, 11, colour=GREY, right_tab=True,
                 rules=(Rule("top", 0.5, HAIRLINE, 4),)),
        PICTURE,
        CREDIT,
        AFTER_TABLE,
    ),
    masthead=MASTHEAD,
    header=HEADER,
    footer=FOOTER,
)  # fmt: skip
"""A bold headline over a bold lead, one strong red, large figures."""

LOOKS = (STANDARD, PARLIAMENT, PRESS)
