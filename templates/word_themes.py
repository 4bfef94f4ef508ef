"""The built-in themes: a line for each style, with size, leading, space before and space after."""

from __future__ import annotations

from word_theme import (
    ACCENT,
    ACTION_LIST,
    BELOW_ACTION_LIST,
    BODY,
    BULLET_LIST,
    BULLET_LIST_2,
    EVENT_LIST,
    GREY,
    HAIRLINE,
    IN_BRIEF_LIST,
    INK,
    NUMBER_LIST,
    NUMBER_LIST_2,
    PAPER,
    SECOND,
    TINT,
    BandCell,
    BandRow,
    Bar,
    Line,
    Margins,
    Masthead,
    PageStyle,
    Rule,
    Style,
    built_in,
    palette,
)

PICTURE = Style("Picture", 1, None, 0, 5, automatic=True, keep_lines=True, following="Credit")
CREDIT = Style("Credit", 8, 10.5, 0, 8, colour=GREY, keep_lines=True, following=BODY)
AFTER_TABLE = Style("After Table", 1, 1)
BELOW_MASTHEAD = Style("Below Masthead", 1, 11)

STATUS = "{{ classification }}{% if classification and status %} · {% endif %}{{ status }}"

NAME = ("Masthead", "{{ organisation or kind }}")
TOPIC = ("Topic", "{{ topic }}")
READER = ("Reader", "{{ reader }}")
MARKING = ("Marking", STATUS)
ISSUE = (
    "Issue",
    "{% if series or number %}{{ series }}{% if series and number %} {% endif %}{{ number }}"
    "{% elif organisation %}{{ kind }}{% endif %}",
)
ISSUE_DATE = (
    "Issue Date",
    "{{ edition_date or position }}{% if version %} · {{ version }}{% endif %}",
)
DATED_ISSUE = (
    "Issue",
    "{% if series or number %}{{ series }}{% if series and number %} {% endif %}{{ number }} · "
    "{% elif organisation %}{{ kind }} · {% endif %}" + ISSUE_DATE[1],
)
"""Lines of mastheads. What an edition updates stands in the foot of every brief."""

MARKED = "classification or status"

TITLE = ("Header", "{{ short_title }}")
WHOSE = (
    "Header",
    "{{ organisation }}{% if organisation and (classification or status) %} · {% endif %}" + STATUS,
)
NAMED = (
    "Masthead",
    "{% if " + MARKED + " %}" + STATUS + "{% else %}{{ organisation or kind }}{% endif %}",
)
FOOTER = (Line("Footer", "{{ position }}", "{{ folio }}"),)
FIRST_FOOTER = (Line("Footer", "{% if edition_date %}{{ position }}{% endif %}", "{{ folio }}"),)
"""Ends of running heads and feet; a line of a foot that comes out empty is not printed. Where a
brief has no date of its own, its masthead says what its information is as of, so that the foot of
that page need not."""

BOX = (
    Rule("top", 0.25, TINT, 6),
    Rule("left", 3, ACCENT, 9),
    Rule("bottom", 0.25, TINT, 6),
    Rule("right", 0.25, TINT, 8),
)
"""A tinted box with a rule at its left."""

APART = (BOX[0], Rule("left", 3, SECOND, 9), *BOX[2:])
"""The same for what is set apart from the text around it."""

PLAIN_BOX = (BOX[0], Rule("left", 0.25, TINT, 8), *BOX[2:])
"""A tinted box without a rule."""

TICK = (Rule("left", 3, SECOND, 5),)
"""A short upright rule before a heading."""

PULL_QUOTE = (
    Style("Pull Quote", 14, 19, 8, 0, left=12, display=True, italic=True, keep_next=True,
          keep_lines=True, colour=SECOND, rules=(Rule("left", 2, SECOND, 9),),
          following="Pull Quote Source"),
    Style("Pull Quote Source", 8.5, 11, 0, 9, left=12, keep_lines=True, colour=GREY,
          rules=(Rule("left", 2, SECOND, 9),), following=BODY),
)  # fmt: skip

BELOW_STAT = (
    Style("Stat Label", 9, 11.5, keep_next=True, keep_lines=True, following="Stat Date"),
    Style("Stat Date", 8.5, 11, 0, 10, colour=GREY, keep_lines=True),
)


