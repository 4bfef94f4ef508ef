"""What counts as copied: runs of words that are no names, dates or numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.check.against import SourceIndex
from briefgen.check.against.copying import CopiedRuns
from briefgen.load.article import read_article

ARTICLE = """\
# The walls

By Ada Moss, 3 May 2019

The walls were tall, but surveyors have argued that these were too steep and costly. On Monday, the
Board of Stillwater and the Union of Northam met with the Oldbridge Council of Trade. Anglers want
low walls, and anglers like a river that has fish in it and shade.
"""


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Surveyors have argued that these were too steep and costly.", 10),
        ("Some surveyors have argued that these were too steep and costly.", 10),
        ("Anglers like a river that has fish in it.", 9),
        ("Board of Stillwater and the Union of Northam met.", 0),
        ("Stillwater and the Union of Northam met with the Oldbridge Council.", 0),
    ],
)
def test_the_first_word_of_a_sentence_is_a_name_only_where_the_article_has_it_so(
    tmp_path: Path, sentence: str, words: int
) -> None:
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    runs = CopiedRuns(SourceIndex(read_article(tmp_path / "article.md")))
    assert len(runs.copied(sentence)) == words
