"""Any argument at all becomes valid files that carry every chosen text once, or a typed error.

By hand for longer: `BRIEFGEN_FUZZ=5000 pytest tests/fuzz/test_fuzz_arguments.py`.
"""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from typing import Any

import docx
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from samples.any_argument import argument_data
from samples.read_aloud import pdf_text, word_text

import briefgen
from briefgen.load.document import to_model
from briefgen.types.argument import Argument, Part
from briefgen.types.finding import BriefgenError, Finding
from briefgen.types.point import Form
from briefgen.types.source_map import SourceMap

EXAMPLES = int(os.environ.get("BRIEFGEN_FUZZ", "40"))
LENGTHS = [name for name, _ in briefgen.lengths()]
AUDIENCES = [name for name, _ in briefgen.audiences()]

OWN_WORD = re.compile("zq[a-j]+qz")
LEADS_AWAY = re.compile(r"&|\]\s*[({]|\[[@#>]|\\|<")
"""Markup by which letters are no text: addresses, languages, references and entities."""


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def printed(brief: briefgen.Brief, argument: Argument) -> tuple[list[str], list[str]]:
    """Return the texts of points that were chosen, and those that were not."""
    points = {point.id: point for part in Part for point in argument.points(part)}
    chosen: Counter[str] = Counter()
    other: list[str] = []
    for decision in brief.decisions:
        if decision.part is None:
            continue
        point = points[decision.subject]
        taken = None if decision.taken is None else decision.considered[decision.taken].form
        held = {
            Form.SUMMARY: [point.forms.summary] if point.forms.summary else [],
            Form.DETAIL: [*point.forms.detail],
        }
        for form, texts in held.items():
            if form == taken:
                chosen.update(texts)
            else:
                other += texts
        if taken is Form.HEADLINE:
            chosen[point.forms.headline] += 1
        elif taken is None:
            other.append(point.forms.headline)
    return [*chosen], [text for text in other if text not in chosen]


def check_text(found: str, chosen: list[str], other: list[str], argument: Argument) -> None:
    """Check that a file says what was chosen once and what was not chosen not at all.

    A table of claims and a list of what is uncertain name points by their headlines once more.
    """
    points = [point for part in Part for point in argument.points(part)]
    headlines = {point.forms.headline for point in points}
    squeezed = letters(found)
    for text in chosen:
        if not (word := OWN_WORD.match(text)):
            continue
        often = 3 if text in headlines else 1
        assert 1 <= squeezed.count(word[0]) <= often, (text, squeezed)
        if not LEADS_AWAY.search(text):
            assert letters(text) in squeezed, (text, squeezed)
    for text in other:
        if not (word := OWN_WORD.match(text)):
            continue
        assert squeezed.count(word[0]) == 0 or text in headlines, (text, squeezed)


def check_finding(finding: Finding) -> None:
    """Check that an error says what is wrong, where, and what to do."""
    assert finding.code
    assert finding.message
    assert finding.hint
    assert finding.path or finding.where or finding.file or finding.code == "glyph-missing"


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=set(Phase) - {Phase.explain},
)
@given(argument_data(), st.sampled_from(LENGTHS), st.sampled_from(AUDIENCES))
def test_any_argument_is_printed_whole_or_refused(
    data: dict[str, Any], length: str, audience: str
) -> None:
    try:
        argument = to_model(data, Argument, SourceMap())
        brief = briefgen.build(argument, length=length, audience=audience)
        word, pdf = brief.to_bytes("docx"), brief.to_bytes("pdf")
    except BriefgenError as error:
        event(f"refused: {', '.join(sorted(set(error.codes)))}")
        for finding in error.findings:
            check_finding(finding)
        return
    event(f"printed: {length}")
    assert docx.Document(io.BytesIO(word)).paragraphs
    chosen, other = printed(brief, argument)
    check_text(word_text(word), chosen, other, argument)
    check_text(pdf_text(pdf), chosen, other, argument)