def in_brief() -> tuple[Style, Style]:
    """Return the styles of the messages that open a brief, in the box of the bottom line."""
    return (
        Style("In Brief Heading", 11.5, 15, 4, 3, left=30, right=8.25, hanging=18,
              bold=True, colour=ACCENT, outline=0, keep_next=True,
              keep_lines=True, fill=TINT, rules=BOX, following="In Brief"),
        Style("In Brief", 11, 15, 0, 3, left=30, right=8.25, hanging=18,
              keep_lines=True, fill=TINT, rules=BOX, list_number=IN_BRIEF_LIST, following=BODY),
    )  # fmt: skip


def actions(
    size: float,
    leading: float,
    left: float,
    rules: tuple[Rule, ...],
    *,
    hanging: float = 18,
    display: bool = False,
) -> tuple[Style, Style]:
    """Return the styles of recommendations, which stand in a box of their own.

    What stands below the text of one has its indents, so that the box goes on: it is of a list
    whose items have no marks.
    """
    return (
        Style("Recommendation", size, leading, 5, 0, left=left + hanging, right=8.25,
              hanging=hanging, display=display or None, keep_lines=True, fill=TINT, rules=rules,
              list_number=ACTION_LIST),
        Style("Recommendation Terms", 8.5, 11.5, 1, 0, left=left + hanging, right=8.25,
              hanging=hanging, keep_lines=True, colour=GREY, fill=TINT, rules=rules,
              list_number=BELOW_ACTION_LIST, following="Recommendation"),
    )  # fmt: skip


