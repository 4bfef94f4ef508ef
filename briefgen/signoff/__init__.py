"""Sign-off: printed sentences beside the article's, as a sheet that is signed and read back."""

from briefgen.signoff.html import html_sheet
from briefgen.signoff.reading import (
    article_and_anchors,
    files_of_signoff,
    read_sheet,
    refuse_unread,
    refuse_unsigned,
    signed,
)
from briefgen.signoff.rows import Printed, sheet
from briefgen.signoff.word import word_sheet

__all__ = [
    "Printed",
    "article_and_anchors",
    "files_of_signoff",
    "html_sheet",
    "read_sheet",
    "refuse_unread",
    "refuse_unsigned",
    "sheet",
    "signed",
    "word_sheet",
]
