"""Every form stands alone: nothing leans on a neighbour that may be dropped. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages, words_in
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument

_HANGING = re.compile(
    r"""\W*(however|also|but|and|or|nor|yet|so|still|then|thus|hence|therefore|moreover
    |furthermore|besides|meanwhile|nonetheless|nevertheless|consequently|similarly|likewise
    |instead|in\s+addition|as\s+a\s+result|by\s+contrast|in\s+turn|another|such|too
    |secondly|thirdly|finally|they|he|she|these|those|this|their|his|her|its
    |it(?!\s+(?:is|was|will\s+be|would\s+be|takes|took|remains)\b)
    |that(?=\s+(?:is|was|would|will|has|had)\b)
    |the\s+(?:latter|former))\b(?![-\u2019'])""",
    re.IGNORECASE | re.VERBOSE,
)


def hanging_starts(argument: Argument) -> Iterator[Remark]:
    """Remark each form that begins with a connective or pronoun that needs what was said before."""
    for passage in passages(argument):
        if passage.form is None or not passage.opens:
            continue
        if found := _HANGING.match(words_in(passage.text, figure="0", quotation="0")):
            message = f'begins with "{found[1]}", which leans on what stands before'
            yield Remark(passage.path, message, "name what is meant; the form must stand alone")
