"""Where a sentence ends: abbreviations, initials, quotations and figures."""

from __future__ import annotations

from briefgen.check.passage import sentences


def test_abbreviations_end_no_sentence() -> None:
    text = "Dr. A. Writer said so. “It costs,” e.g. Gen. Diop added. 395 left."
    assert sentences(text, "en") == [
        "Dr. A. Writer said so.",
        "“It costs,” e.g. Gen. Diop added.",
        "395 left.",
    ]


def test_some_abbreviations_end_one_before_a_capital() -> None:
    text = "They left the U.S. The U.S. [#cost] was etc. They paid approx. [#cost] in Jan. (“So.”)"
    assert sentences(text, "en") == [
        "They left the U.S.",
        "The U.S. [#cost] was etc.",
        "They paid approx. [#cost] in Jan. (“So.”)",
    ]
