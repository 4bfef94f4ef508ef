"""Arguments of any text and any shape, as data, for property tests.

Most texts begin with a word of their own, so that whoever reads a file can say how often it stands
there. Some arguments are bare of them: nothing but what was drawn.
"""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from hypothesis import strategies as st

PARTS = (
    "significance",
    "context",
    "rationales",
    "risks",
    "outlook",
    "implications",
    "recommendations",
    "contested",
    "questions",
    "not_said",
)
_PLAIN = """
    the water of a town mends roads, and costs “more” than UN aid; NATO's 12 per cent: naïve café
    — über 3,000 people (or so) don't e.g. stop. Why? It is!
""".split()  # noqa: SIM905 (a list of words reads better than a list of strings)
_MARKED = r"""
    * ** _ [ ]( ](https://a.org/b) ]{lang=fr} [#f0] [@s0] [>q0] <b> </w:t> {{x}} {%if%} &amp; &#65;
    \ a Wx ]]> ${x} %s |a| # 1. - ` ~~ ![ <!-- \[ \* &lt; <a@b.org> http://a.org
""".split()  # noqa: SIM905
WORDS = st.lists(st.sampled_from(_PLAIN), max_size=30).map(" ".join)
MARKUP = st.text(
    "ab Z9 *_[]()<>&#@!`~\\{}\"'.:;,-|/=+$%^?éßﬁ–…\u00a0\u00ad\u200b\u200d\u202e\u2066\t\n",
    max_size=90,
)
PIECES = st.lists(st.sampled_from([*_MARKED, " ", "\n", "x" * 60]), max_size=14).map("".join)
LATIN = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"]), max_size=60
)
ANY = st.text(st.characters(), max_size=3)
"""The whole of Unicode, halves of characters included."""

MOODS = (WORDS, WORDS | MARKUP, WORDS | PIECES, WORDS | LATIN, WORDS | WORDS | LATIN | ANY)
NUMBERS = st.integers(-(10**6), 10**6) | st.sampled_from((0.1, 2.50, -1e-12, 10**15 - 1, 12345.678))
ODD_NUMBERS = NUMBERS | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
LANGUAGES = st.sampled_from(("en-GB", "en", "en-US", "fr-FR", "fr"))
ODD_LANGUAGES = LANGUAGES | st.sampled_from(("de", "zz", "zh-Hans", "english"))
DATES = st.builds("{:04}".format, st.integers(1, 9999)) | st.sampled_from(
    ["2019-05-15", "2019-05", "mid-2019", "early-0001", "9999-12-31", "2000-02-29", "0001-01-01"]
)
_LETTERS = str.maketrans("0123456789", "abcdefghij")
"""For numbers within words: no figure that stands beside them can make one like another."""


class _Writer:
    """Writes texts that begin with a word of their own."""

    def __init__(self, draw: st.DrawFn, text: st.SearchStrategy[str]) -> None:
        self.draw = draw
        self.text = text
        self.odd = draw(st.integers(0, 9)) == 0
        self.bare = draw(st.integers(0, 9)) == 0
        self.words = count()

    def line(self, limit: int = 400) -> str:
        return self.prose().replace("\n", " ")[:limit]

    def prose(self) -> str:
        word = str(next(self.words)).translate(_LETTERS)
        text = self.draw(self.text)
        return (text.strip() or "x") if self.bare else f"zq{word}qz {text}"

    def headline(self) -> str:
        """Return prose of twelve words at most."""
        return "".join(re.split(r"(\s+)", self.prose())[:23])

    def maybe(self, made: Any) -> Any:
        return made() if self.draw(st.booleans()) else None

    def many(self, most: int, made: Any) -> list[Any]:
        return [made(number) for number in range(self.draw(st.integers(0, most)))]


