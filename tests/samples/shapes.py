"""Arguments of many shapes, made and not pasted: each puts the promises to another test."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

from briefgen.load.argument import read_argument
from briefgen.types.argument import Argument

ARGUMENTS = Path(__file__).resolve().parent.parent / "arguments"

WORDS = """
    water town river market road bridge winter summer harvest council ledger price carrier
    quarry mill school orchard ferry harbour valley upper lower steady broken early public
    narrow costly common patient builds carries mends measures counts opens leaves follows
    keeps borrows near beside under after before between with without toward along
""".split()  # noqa: SIM905 (a list of words reads better than a list of strings)

FRENCH = """
    eau ville rivière marché route pont hiver été récolte conseil registre prix porteur
    carrière moulin école verger passage port vallée haute basse constante brisée tôt publique
    étroite coûteuse commune patiente bâtit transporte répare mesure compte ouvre quitte suit
    garde emprunte près auprès sous après avant entre avec sans vers jusqu’ici
""".split()  # noqa: SIM905
"""One French word for each of `WORDS`."""

LONG_WORD = "wassergenossenschaftsvorstandssitzungsprotokollberichtigungsantragsformularliste"

CHINESE = "中国在马里的维和部队"
ARABIC = "قوات حفظ السلام الصينية في مالي"

COUNTS = {
    "significance": 2,
    "context": 4,
    "rationales": 5,
    "risks": 3,
    "outlook": 2,
    "recommendations": 3,
    "contested": 1,
    "not_said": 2,
}
"""Points in each part of the plain shape."""


def words(key: str, count: int) -> str:
    """Return a sentence's worth of words; the same key, the same words."""
    chosen = random.Random(key).choices(WORDS, k=count)
    return " ".join(chosen).capitalize()


def sentences(key: str, count: int, length: int = 14) -> str:
    """Return sentences of plain words."""
    return " ".join(f"{words(f'{key} {number}', length)}." for number in range(count))


def point(part: str, number: int, details: int) -> dict[str, Any]:
    """Return a point in three forms, with its figure, a source, an acronym and emphasis in it."""
    key = f"{part.replace('_', '-')}-{number}"
    made: dict[str, Any] = {
        "id": key,
        "priority": 1 + number % 5,
        "forms": {
            "headline": words(f"{key} headline", 8),
            "summary": f"{sentences(key, 1, 12)} The WSP counts [#{key}-wells] in all[@s0].",
            "detail": [
                f"*{words(f'{key} detail', 3)}* of [#{key}-wells]. {sentences(key, details)}",
                f'{sentences(f"{key} more", details)} It is "{words(key, 3)}"[@s{number % 6}].',
            ],
        },
    }
    if part == "contested":
        made |= {
            "held_by": "the council",
            "disputed_by": "the carriers",
            "counter_position": sentences(f"{key} counter", 1),
        }
    return made


def data(counts: dict[str, int] = COUNTS, *, details: int = 3, sources: int = 8) -> dict[str, Any]:
    """Return an argument as data: so many points in each part, so many sentences in a detail."""
    parts = {
        part: [point(part, number, details) for number in range(count)]
        for part, count in counts.items()
    }
    thesis = point("thesis", 0, details)
    return {
        "id": "shape",
        "title": "Wells that the town shares are wells that the town mends",
        "article": {
            "title": "Shared wells",
            "authors": [{"name": "A. Writer", "role": "Reader in Waters"}],
            "date": "2020-03-01",
            "cut_off": "2020-02",
            "citation": "A. Writer, “Shared wells”, 2020",
        },
        "thesis": thesis | {"id": "thesis", "priority": 1},
        **parts,
        "timeline": [
            {
                "id": f"event-{number}",
                "date": f"{2000 + 2 * number}-0{1 + number}",
                "text": words(f"event {number}", 7),
                "detail": words(f"event {number} detail", 15),
                "priority": 1 + number % 4,
                "sources": [f"s{number % 4}"],
            }
            for number in range(8)
        ],
        "facts": [
            {
                "id": f"fact-{number}",
                "value": 37 * (number + 1) ** 3,
                "measure": words(f"measure {number}", 3),
                "unit": "wells",
                "scope": words(f"scope {number}", 3),
                "as_of": f"201{number}",
                "priority": 1 + number % 5,
                "sources": [f"s{number}"],
                "locator": f"paragraph {number + 1}",
            }
            for number in range(6)
        ]
        + [
            {
                "id": f"{each['id']}-wells",
                "value": 11 + 7 * number,
                "measure": "wells",
                "unit": "wells",
                "scope": f"of point {number}",
                "listed": False,
            }
            for number, each in enumerate([thesis, *chain.from_iterable(parts.values())])
        ],
        "sources": [
            {
                "id": f"s{number}",
                "status": "resolved",
                "title": words(f"source {number}", 6),
                "publisher": words(f"publisher {number}", 2),
                "address": f"https://www.example.org/wells/report-{number}/index.html",
            }
            for number in range(sources)
        ],
        "glossary": [{"short": "WSP", "long": "Water Supply Programme"}],
        "notes": [
            {"id": f"note-{n}", "about": words(f"note {n}", 3), "text": sentences(f"note {n}", 1)}
            for n in range(3)
        ],
    }


