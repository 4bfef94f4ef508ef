"""Lines end where UAX #14 lets them, are never too wide, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.clock import LINEAR, power
from uniseg.linebreak import line_break_units

from briefgen.layout import Setting
from briefgen.layout.breaks import divisions, segments
from briefgen.layout.lines import Line, break_lines, count_lines, visible_width_mpt
from briefgen.layout.optimum import LEAST_LAST_MPT, optimum_lines
from briefgen.layout.units import RunStyle, width_mpt
from briefgen.types.characters import visible
from briefgen.types.role import Role

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("peace to keep", ["peace ", "to ", "keep"]),
        ("non-military aid", ["non-", "military ", "aid"]),
        ("Sudan/South Sudan", ["Sudan/South ", "Sudan"]),
        ("US$405\u00a0million (2017)", ["US$405\u00a0million ", "(2017)"]),
        ("‘green’ projects — health", ["‘green’ ", "projects ", "— ", "health"]),
        ("at https://x.org/a-b/c", ["at ", "https://x.org/a-", "b/c"]),
        ("北京維和", ["北", "京", "維", "和"]),
    ],
)
def test_a_line_may_end_after_spaces_and_hyphens_and_not_after_slashes(
    text: str, wanted: list[str]
) -> None:
    assert segments(text) == wanted


@given(TEXTS)
def test_segments_lose_nothing(text: str) -> None:
    assert "".join(segments(text)) == text


@given(st.from_regex(r"[‘“(]?[aZé9]+(-[aZé9]+){1,3}[.,;:!?)’”]{0,2} ?", fullmatch=True))
def test_compound_words_are_divided_as_the_full_algorithm_does(word: str) -> None:
    assert segments(word) == list(line_break_units(word))


@given(
    st.from_regex(
        r"[‘“(]?[aZé9]+(\.9)?([-–][aZé9]+(,9)?){0,3}[+%]?[.,;:!?)’”]{0,2} ?", fullmatch=True
    )
)
def test_ranges_and_figures_are_divided_as_the_full_algorithm_does(word: str) -> None:
    assert segments(word) == list(line_break_units(word))


@given(
    st.from_regex(
        r"[‘“(]?(US\$)?[aZé9]+(\.9)?(\u00a0[aZé9]+){1,2}[.,:!?)’”]{0,2} ?", fullmatch=True
    )
)
def test_no_line_ends_within_a_figure_and_its_unit(word: str) -> None:
    assert [word] == segments(word) == list(line_break_units(word))


def run_style(setting: Setting, size_pt: float = 10) -> RunStyle:
    return RunStyle(setting.face(setting.style(Role.BODY)), size_pt, "#000000", 0)


def printed(lines: list[Line]) -> str:
    """Return what lines print of the text: without the hyphens of divided words."""
    pieces = [piece for line in lines for piece in line]
    return "".join(piece.text for piece in pieces if piece.run_style.element is not None)


@given(text=TEXTS, room=st.integers(20_000, 300_000))
def test_no_line_is_wider_than_its_room_and_no_character_is_lost(
    setting: Setting, text: str, room: int
) -> None:
    lines = break_lines([(text, run_style(setting))], room, room)
    assert printed(lines) == visible(text)
    for line in lines:
        alone = sum(len(piece.text.rstrip(" ")) for piece in line) <= 1
        # Characters of a word that is too wide are measured, and rounded, one by one.
        rounded_mpt = sum(len(piece.text) for piece in line)
        assert visible_width_mpt(line) <= room + rounded_mpt or alone


@given(st.lists(TEXTS, max_size=6), st.integers(20_000, 300_000))
def test_lines_do_not_depend_on_where_runs_are_cut(
    setting: Setting, parts: list[str], room: int
) -> None:
    whole = break_lines([("".join(parts), run_style(setting))], room, room)
    cut = break_lines([(part, run_style(setting)) for part in parts], room, room)
    assert ["".join(p.text for p in line) for line in whole] == [
        "".join(p.text for p in line) for line in cut
    ]


@given(text=TEXTS, first=st.integers(20_000, 300_000), room=st.integers(20_000, 300_000))
def test_an_even_rag_takes_as_many_lines_as_first_fit_and_loses_nothing(
    setting: Setting, text: str, first: int, room: int
) -> None:
    quick = break_lines([(text, run_style(setting))], first, room)
    even = optimum_lines([(text, run_style(setting))], first, room)
    assert len(even) == len(quick)
    assert printed(even) == visible(text)


@given(
    text=TEXTS, room=st.integers(20_000, 200_000), language=st.sampled_from(["en-GB", "fr", "x"])
)
def test_divided_words_lose_nothing_and_take_no_line_more_or_less(
    setting: Setting, text: str, room: int, language: str
) -> None:
    own = run_style(setting)._replace(language=language)
    lines = optimum_lines([(text, own)], room, room)
    assert len(lines) == len(break_lines([(text, own)], room, room))
    pieces = [piece for line in lines for piece in line]
    assert printed(lines) == visible(text)
    hyphens = {piece.text for piece in pieces if piece.run_style.element is None}
    assert hyphens <= {"-"}


def test_no_word_is_left_over_where_a_shorter_line_above_saves_it(setting: Setting) -> None:
    own = run_style(setting)
    words = "The Security Council agreed in April 2013 to create it."
    room = width_mpt("The Security Council agreed in April 2013 to create", own) + 1_000
    quick, even = (
        [
            "".join(piece.text for piece in line).strip()
            for line in breaker([(words, own)], room, room)
        ]
        for breaker in (break_lines, optimum_lines)
    )
    assert quick[-1] == "it."
    assert len(even) == len(quick)
    assert width_mpt(even[-1], own) >= LEAST_LAST_MPT


def test_a_ragged_column_divides_words_and_the_hyphen_is_no_text(setting: Setting) -> None:
    own = run_style(setting)._replace(language="en-GB")
    words = "its representatives and internationally responsible peacekeeping organisations"
    room = width_mpt("its representatives and in", own)
    lines = optimum_lines([(words, own)], room, room)
    divided = [line for line in lines if line[-1].run_style.element is None]
    assert divided
    assert all(line[-1].text == "-" for line in divided)


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("peacekeeping, ", "en-GB", (5, 9)),
        ("(international)", "en-GB", (6, 8)),
        ("internationale", "fr", (5, 7, 10)),
        ("MINUSMA", "en-GB", ()),
        ("non-military", "en-GB", ()),
        ("G5Sahel", "en-GB", ()),
        ("peacekeeping", "x", ()),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(
    word: str, language: str, wanted: tuple[int, ...]
) -> None:
    assert divisions(word, language) == wanted


def test_an_even_rag_leaves_no_single_word_on_the_last_line(setting: Setting) -> None:
    own = run_style(setting)
    words = "peace to keep and little peace to keep there now"
    room = width_mpt("peace to keep and little peace to keep there", own)
    assert [line[0].text for line in break_lines([(words, own)], room, room)][-1] == "now"
    even = optimum_lines([(words, own)], room, room)
    assert len(even) == 2
    assert len(even[-1][0].text.split()) >= 2


def test_a_line_is_filled_as_far_as_it_goes(setting: Setting) -> None:
    own = run_style(setting)
    room = width_mpt("one two", own)
    lines = break_lines([("one two three", own)], room, room)
    assert [[piece.text for piece in line] for line in lines] == [["one two "], ["three"]]
    tighter = break_lines([("one two three", own)], room - 1, room)
    assert tighter[0][0].text == "one "


def test_a_word_wider_than_the_column_is_broken_between_characters(setting: Setting) -> None:
    own = run_style(setting)
    room = width_mpt("m" * 10, own)
    lines = break_lines([("a " + "m" * 25 + " b", own)], room, room)
    assert [line[0].text for line in lines] == ["a ", "m" * 10, "m" * 10, "m" * 5 + " b"]


def test_an_address_wider_than_the_column_is_broken_behind_a_slash(setting: Setting) -> None:
    face = run_style(setting)
    address = "https://archive.example.org/+/https://www.example.org/papers/committee_business"
    room = width_mpt("https://archive.example.org/+/https://www.example.org/papers/commi", face)
    (first, second) = break_lines([(address, face)], room, room)
    assert "".join(piece.text for piece in first).endswith("/papers/")
    assert "".join(piece.text for piece in second) == "committee_business"
    narrow = width_mpt("https://archive.exa", face) + 100
    first, *_ = break_lines([(address, face)], narrow, narrow)
    assert "".join(piece.text for piece in first) == "https://archive.exa"


@pytest.mark.slow
def test_time_grows_with_the_text_and_no_faster(setting: Setting) -> None:
    def lay_out(words: int) -> None:
        text = "peace to keep, and little of it. " * words
        break_lines([(text, run_style(setting))], 300_000, 300_000)

    assert power(lay_out, 2_000, 16_000) < LINEAR


def shown(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def test_a_soft_hyphen_prints_where_the_line_ends_and_nowhere_else(setting: Setting) -> None:
    own = run_style(setting)
    text = [("tem\u00adpe\u00adra\u00adture is tem\u00adpe\u00adra\u00adture", own)]
    room = width_mpt("tempera-", own)
    assert shown(break_lines(text, room, room)) == ["tempera-", "ture is ", "tempera-", "ture"]
    even = shown(optimum_lines(text, room, room))
    assert len(even) == len(count_lines(text, room, room)) == 4
    assert "".join(even).replace("-", "") == "temperature is temperature"
    wide = width_mpt("temperature is temperature", own)
    assert shown(break_lines(text, wide, wide)) == ["temperature is temperature"]
    assert shown(optimum_lines(text, wide, wide)) == ["temperature is temperature"]


def test_the_hyphen_of_a_soft_one_needs_its_room_and_belongs_to_nothing(setting: Setting) -> None:
    own = run_style(setting)
    text = [("tempera\u00adture", own)]
    room = width_mpt("tempera-", own)
    (first, _) = break_lines(text, room, room)
    assert first[-1].run_style.element is None
    assert shown(break_lines(text, room - 1, room - 1))[0] != "tempera-"


def test_a_syllable_narrower_than_the_hyphen_is_not_divided_off(setting: Setting) -> None:
    """Where a line ends with its last letter, a hyphen in that letter's place would be too wide."""
    own = run_style(setting)
    text = [("two wad\u00adi wells", own)]
    room = width_mpt("two wadi", own)
    assert room < width_mpt("two wad-", own)
    assert shown(break_lines(text, room, room))[0] == "two wadi "
    assert len(count_lines(text, room, room)) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("well/\u2060wadi", ["well/\u2060wadi"]),
        ("well\u200bwadi", ["well\u200b", "wadi"]),
        ("well-\ufeffwadi", ["well-\ufeffwadi"]),
        ("well\u2010wadi", ["well\u2010", "wadi"]),
        ("well\u2011wadi", ["well\u2011wadi"]),
        ("5\u2009km", ["5\u2009", "km"]),
        ("5\u202fkm", ["5\u202fkm"]),
        ("5\u2007km", ["5\u2007km"]),
        ("5\u3000km", ["5\u3000", "km"]),
    ],
)
def test_characters_that_print_little_say_where_lines_may_end(text: str, wanted: list[str]) -> None:
    assert segments(text) == wanted


def test_spaces_have_their_widths_and_what_prints_nothing_has_none(setting: Setting) -> None:
    own = run_style(setting)
    assert width_mpt("\u2003", own) == width_mpt("\u3000", own) == 10_000
    assert width_mpt("\u2002", own) == 5_000
    assert 0 < width_mpt("\u200a", own) < width_mpt("\u2009", own) < width_mpt("\u2002", own)
    assert width_mpt("\u2011", own) == width_mpt("-", own)
    assert width_mpt("a\u00ad\u2060\u200b\ufeffb", own) == width_mpt("ab", own)


def test_tracking_is_not_added_for_what_prints_nothing(setting: Setting) -> None:
    own = run_style(setting)._replace(tracking_pt=2)
    (line,) = break_lines([("a\u2060b", own)], 300_000, 300_000)
    assert sum(piece.width_mpt for piece in line) == width_mpt("ab", own)