@st.composite
def argument_data(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an argument as it might stand in a file. Most are valid, and many are odd."""
    write = _Writer(draw, draw(st.sampled_from(MOODS)))
    facts = write.many(3, lambda number: _fact(write, number)) or [_fact(write, 0)]
    sources = write.many(3, lambda number: _source(write, number)) or [_source(write, 0)]
    data = {
        "id": "any",
        "title": write.line(),
        "article": _article(write),
        "issuer": _some(write, "organisation", "series", "prepared_by", "contact", "disclaimer"),
        "headings": _some(write, *draw(st.lists(st.sampled_from(PARTS), unique=True, max_size=3))),
        "thesis": _point(write, "thesis", "thesis-0"),
        **{
            part: write.many(3, lambda number, part=part: _point(write, part, f"{part}-{number}"))
            for part in draw(st.lists(st.sampled_from(PARTS), unique=True, max_size=6))
        },
        "timeline": write.many(4, lambda number: _event(write, number)),
        "facts": facts,
        "sources": sources,
        "quotations": [{"id": "q0", "text": write.line(240), "locator": write.line()}],
        "glossary": write.many(2, lambda _: {"short": write.line(40), "long": write.line()}),
        "notes": write.many(
            2, lambda number: {"id": f"n{number}", "about": write.line(), "text": write.prose()}
        ),
    }
    return {key: value for key, value in data.items() if value is not None}


def _some(write: _Writer, *keys: str) -> dict[str, str]:
    held = {key: write.maybe(write.line) for key in keys}
    return {key: value for key, value in held.items() if value is not None}


def _article(write: _Writer) -> dict[str, Any]:
    draw = write.draw
    return {
        "title": write.line(300),
        "authors": [{"name": write.line()}, {"organisation": write.line()}][
            : draw(st.integers(1, 2))
        ],
        "date": draw(DATES),
        "cut_off": draw(DATES),
        "language": draw(ODD_LANGUAGES if write.odd else LANGUAGES),
        "citation": write.line(),
        **_some(write, "subtitle", "publisher"),
    }


def _point(write: _Writer, part: str, key: str) -> dict[str, Any]:
    draw = write.draw
    forms: dict[str, Any] = {"headline": write.headline()}
    if part == "thesis" or draw(st.booleans()):
        forms["summary"] = write.prose()
    forms["detail"] = write.many(2, lambda _: write.prose())
    point: dict[str, Any] = {
        "id": key.replace("_", "-"),
        "priority": draw(st.integers(1, 5)),
        "forms": forms,
        "modality": draw(
            st.sampled_from(["stated", "reported", "planned", "possible", "inferred"])
        ),
        "evidence": draw(st.lists(st.sampled_from(["#f0", "@s0", ">q0"]), unique=True, max_size=3)),
    }
    if part == "contested":
        point |= {
            "held_by": write.line(),
            "disputed_by": write.line(),
            "counter_position": write.prose(),
        }
    return point


def _fact(write: _Writer, number: int) -> dict[str, Any]:
    draw = write.draw
    return {
        "id": f"f{number}",
        "value": draw(ODD_NUMBERS if write.odd else NUMBERS),
        "measure": write.line(),
        "unit": draw(st.sampled_from(["USD", "%", "EUR"])) if draw(st.booleans()) else write.line(),
        "scale": draw(st.sampled_from([None, None, "million", "trillion"])),
        "scope": write.line(),
        "as_of": draw(DATES),
        "locator": write.line(),
        "priority": draw(st.sampled_from([None, 1, 5])),
        "label": write.maybe(lambda: write.line(90)),
        "qualifier": write.maybe(lambda: write.line(40)),
        "drawn_as": write.maybe(lambda: write.line(40)),
        "drawn_with": [f"f{number + 1}"] if draw(st.booleans()) else [],
        "drawn_in": draw(st.sampled_from(["group", "stack", "panels"])),
        "series": write.many(3, lambda _: _series_value(write)),
    }


def _series_value(write: _Writer) -> dict[str, Any]:
    ends = write.draw(st.sampled_from([{}, {"low": -(10**6) - 1, "high": 10**15 - 1}]))
    projected = {"projected": True} if write.draw(st.booleans()) else {}
    return {"date": write.draw(DATES), "value": write.draw(NUMBERS), **ends, **projected}


def _source(write: _Writer, number: int) -> dict[str, Any]:
    source = {"id": f"s{number}", "title": write.line(), **_some(write, "authors", "publisher")}
    if address := write.draw(st.sampled_from([None, "https://a.org/(b)*c_?d=é", "mailto:a@b.org"])):
        return {**source, "status": "resolved", "address": address}
    return {**source, "status": "unresolved", **_some(write, "locator")}


def _event(write: _Writer, number: int) -> dict[str, Any]:
    return {
        "id": f"e{number}",
        "date": write.draw(DATES),
        "text": write.headline(),
        "priority": write.draw(st.integers(1, 5)),
        **_some(write, "detail"),
    }
