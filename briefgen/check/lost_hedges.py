"""Hedges survive shortening: what is possible, planned or reported stays so. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.check.passage import passages, words_in
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument
from briefgen.types.place import Path
from briefgen.types.point import Modality

_HEDGES = {
    Modality.POSSIBLE: (
        "may|might|could|can|would|possib\\w+|perhaps|potential\\w*|likely|unlikely|likelihood"
        "|risk\\w*|chance\\w*|prospect\\w*|uncertain\\w*|unclear|unsure|tentative\\w*|doubt\\w*"
        "|whether|if|unless|question\\w*|expect\\w*|seem\\w*|appear\\w*|suggest\\w*|threat\\w*"
        "|hope\\w*|open"
    ),
    Modality.PLANNED: (
        "plan\\w*|will|would|intend\\w*|intention\\w*|announc\\w+|due|expect\\w*|propos\\w+|aim\\w*"
        "|promis\\w+|pledg\\w+|hop\\w+|seek\\w*|sought|consider\\w*|prepar\\w+|agree\\w*"
        "|schedul\\w+|to\\s+be|set\\s+to|want\\w*|ask\\w*|invit\\w+|offer\\w*"
    ),
    Modality.REPORTED: (
        "report\\w*|according|said|says|say|claim\\w*|estimat\\w+|accus\\w+|alleg\\w+|describ\\w+"
        "|call\\w*|argu\\w+|apparent\\w*|suggest\\w*|told|view\\w*|seen|sees?|announc\\w+"
        "|blam\\w+|attribut\\w+|read\\w*|put\\s+at|point\\w*|note\\w*|quot\\w+|cit\\w+|hold\\w*"
        "|consider\\w*|perceiv\\w+|critic\\w*|believ\\w+|thought"
    ),
}
_PATTERNS = {
    modality: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for modality, words in _HEDGES.items()
}
_EXAMPLES = {
    Modality.POSSIBLE: "may, could, possible",
    Modality.PLANNED: "planned, is to, was due",
    Modality.REPORTED: "reported, according to, is said to",
}


def lost_hedges(argument: Argument) -> Iterator[Remark]:
    """Remark each form of a possible, planned or reported point that says it as certain."""
    forms: dict[Path, tuple[Modality, list[str]]] = {}
    for passage in passages(argument):
        if passage.point is not None and passage.point.modality in _PATTERNS:
            whole = passage.path[:-1] if isinstance(passage.path[-1], int) else passage.path
            _, said = forms.setdefault(whole, (passage.point.modality, []))
            said.append(words_in(passage.text))
    for path, (modality, said) in forms.items():
        if not any(map(_PATTERNS[modality].search, said)):
            message = f"says as certain what is {modality}"
            yield Remark(path, message, f"keep a word such as {_EXAMPLES[modality]}")
