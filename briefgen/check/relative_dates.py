"""A brief is read later than it is written, so dates are absolute."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.lexicon import lexicon
from briefgen.check.passage import passages
from briefgen.check.rule import Remark
from briefgen.markup import words_in
from briefgen.types.argument import Argument

_QUOTED = re.compile(r'"[^"]*"|\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb')


def relative_dates(argument: Argument) -> Iterator[Remark]:
    """Remark each passage with a date that depends on the day of reading.

    What stands in quotation marks is somebody else's, and editor's notes talk about the article's
    own words: both are left alone.
    """
    words = lexicon(argument.article.language)
    if words is None:
        return
    for passage in passages(argument):
        if passage.path[0] == "notes":
            continue
        found = words.relative_date.findall(_QUOTED.sub("", words_in(passage.text)))
        if found:
            shown = ", ".join(f'"{" ".join(each.split())}"' for each in dict.fromkeys(found))
            hint = f"name the date; the information reaches up to {argument.article.cut_off}"
            yield Remark(passage.path, f"has a relative date: {shown}", hint)
