"""An argument that no rule remarks anything about, and the same with changes."""

from __future__ import annotations

import copy
from typing import Any

from briefgen.check.checking import check
from briefgen.load.document import to_model
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding
from briefgen.types.source_map import SourceMap

SOUND: dict[str, Any] = {
    "id": "sound",
    "title": "Peacekeeping has a price",
    "article": {
        "title": "An article",
        "authors": [{"name": "A. Writer"}],
        "date": "2019-05-15",
        "cut_off": "2019-05-15",
        "citation": "Writer, A. (2019).",
    },
    "thesis": {"id": "thesis", "priority": 1, "forms": {"headline": "The price is paid late"}},
    "rationales": [
        {
            "id": "costs",
            "priority": 2,
            "attribution": {"by": "cited", "source": "s1"},
            "forms": {
                "headline": "Troops cost money",
                "summary": "They-sayers aside, troops cost [#cost] a year [@s1].",
                "detail": ["The UN pays [#cost].", "It pays late, a report says: [>late]."],
            },
            "evidence": ["@s1", "#cost", ">late"],
        }
    ],
    "timeline": [
        {"id": "e1", "date": "2013", "text": "A mission begins", "priority": 1, "sources": ["s1"]},
        {"id": "e2", "date": "2013-04", "text": "Troops arrive", "priority": 1},
    ],
    "facts": [
        {
            "id": "cost",
            "value": 405,
            "scale": "million",
            "measure": "cost of troops",
            "unit": "USD",
            "scope": "all missions",
            "as_of": "2017",
            "locator": "paragraph 2",
        }
    ],
    "quotations": [{"id": "late", "text": "late again", "source": "s1", "locator": "paragraph 3"}],
    "sources": [
        {"id": "s1", "status": "resolved", "title": "a report", "address": "https://a.example"}
    ],
    "glossary": [{"short": "UN", "long": "United Nations", "plain": True}],
    "notes": [{"id": "n1", "about": "a date", "text": "The article says last year."}],
    "images": [{"id": "logo", "file": "logo.png", "alt": "A logo", "permission": "our own"}],
    "issuer": {"logo": "logo"},
}


def argument(**changes: Any) -> Argument:
    """Return the sound argument with values replaced: `rationales__0__id="x"`."""
    data = copy.deepcopy(SOUND)
    for way, value in changes.items():
        *steps, last = (int(step) if step.isdigit() else step for step in way.split("__"))
        holder: Any = data
        for step in steps:
            holder = holder[step]
        if isinstance(holder, list) and last == len(holder):
            holder.append(copy.deepcopy(value))
        else:
            holder[last] = copy.deepcopy(value)
    return to_model(data, Argument, SourceMap())


def remarks(code: str, **changes: Any) -> tuple[Finding, ...]:
    return tuple(each for each in check(argument(**changes)) if each.code == code)
