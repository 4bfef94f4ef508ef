"""Checking an argument against its article: what the article does not say, or says otherwise.

Each rule looks at the passage that a statement names, or that its words are nearest to. A rule is
a function with the decorator `@source_rule`; nothing here reads files.
"""

from briefgen.check.against.backed import backed_numbers
from briefgen.check.against.checking import check_against, source_rules
from briefgen.check.against.context import with_comparable
from briefgen.check.against.index import SourceIndex, article_sentences
from briefgen.check.against.proposing import proposed_anchors

__all__ = [
    "SourceIndex",
    "article_sentences",
    "backed_numbers",
    "check_against",
    "proposed_anchors",
    "source_rules",
    "with_comparable",
]