STANDARD = PageStyle(
    "standard",
    Margins(side=51, top=57, bottom=57, header=20, footer=28),
    palette("1B2227", "4B5660", "EDF2F4", "0F4A5C", "B84A17", ("3F7383", "7A9CA7")),
    display_font="Cambria",
    text_font="Calibri",
    styles=(
        built_in("Normal", based_on=None, colour=INK),
        built_in("Title", 22, 26, 0, 3, display=True, bold=True, colour=ACCENT, keep_next=True,
                 keep_lines=True, following="Subtitle"),
        Style("Title Long", 19, 23, based_on="Title", following="Subtitle"),
        built_in("Subtitle", 12, 16, 0, 3, colour=GREY, keep_next=True, following="Byline"),
        Style("Byline", 9, 12, 0, 8, colour=GREY, following="Bottom Line"),
        Style("Bottom Line", 13.5, 17, 4, 11, left=12, right=8.25, fill=TINT, keep_lines=True,
              rules=BOX, following=BODY),
        *in_brief(),
        built_in("heading 1", 13.5, 16.5, 12, 5.5, left=8, display=True, colour=ACCENT, outline=0,
                 keep_next=True, keep_lines=True, rules=TICK, following=BODY),
        built_in("heading 2", 10.5, 13.5, 8, 1.5, bold=True, colour=ACCENT, outline=1,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in(BODY, 10, 13.5, 0, 5),
        built_in("List Bullet", 10, 13.5, 0, 2.5, based_on=BODY, left=11, hanging=11,
                 list_number=BULLET_LIST),
        built_in("List Number", 10, 13.5, 0, 2.5, based_on=BODY, left=16, hanging=16,
                 list_number=NUMBER_LIST),
        built_in("List Bullet 2", 10, 13.5, 0, 2.5, based_on=BODY, left=22, hanging=11,
                 list_number=BULLET_LIST_2),
        built_in("List Number 2", 10, 13.5, 0, 2.5, based_on=BODY, left=32, hanging=16,
                 list_number=NUMBER_LIST_2),
        built_in("Quote", 10, 13.5, 0, 4, based_on=BODY, left=16, right=16, colour=GREY),
        Style("Callout", 10, 13.5, 0, 5, left=12, right=8.25, keep_lines=True,
              fill=TINT, rules=APART, following=BODY),
        *actions(10, 13.5, 12, BOX),
        *PULL_QUOTE,
        Style("Side Heading", 10, 13.5, 11, 4, bold=True, colour=ACCENT, outline=0,
              keep_next=True, keep_lines=True, following="Side Text"),
        Style("Side Text", 9, 12, 0, 4, keep_lines=True),
        Style("Key Figure", 16, 19, 5, 0, display=True, bold=True, colour=ACCENT, keep_next=True,
              keep_lines=True, following="Key Figure Label"),
        Style("Lead Figure", based_on="Key Figure", following="Key Figure Label"),
        Style("Lead Figure Label", 11, 14, 0, 4, keep_lines=True, following=BODY),
        Style("Key Figure Label", 8.5, 11, 0, 4, colour=GREY, keep_lines=True),
        Style("Stat Figure", 22, 26, 0, 1, display=True, bold=True, colour=ACCENT, keep_next=True,
              keep_lines=True, rules=(Rule("top", 1.5, ACCENT, 3),), following="Stat Label"),
        *BELOW_STAT,
        Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True,
              list_number=EVENT_LIST),
        built_in("caption", 8.5, 11, 8, 4, colour=GREY, keep_next=True,
                 keep_lines=True, following="Table Text"),
        Style("Chart Title", 11, 14, 10, 0, bold=True, keep_next=True, keep_lines=True,
              rules=(Rule("top", 0.75, ACCENT, 4),), following="caption"),
        Style("Table Header", 8.5, 11, bold=True, colour=ACCENT),
        Style("Table Text", 8.5, 11),
        Style("Table Date", 8.5, 11, bold=True, colour=ACCENT),
        Style("Table Claim", 9, 11.5),
        Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
        built_in("footnote text", based_on="Source"),
        built_in("toc 1", 9.5, 12.5, 0, 1),
        built_in("toc 2", 9, 12, 0, 1.5, left=12, colour=GREY),
        built_in("TOC Heading", based_on="heading 1", following=BODY, outline=9),
        Style("Foot", 8, 10.5, 10, 2, colour=GREY, rules=(Rule("top", 0.5, HAIRLINE, 4),)),
        Style("Masthead", 15, 17.5, bold=True, colour=PAPER, fill=ACCENT),
        Style("Topic", 9, 11.5, colour=PAPER, fill=ACCENT),
        Style("Issue", 9.5, 12, bold=True, colour=PAPER, fill=ACCENT),
        Style("Issue Date", 9.5, 12, colour=PAPER, fill=ACCENT),
        Style("Marking", 12, 14.5, bold=True, caps=True, tracking=0.6, colour=ACCENT, fill=TINT),
        Style("Reader", 9.5, 12, colour=PAPER, fill=ACCENT),
        built_in("header", 8.5, 11, bold=True, colour=PAPER, fill=ACCENT, right_tab=True),
        built_in("footer", 8, 11, colour=GREY, right_tab=True,
                 rules=(Rule("top", 0.75, ACCENT, 4),)),
        PICTURE,
        CREDIT,
        AFTER_TABLE,
        BELOW_MASTHEAD,
    ),
    masthead=Masthead((
        BandRow(38, (
            BandCell(0.6, (NAME, TOPIC, READER)),
            BandCell(0.4, (ISSUE, ISSUE_DATE), "right"),
        ), ground=ACCENT, inset_above=3),
        BandRow(19, (BandCell(1, (MARKING,)),), ground=TINT, only_if=MARKED),
    )),
    header=Masthead((
        BandRow(16, (BandCell(0.6, (TITLE,)), BandCell(0.4, (WHOSE,), "right")), ground=ACCENT),
    )),
    footer=FOOTER,
    first_footer=FIRST_FOOTER,
)  # fmt: skip
"""Sans text under a serif title, the message in a tinted panel."""

