"""The words that a brief prints of itself, in one language."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from briefgen.pattern import late_pattern

Line = Annotated[str, Meta(min_length=1, max_length=400, pattern=r"^\S([^\t\r\n]*\S)?$")]
"""One line of plain text."""

Pattern = Line
"""A line with named places in braces, such as `Information as of {date}`."""

WORK = late_pattern(r"\{((?i:(?:(?:a|the|from|of|in)_)?work))\}")
"""Matches the mark of a word for the kind of work, with or without a capital."""


class Labels(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A catalogue: labels, patterns and number words of one language.

    Dates, month names and separators come from CLDR; what CLDR does not know stands here.
    """

    language: str  # Language of the catalogue.
    # By the article's kind, the words for it, in the case and with the article that {work},
    # {a_work}, {the_work}, {from_work}, {of_work} and {in_work} ask for.
    works: dict[str, dict[str, Line]]
    # Whether a noun keeps its capital within a sentence, as in German.
    nouns_keep_capitals: bool = False
    kind: Line  # What kind of document a brief is.
    readers: dict[str, Line]  # Whom a brief is for, by the names of the built-in audiences.
    draft: Line  # Mark of a brief that is a draft.
    cleared: Line  # Mark of a brief that is cleared.
    embargoed: Pattern  # Mark of a brief under embargo: {date}.
    updates: Pattern  # That it updates an earlier edition: {date}.
    version: Pattern  # Version of the brief: {version}.
    position: Pattern  # Up to when its information reaches: {date}.
    folio: Pattern  # Page number: {page}, {pages}.
    planned: Pattern  # A date of something planned: {date}.
    planned_next: Pattern  # That of what is planned next, after the date of the brief: {date}.
    first_day: Line = "1"  # The first day of a month, in a date.
    early: Pattern  # Early in a year: {year}.
    mid: Pattern  # In the middle of a year: {year}.
    late: Pattern  # Late in a year: {year}.
    parts_of_year: dict[str, Line]  # early, mid and late in a year that stands beside.
    # A year that ends in the next: {first}, {last}, or {end}, its two last digits.
    split_year: Pattern
    fiscal_year: Pattern  # A fiscal year by the year that names it: {year}.
    contents: Line  # Heading of the table of contents.
    in_brief: Line  # Heading of the messages that open a brief.
    key_figures: Line  # Heading of the key figures.
    timeline: Line  # Heading of the time line.
    argument: Line  # Heading of the thesis, printed in detail.
    significance: Line  # Heading where the argument gives none.
    context: Line  # Heading where the argument gives none.
    rationales: Line  # Heading where the argument gives none.
    risks: Line  # Heading where the argument gives none.
    outlook: Line  # Heading where the argument gives none.
    implications: Line  # Heading where the argument gives none.
    recommendations: Line  # Heading where the argument gives none.
    contested: Line  # Heading where the argument gives none.
    questions: Line  # Heading where the argument gives none.
    not_said: Line  # Heading where the argument gives none.
    among_reasons: Line  # That there are other reasons than those printed.
    among_others: Line  # That there are others than those printed.
    asked: Pattern  # What a message of recommendations opens with: {heading}, that above them.
    owner: Pattern  # Who should do what is recommended: {owner}.
    deadline: Pattern  # By when: {date}.
    cost: Pattern  # What it costs: {cost}.
    # How many recommendations are printed: {printed}, of how many: {total}.
    some_recommendations: Pattern
    # The same where one between them is left out: {numbers}, the numbers of those printed.
    those_recommendations: Pattern
    chronology: Line  # Heading of the table of events.
    evidence: Line  # Heading of the table of figures.
    untold_figures: Line  # Caption of that table, where it leaves out what text gives.
    claims: Line  # Heading of the table of claims.
    rests_on: Line  # Column of what a claim rests on.
    no_place: Line  # That no place of a claim is given.
    constant_column: Pattern  # What all rows of a table share, in its caption: {column}, {value}.
    usual_column: Pattern  # The same where a few say otherwise themselves.
    claim: Line  # Column of claims.
    source: Line  # Column of sources.
    attribution: Line  # Column of who says so.
    status: Line  # Column of how sure it is.
    holders: dict[str, str]  # author, cited, unnamed and editor, in words.
    modalities: dict[str, str]  # stated, reported, planned, possible and inferred, in words.
    charts: Line  # Heading of the charts.
    comparison: Line  # Heading of the tables of comparable figures.
    comparison_caption: Pattern  # Caption of such a table: {date}.
    # The same where its figures have something in common: {subject}, {date}.
    comparison_of: Pattern
    span: Pattern  # From one date to another: {first}, {last}.
    sourced: Pattern  # Where a chart's values come from: {source}.
    action: Line  # Column of what is recommended.
    who: Line  # Column of who should act.
    by_when: Line  # Column of dates by which.
    at_cost: Line  # Column of what it costs.
    values: Line  # Heading of the values behind charts.
    # bar, line, dot, and bars, lines, stack and panels of several series: kinds of charts.
    plots: dict[str, str]
    # Title of a chart without a finding: {measure}, {first}, {first_date}, {last}, {last_date}: its
    # first value, and the one that is cited.
    plot_title: Pattern
    # The same where a value lies beyond both: {first} is the lowest, {last} the highest.
    plot_extremes: Pattern
    # A chart in words: {kind}, {subject}, {count}, {first}, {last}, {highest}, {lowest}.
    plot_alt: Pattern
    plot_values: Pattern  # All values of a chart: {values}.
    plot_range: Pattern  # A value of a chart with its interval: {figure}, {low}, {high}.
    # low and high: heads of the ends of intervals, in a chart's workbook.
    plot_ends: dict[str, str]
    plot_intervals: Pattern  # What the lines through a chart's values show: {level}, in percent.
    plot_intervals_alone: Line  # The same where no level is given.
    # bar, bars, line, lines and dot: which values of a chart are projections, and how these
    # are drawn; value: one of them: {dates}.
    plot_projected: dict[str, Pattern]
    plot_projections: Line  # Head of projections in a chart's workbook.
    plot_gaps: Pattern  # Between what dates a chart has no values: {gaps}.
    plot_gap: Pattern  # A gap between two values: {first}, {last}.
    uncertain: Line  # Heading of what is not certain.
    quotations: Line  # Heading of words to quote.
    quotation_about: Pattern  # What words are said of: {about}.
    contact_heading: Line  # Heading over whom to ask.
    paragraph: Pattern | None = None  # A place in an article: {number}.
    paragraphs: Pattern | None = None  # Several such places: {numbers}.
    marks_follow_stops: bool = False  # Whether the number of a source stands after a stop or comma.
    cited_place: Pattern  # A source without an address, in brackets: {place}.
    date: Line  # Column of dates.
    event: Line  # Column of events.
    figure: Line  # Column of figures.
    measure: Line  # Column of what is measured.
    as_of: Line  # Column of the date at which a figure holds.
    glossary: Line  # Heading of the glossary.
    notes: Line  # Heading of the editor's notes.
    note: Line  # What an editor's note opens with, in a box by itself.
    note_says: Pattern  # What the article says and what is so: {says}, {fact}.
    outside: Line  # That a note is the editor's knowledge, not the article's.
    sources: Line  # Heading of the sources.
    about: Line  # Heading of what the brief says of itself.
    author: Pattern  # Author under the title: {author}.
    based_on: Pattern  # What it is based on: {citation}.
    opening_source: Pattern  # Where what opens a brief is said: {place}.
    licence: Pattern  # Licence of the article: {licence}.
    licence_not_stated: Line  # That the article states no licence.
    full_text: Pattern  # Below a code that leads to the article: {address}.
    qr_code: Pattern  # Such a code for those who cannot see it: {address}.
    cite_brief: Pattern  # How to cite the brief: {citation}.
    cited_position: Pattern  # Up to when it reaches, where an undated brief is cited: {date}.
    views: Pattern  # Whose views these are: {author}.
    reviewed: Pattern  # Who has reviewed the brief: {author}.
    not_reviewed: Pattern  # Who has not: {author}.
    unresolved: Pattern  # That addresses are not known: {count}, {total}.
    unresolved_source: Pattern  # A source with no address, no place: {title}.
    no_date: Line  # That a source has no date.
    and_others: Line  # That a source has more authors.
    editor: Pattern  # Who edited a book: {names}.
    editors: Pattern  # The same of several: {names}.
    in_container: Pattern  # The book that a chapter stands in: {container}.
    edition: Pattern  # The edition of a book by its number: {edition}.
    accessed: Pattern  # When an address was last read: {date}.
    one_view: Line  # That the article argues no other side.
    held: Pattern  # Whose position it is: {holder}.
    disputed: Pattern  # Who disputes it and how: {holder}, {position}.
    shortened: Line  # That a longer version exists.
    prepared_by: Pattern  # Who prepared it: {name}.
    contact: Pattern  # Whom to ask: {contact}.
    continued: Line  # That a table goes on from the page before.
    table: Line  # Word before a table's number.
    illustration: Line  # Word before the number of a chart or picture.
    colon: str = ": "  # What parts a term or a name from what follows.
    quotation_marks: tuple[str, str, str, str]  # “ ” ‘ ’
    number_words: tuple[str, ...]  # Zero to nine in words.
    # Words that no shortened title ends in, as they lean on the next one.
    weak_words: tuple[Line, ...] = ()
    # million, billion and trillion; thousand, lakh, crore and lakh crore where the language
    # has them, and else the number is written out.
    scales: dict[str, str]
    # Scales of a number below two, where they differ.
    scales_below_two: dict[str, str] = field(default_factory=dict)
    # Scales of exactly one, where only that is singular.
    scales_of_one: dict[str, str] = field(default_factory=dict)
    scaled: Pattern  # A number with its scale: {number}, {scale}.
    # The scales as they stand in a strip of large figures; others are written out.
    scales_short: dict[str, str]
    scaled_short: Pattern  # The same there: {number}, {scale}.
    # Signs that say as exactly, there, what some qualifiers do: {number}.
    qualifier_signs: dict[str, tuple[Line, ...]]
    stat_reported: Pattern  # What a figure counts, of one that is only reported: {label}.
    reported_qualifiers: tuple[Line, ...]  # Qualifiers that say so.
    stat_qualified: Pattern  # What a figure counts, with another qualifier: {label}, {qualifier}.
    ranges: dict[str, Pattern]  # to, dash and between: a range, as it was written: {low}, {high}.
    shares: dict[str, Pattern]  # in and of: a share: {part}, {whole}.
    # Fractions in words, such as 2/3; others print in digits.
    fractions: dict[str, Line] = field(default_factory=dict)
    interval: Pattern  # A figure with its confidence interval: {figure}, {level}, {low}, {high}.
    interval_alone: Pattern  # The same where no level is given: {figure}, {low}, {high}.
    percent: Pattern  # A percentage: {number}.
    money: Pattern  # An amount: {symbol}, {number}.
    currencies: dict[str, str]  # Symbols of currencies, by ISO 4217 code.
    # Currencies as they follow a scale, where that takes words: d’euros.
    currency_names: dict[str, str] = field(default_factory=dict)
    # An amount where there is no room for that: {number}, {symbol}, by the scale.
    money_short: dict[str, Pattern] = field(default_factory=dict)
    after_code: str = ""  # What stands between a currency's code and the number after it.

    def sign_of(self, qualifier: str) -> Pattern | None:
        """Return the sign that says as exactly what a qualifier says, if there is one."""
        word = qualifier.casefold()
        return next((sign for sign, words in self.qualifier_signs.items() if word in words), None)

    def is_reported(self, qualifier: str) -> bool:
        """Whether a qualifier says that a figure is only reported."""
        return qualifier.casefold() in map(str.casefold, self.reported_qualifiers)

    def of_work(self, kind: str) -> Labels:
        """Return the catalogue with the words for a kind of work in place of their marks."""
        forms = self.works[kind]
        marks = {
            ("work" if name == "name" else f"{name}_work"): text for name, text in forms.items()
        }
        marks |= {
            name[0].upper() + name[1:]: text[0].upper() + text[1:] for name, text in marks.items()
        }

        def worded(value: object) -> object:
            if isinstance(value, dict):
                return {key: worded(text) for key, text in value.items()}
            if not isinstance(value, str):
                return value
            return WORK.sub(lambda found: marks[found[1]], value)

        patterns = {name: getattr(self, name) for name in self.__struct_fields__ if name != "works"}
        return replace(self, **{name: worded(value) for name, value in patterns.items()})
