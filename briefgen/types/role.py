"""Style roles: what a paragraph is for, and the Word style that dresses it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for. The value is the name of its style in the Word template."""

    TITLE = "Title"
    TITLE_LONG = "Title Long"
    SUBTITLE = "Subtitle"
    BYLINE = "Byline"
    BOTTOM_LINE = "Bottom Line"
    IN_BRIEF_HEADING = "In Brief Heading"
    IN_BRIEF = "In Brief"
    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    BODY = "Body Text"
    BULLET = "List Bullet"
    BULLET_2 = "List Bullet 2"
    NUMBER = "List Number"
    NUMBER_2 = "List Number 2"
    ACTION = "Recommendation"
    ACTION_TERMS = "Recommendation Terms"
    QUOTE = "Quote"
    CALLOUT = "Callout"
    PULL_QUOTE = "Pull Quote"
    PULL_QUOTE_SOURCE = "Pull Quote Source"
    SIDE_HEADING = "Side Heading"
    SIDE_TEXT = "Side Text"
    KEY_FIGURE = "Key Figure"
    LEAD_FIGURE = "Lead Figure"
    KEY_FIGURE_LABEL = "Key Figure Label"
    STAT_FIGURE = "Stat Figure"
    STAT_LABEL = "Stat Label"
    STAT_DATE = "Stat Date"
    EVENT = "Event"
    CAPTION = "Caption"
    CHART_TITLE = "Chart Title"
    PICTURE = "Picture"
    CREDIT = "Credit"
    TABLE_HEADER = "Table Header"
    TABLE_TEXT = "Table Text"
    TABLE_DATE = "Table Date"
    TABLE_CLAIM = "Table Claim"
    SOURCE = "Source"
    CONTENTS_1 = "TOC 1"
    CONTENTS_2 = "TOC 2"
    FOOT = "Foot"
    MASTHEAD = "Masthead"
    MARKING = "Marking"
    HEADER = "Header"
    FOOTER = "Footer"


QUIET_LINKS = frozenset({Role.SOURCE})
"""Roles whose links are told by their colour alone: in a list each entry has one, at its title."""