PARLIAMENT = PageStyle(
    "parliament",
    Margins(side=56, top=64, bottom=58, header=20, footer=28),
    palette("141414", "4A4A4A", "EFF2EF", "0B4A36", "8A2B3C", ("3D7161", "7C9F93")),
    display_font="Cambria",
    text_font="Calibri",
    styles=(
        built_in("Normal", based_on=None, colour=INK),
        built_in("Title", 21, 25, 0, 4, display=True, bold=True, keep_next=True, keep_lines=True,
                 following="Subtitle"),
        Style("Title Long", 18, 22, based_on="Title", following="Subtitle"),
        built_in("Subtitle", 12, 16, 0, 3, display=True, italic=True, colour=GREY, keep_next=True,
                 following="Byline"),
        Style("Byline", 9, 12, 0, 9, colour=GREY, following="Bottom Line"),
        Style("Bottom Line", 11.5, 15.5, 0, 10, display=True, keep_lines=True,
              rules=(Rule("top", 1.5, ACCENT, 6), Rule("bottom", 0.5, ACCENT, 6)),
              following=BODY),
        Style("In Brief Heading", 10.5, 15, 0, 3, display=True, bold=True, colour=ACCENT, outline=0,
              keep_next=True, keep_lines=True, following="In Brief"),
        Style("In Brief", 9.5, 12.5, 0, 5, left=13, hanging=13, keep_lines=True,
              list_number=IN_BRIEF_LIST, following="Side Text"),
        built_in("heading 1", 13, 16, 11, 4, display=True, colour=ACCENT, outline=0,
                 keep_next=True, keep_lines=True, rules=(Rule("bottom", 1.5, ACCENT, 2),),
                 following=BODY),
        built_in("heading 2", 10, 13, 7, 2, display=True, bold=True, italic=True, outline=1,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in(BODY, 9.5, 13, 0, 5, display=True),
        built_in("List Bullet", 9.5, 13, 0, 2.5, based_on=BODY, left=11, hanging=11,
                 list_number=BULLET_LIST),
        built_in("List Number", 9.5, 13, 0, 5, based_on=BODY, left=20, hanging=20,
                 list_number=NUMBER_LIST),
        built_in("List Bullet 2", 9.5, 13, 0, 2.5, based_on=BODY, left=31, hanging=11,
                 list_number=BULLET_LIST_2),
        built_in("List Number 2", 9.5, 13, 0, 2.5, based_on=BODY, left=32, hanging=16,
                 list_number=NUMBER_LIST_2),
        built_in("Quote", 9.5, 13, 0, 4, based_on=BODY, left=16, right=16, colour=GREY),
        Style("Callout", 9.5, 13, 0, 5, left=12, right=8.25, display=True, keep_lines=True,
              fill=TINT, rules=APART, following=BODY),
        *actions(9.5, 13, 8.25, PLAIN_BOX, hanging=20, display=True),
        *PULL_QUOTE,
        Style("Side Heading", 10.5, 15, 12, 3, based_on="heading 1", colour=ACCENT,
              rules=(Rule("bottom", 0),), following="Side Text"),
        Style("Side Text", 8.5, 11.5, 0, 4, keep_lines=True),
        Style("Key Figure", 15, 18, 4, 0, display=True, bold=True, keep_next=True,
              keep_lines=True, following="Key Figure Label"),
        Style("Lead Figure", 22, 26, 2, 0, based_on="Key Figure", colour=ACCENT,
              following="Key Figure Label"),
        Style("Lead Figure Label", 11, 14, 0, 4, display=True, keep_lines=True, following=BODY),
        Style("Key Figure Label", 8.5, 11, 0, 4, colour=GREY, keep_lines=True),
        Style("Stat Figure", 22, 26, 0, 1, display=True, bold=True, keep_next=True,
              keep_lines=True, rules=(Rule("top", 1, INK, 3),), following="Stat Label"),
        *BELOW_STAT,
        Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True,
              list_number=EVENT_LIST),
        built_in("caption", 8.5, 11, 8, 4, keep_next=True, keep_lines=True,
                 following="Table Text"),
        Style("Chart Title", 11, 14, 8, 0, display=True, bold=True, keep_next=True,
              keep_lines=True, rules=(Rule("top", 0.75, ACCENT, 4),), following="caption"),
        Style("Table Header", 8.5, 11, bold=True, colour=ACCENT),
        Style("Table Text", 8.5, 11),
        Style("Table Date", 8.5, 11, bold=True, colour=ACCENT),
        Style("Table Claim", 9, 11.5, display=True),
        Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
        built_in("footnote text", based_on="Source"),
        built_in("toc 1", 9, 12, 0, 1),
        built_in("toc 2", 8.5, 11.5, 0, 1.5, left=12, colour=GREY),
        built_in("TOC Heading", based_on="heading 1", following=BODY, outline=9),
        Style("Foot", 8, 10.5, 10, 2, colour=GREY, rules=(Rule("top", 0.5, INK, 4),)),
        Style("Masthead", 15, 18, 3, 0, display=True, bold=True, colour=ACCENT),
        Style("Topic", 9, 15, bold=True, colour=SECOND),
        Style("Issue", 12.5, 15, 3, 0, display=True, bold=True),
        Style("Issue Date", 9, 12, colour=GREY),
        Style("Marking", 12, 14.5, bold=True, caps=True, tracking=0.6, colour=ACCENT),
        Style("Reader", 9, 12, display=True, italic=True),
        built_in("header", 8.5, 11.5, display=True, italic=True, right_tab=True),
        built_in("footer", 8, 11, colour=GREY, right_tab=True, rules=(Rule("top", 0.5, INK, 4),)),
        PICTURE,
        CREDIT,
        AFTER_TABLE,
        BELOW_MASTHEAD,
    ),
    masthead=Masthead((
        BandRow(23, (
            BandCell(0.48, (NAME, TOPIC)),
            BandCell(0.52, (ISSUE,), "right"),
        ), beside_logo=(
            BandCell(0.55, (NAME, TOPIC)),
            BandCell(0.45, (ISSUE,), "right"),
        )),
        BandRow(17, (
            BandCell(0.46, (READER,)),
            BandCell(0.54, (ISSUE_DATE,), "right"),
        )),
        BandRow(19, (BandCell(1, (MARKING,)),), only_if=MARKED),
    ), bar=Bar(3), closing=Bar(1)),
    header=Masthead((
        BandRow(15, (BandCell(0.6, (TITLE,)), BandCell(0.4, (WHOSE,), "right"))),
    ), bar=Bar(2), closing=Bar(1)),
    footer=FOOTER,
    first_footer=FIRST_FOOTER,
)  # fmt: skip
"""Serif throughout, black and one deep green, ruled sections; the side column in sans."""