def made(**changes: Any) -> Argument:
    """Return the plain shape with values replaced."""
    return Argument.model_validate(data() | changes)


def _with_counts(**counts: int) -> Argument:
    return Argument.model_validate(data(COUNTS | counts))


def _in_french() -> Argument:
    """Return the plain shape with every word of its vocabulary in French."""
    french = dict(zip(WORDS, FRENCH, strict=True))
    french |= {word.capitalize(): other.capitalize() for word, other in french.items()}

    def reported(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: reported(item) for key, item in value.items()}
        if isinstance(value, list):
            return [reported(item) for item in value]
        if isinstance(value, str) and " " in value:
            return re.sub(r"\w+", lambda found: french.get(found[0], found[0]), value)
        return value

    plain = reported(data())
    plain["article"]["language"] = "fr"
    return Argument.model_validate(plain)


def _no_facts() -> Argument:
    plain = data()
    for part in ("thesis", *COUNTS):
        for each in [plain[part]] if part == "thesis" else plain[part]:
            forms = each["forms"]
            forms["summary"] = sentences(f"{each['id']} figureless", 2)
            forms["detail"] = [sentences(f"{each['id']} figureless detail", 5)]
    return Argument.model_validate(plain | {"facts": []})


def _one_sentence() -> Argument:
    plain = data()
    for part in COUNTS:
        for each in plain[part]:
            each["forms"]["detail"] = [sentences(f"{each['id']} alone", 1, 9)]
    return Argument.model_validate(plain)


def _long_word() -> Argument:
    plain = data()
    plain["title"] = f"The {LONG_WORD} of the town"
    plain["rationales"][0]["forms"] = {
        "headline": f"{LONG_WORD} is a word",
        "summary": f"The {LONG_WORD} fits no column.",
        "detail": [f"Here the {LONG_WORD} stands in a detail, [#fact-0]."],
    }
    plain["not_said"][0]["forms"]["headline"] = f"No {LONG_WORD}"
    plain["timeline"][0]["text"] = f"The {LONG_WORD} opens"
    plain["facts"][0]["measure"] = f"Each {LONG_WORD}"
    plain["sources"][0]["title"] = LONG_WORD
    plain["glossary"].append({"short": "WGV", "long": LONG_WORD})
    return Argument.model_validate(plain)


def _long_title() -> Argument:
    title = " ".join(words("title", 60).split())[:300].rstrip()
    return made(title=title + "x" * (300 - len(title)))


def _ten_times() -> Argument:
    """Return ten times the words of the reference argument."""
    return Argument.model_validate(data({part: 10 * n for part, n in COUNTS.items()}, details=5))


SHAPES: dict[str, Callable[[], Argument]] = {
    "plain": made,
    "no-risks": lambda: _with_counts(risks=0),
    "twelve-rationales": lambda: _with_counts(rationales=12),
    "one-rationale": lambda: _with_counts(rationales=1),
    "only-a-thesis": lambda: _with_counts(**dict.fromkeys(COUNTS, 0)),
    "long-title": _long_title,
    "sixty-sources": lambda: Argument.model_validate(data(sources=60)),
    "one-sentence": _one_sentence,
    "no-timeline": lambda: made(timeline=[]),
    "no-facts": _no_facts,
    "no-supplements": lambda: made(timeline=[], glossary=[], notes=[]),
    "long-word": _long_word,
    "french": lambda: read_argument(ARGUMENTS / "french.yaml"),
    "plain-french": _in_french,
    "ten-times": _ten_times,
}
"""Each shape by its name. They are made when asked for."""