PRESS = PageStyle(
    "press",
    Margins(side=48, top=62, bottom=57, header=20, footer=28),
    palette("16181A", "4C5155", "F3F3F1", "B3121D", "1D3557", ("C64C54", "DC9095")),
    display_font="Calibri",
    text_font="Calibri",
    styles=(
        built_in("Normal", based_on=None, colour=INK),
        built_in("Title", 32, 37, 0, 5, display=True, bold=True, tracking=-0.6, keep_next=True,
                 keep_lines=True, following="Subtitle"),
        Style("Title Long", 26, 30, based_on="Title", following="Subtitle"),
        built_in("Subtitle", 13, 17, 0, 4, colour=GREY, keep_next=True, following="Byline"),
        Style("Byline", 9, 12, 0, 10, colour=GREY, following="Bottom Line"),
        Style("Bottom Line", 14.5, 18.5, 0, 8, right=20, keep_lines=True, following=BODY),
        Style("In Brief Heading", 12, 15, 2, 3, bold=True, colour=ACCENT, outline=0,
              keep_next=True, keep_lines=True, following="In Brief"),
        Style("In Brief", 12, 15.5, 0, 4, left=18, hanging=18, keep_lines=True,
              list_number=IN_BRIEF_LIST, following=BODY),
        built_in("heading 1", 15.5, 18.5, 11, 3, display=True, bold=True, tracking=-0.2, outline=0,
                 keep_next=True, keep_lines=True, rules=(Rule("top", 0.75, INK, 4),),
                 following=BODY),
        built_in("heading 2", 10.5, 13.5, 7, 1.5, bold=True, outline=1,
                 keep_next=True, keep_lines=True, following=BODY),
        built_in(BODY, 10, 13.5, 0, 5),
        built_in("List Bullet", 10, 13.5, 0, 2.5, based_on=BODY, left=11, hanging=11,
                 list_number=BULLET_LIST),
        built_in("List Number", 10, 13.5, 0, 2.5, based_on=BODY, left=16, hanging=16,
                 list_number=NUMBER_LIST),
        built_in("List Bullet 2", 10, 13.5, 0, 2.5, based_on=BODY, left=22, hanging=11,
                 list_number=BULLET_LIST_2),
        built_in("List Number 2", 10, 13.5, 0, 2.5, based_on=BODY, left=32, hanging=16,
                 list_number=NUMBER_LIST_2),
        built_in("Quote", 10, 13.5, 0, 4, based_on=BODY, left=16, right=16, colour=GREY),
        Style("Callout", 10, 13.5, 0, 5, left=12, right=8.25, keep_lines=True,
              fill=TINT, rules=APART, following=BODY),
        *actions(10, 13.5, 12, BOX),
        *PULL_QUOTE,
        Style("Side Heading", 11, 18.5, 11, 2, based_on="heading 1", bold=True, tracking=0,
              colour=ACCENT, rules=(Rule("top", 0),), following="Side Text"),
        Style("Side Text", 9, 12, 0, 4, keep_lines=True),
        Style("Key Figure", 19, 22, 4, 0, display=True, bold=True, colour=ACCENT, keep_next=True,
              keep_lines=True, following="Key Figure Label"),
        Style("Lead Figure", 52, 60, 0, 2, tracking=-1, based_on="Key Figure",
              following="Lead Figure Label"),
        Style("Lead Figure Label", 14, 17.5, 4, 6, keep_lines=True, following=BODY),
        Style("Key Figure Label", 9, 11.5, 0, 5, keep_lines=True),
        Style("Stat Figure", 24, 28, 0, 1, display=True, bold=True, colour=ACCENT, keep_next=True,
              keep_lines=True, rules=(Rule("top", 3, ACCENT, 3),), following="Stat Label"),
        *BELOW_STAT,
        Style("Event", 8.5, 11, 0, 3, left=10, hanging=10, keep_lines=True,
              list_number=EVENT_LIST),
        built_in("caption", 8.5, 11, 8, 4, keep_next=True, keep_lines=True,
                 following="Table Text"),
        Style("Chart Title", 11, 14, 10, 0, bold=True, keep_next=True, keep_lines=True,
              rules=(Rule("top", 0.75, INK, 4),), following="caption"),
        Style("Table Header", 8.5, 11, bold=True),
        Style("Table Text", 8.5, 11),
        Style("Table Date", 8.5, 11, bold=True, colour=ACCENT),
        Style("Table Claim", 9.5, 12),
        Style("Source", 8.5, 11, 0, 2, left=20, hanging=20),
        built_in("footnote text", based_on="Source"),
        built_in("toc 1", 9.5, 12.5, 0, 1),
        built_in("toc 2", 9, 12, 0, 1.5, left=12, colour=GREY),
        built_in("TOC Heading", based_on="heading 1", following=BODY, outline=9),
        Style("Foot", 8, 10.5, 10, 2, colour=GREY, rules=(Rule("top", 0.5, HAIRLINE, 4),)),
        Style("Masthead", 11, 13.5, display=True, bold=True, caps=True, tracking=0.6,
              colour=PAPER, fill=ACCENT),
        Style("Topic", 9.5, 12, colour=PAPER, fill=ACCENT),
        Style("Issue", 9.5, 12, bold=True),
        Style("Issue Date", 9.5, 12, colour=GREY),
        Style("Marking", 12, 14.5, bold=True, caps=True, tracking=0.6, colour=ACCENT),
        Style("Reader", 9.5, 12),
        built_in("header", 8.5, 11, right_tab=True),
        built_in("footer", 8, 11, colour=GREY, right_tab=True, rules=(Rule("top", 1, INK, 4),)),
        PICTURE,
        CREDIT,
        AFTER_TABLE,
        BELOW_MASTHEAD,
    ),
    masthead=Masthead((
        BandRow(30, (
            BandCell(0.42, (NAME, TOPIC), ground=ACCENT),
            BandCell(0.58, (DATED_ISSUE, READER), "right"),
        ), beside_logo=(
            BandCell(0.62, (NAME, TOPIC), ground=ACCENT),
            BandCell(0.38, (DATED_ISSUE, READER), "right"),
        )),
        BandRow(19, (BandCell(1, (MARKING,)),), only_if=MARKED),
    ), bar=Bar(5, INK), closing=Bar(1, INK)),
    header=Masthead((
        BandRow(17, (
            BandCell(0.42, (NAMED,), ground=ACCENT), BandCell(0.58, (TITLE,), "right"),
        )),
    ), bar=Bar(4, INK)),
    footer=FOOTER,
    first_footer=FIRST_FOOTER,
    marks=ACCENT,
    dates=ACCENT,
)  # fmt: skip
"""A large headline over a lead, one strong red, one figure larger than all others."""

LOOKS = (STANDARD, PARLIAMENT, PRESS)
