"""What stands around one number: qualifier and sign before it, scale, unit and range after it."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from briefgen.languages.units import symbol_at
from briefgen.pattern import late_pattern
from briefgen.quantities.digits import GLYPHS, Digits, is_round, range_or_none, read_digits
from briefgen.quantities.grammar import WINDOW, Grammar, with_qualifier
from briefgen.quantities.money import currencies
from briefgen.types.fact import Ambiguity, Found, Quantity, Scale
from briefgen.types.finding import InputError
from briefgen.types.value import (
    Amount,
    Range,
    RangeStyle,
    Share,
    ShareStyle,
    decimals,
)

CHANGE_WINDOW = 40
"""Characters before "from 5 to 10" in which a verb makes two figures of it: it rose so."""

_SHOWN_CODES = 3
"""Currencies of a sign that are named where it may mean more of them."""

_FRACTION = late_pattern(r"([/\u2044])(\d{1,3})((?:th|rd|nd|st)s?)?(?![\w/])")
_WHOLES = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 60, 100, 200, 500}
_LONGEST_NOUN = late_pattern(r"[ \u00a0\u202f]?[-‑]?([^\W\d_][\w’'-]*)")


class _Tail(Struct):
    """What follows a number: its scale, and a unit that belongs to it or a noun behind it."""

    end: int
    scale: Scale | None = None
    unit: str | None = None
    codes: tuple[str, ...] = ()
    unit_end: int = 0
    known: bool = False


class Scan:
    """Reads the figures of one text, in which what is no figure is blotted out."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar

    def read(self, match: re.Match[str], floor: int) -> list[Found]:
        """Return the figure that begins with a number: none, one, or two of a change."""
        read = self._fraction(match) or self._share(match) or self._numbers(match)
        return (
            [with_qualifier(each, self.text, floor, self.grammar) for each in read] if read else []
        )

    # -- one number, or two that make a range ------------------------------------------------

    def _numbers(self, match: re.Match[str]) -> list[Found]:
        start, end = self._start(match), match.end()
        if (fraction := _FRACTION.match(self.text, end)) and match["digits"]:
            return self._digits_of_fraction(match, fraction)
        tail = self._tail(match, end)
        if second := self._second(match, tail):
            return self._range(match, start, tail, second)
        return self._alone(match, start, tail)

    def _start(self, match: re.Match[str]) -> int:
        """Return where a figure begins: at its currency or sign, and not at a mere word."""
        if match["before"] and not self._codes_before(match):
            return match.start("digits") if not match["sign"] else match.start("sign")
        return match.start()

    def _codes_before(self, match: re.Match[str]) -> tuple[str, ...]:
        groups = match.groupdict()
        sign = (groups.get("before") or groups.get("money") or "").strip()
        return currencies(sign.rstrip("\u00a0\u202f")) if sign else ()

    def _minus(self, match: re.Match[str]) -> bool:
        return bool(match.groupdict().get("sign"))

    def _value(self, match: re.Match[str], tail: _Tail) -> Digits:
        groups, words = match.groupdict(), self.grammar.words
        if groups.get("half"):
            return Digits(Decimal("0.5"))
        if groups.get("article"):
            return Digits(Decimal(1))
        if written := groups.get("words"):
            return Digits(Decimal(self._cardinal(written, groups.get("hundred"))))
        return read_digits(groups["digits"], words.decimal, words.group, scaled=bool(tail.scale))

    def _cardinal(self, written: str, hundred: str | None) -> int:
        cardinal = self.grammar.cardinal
        plain = " ".join(written.casefold().split())
        if plain in cardinal:
            return cardinal[plain]
        factor = 100 if hundred else 1
        if hundred:
            plain = plain.removesuffix(" ".join(hundred.casefold().split())).strip(" -")
        return factor * cardinal.get(plain, 1)

    def _is_figure(self, match: re.Match[str], tail: _Tail, digits: Digits) -> bool:
        """Whether a number counts something: no year, no pronoun, no part of a name."""
        groups = match.groupdict()
        if digits.value is None and not digits.readings:
            return False
        sure = bool(tail.scale or tail.codes or tail.unit == "%")
        if groups.get("words"):
            return sure or tail.known or not self.grammar.pronoun.fullmatch(groups["words"])
        written = groups.get("digits") or ""
        if self.text[tail.end : tail.end + 1].isalpha() and not tail.known and not sure:
            return False
        if groups.get("before") and not tail.codes and match.end("before") == match.end("digits"):
            return False
        if self.grammar.year.fullmatch(written) and not sure:
            named = self.grammar.before_year.search(self._before(match.start()))
            return tail.known and not named
        return True

    # -- what follows -------------------------------------------------------------------------

    def _tail(self, match: re.Match[str], at: int) -> _Tail:
        """Return the scale and the unit that follow a number."""
        grammar, text = self.grammar, self.text
        tail = _Tail(at, unit_end=at, codes=self._codes_before(match))
        for scale, pattern in grammar.scale.items():
            if found := pattern.match(text, at):
                tail.scale, tail.end = scale, found.end()  # type: ignore[assignment]
                break
        else:
            self._money_scale(tail, at)
        if tail.codes:
            tail.unit, tail.unit_end, tail.known = tail.codes[0], tail.end, True
            return tail
        return self._unit(tail)

    def _money_scale(self, tail: _Tail, at: int) -> None:
        """Read a letter for a scale, which stands with amounts of money only: £5m."""
        for scale, pattern in self.grammar.money_scale.items():
            found = pattern.match(self.text, at)
            if found and (tail.codes or self._currency_at(found.end())):
                tail.scale, tail.end = scale, found.end()  # type: ignore[assignment]
                return

    def _currency_at(self, at: int) -> bool:
        found = self.grammar.money_after.match(self.text, at)
        return bool(found and (found[2] or currencies(found[1])))

    def _unit(self, tail: _Tail) -> _Tail:
        grammar, text, at = self.grammar, self.text, tail.end
        unit = grammar.unit.match(text, at)
        percent = grammar.percent.match(text, at)
        tail.unit_end = at
        if percent and not (unit and unit.end() > percent.end()):
            tail.unit, tail.end, tail.known = "%", percent.end(), True
            tail.unit_end = tail.end
        elif (money := grammar.money_after.match(text, at)) and (codes := self._named(money)):
            tail.codes, tail.unit, tail.end, tail.known = codes, codes[0], money.end(), True
            tail.unit_end = tail.end
        elif unit:
            tail.unit, tail.unit_end, tail.known = unit[1], unit.end(), True
        elif symbol := symbol_at(text, at):
            tail.unit, tail.unit_end, tail.known = symbol[1], symbol.end(), True
        else:
            self._noun(tail)
        return tail

    def _named(self, money: re.Match[str]) -> tuple[str, ...]:
        if money[1]:
            return currencies(money[1])
        for code, pattern in self.grammar.named_currency.items():
            if pattern.fullmatch(money[2]):
                return (code,)
        known = self.grammar.unclear_currency
        return next((codes for pattern, codes in known if pattern.fullmatch(money[2])), ())

    def _noun(self, tail: _Tail) -> None:
        """Take a word after the number for what it counts, by the habits of the language."""
        kind, at = self.grammar.words.noun, tail.end
        if tail.scale and (of := self.grammar.of.match(self.text, at)):
            at = of.end() - 1
        for number in range(1 if kind == "next" else 3):
            word = _LONGEST_NOUN.match(self.text, at)
            if not word or self.grammar.functional.fullmatch(word[1]):
                return
            if number and kind == "plural" and word[1][0].isupper():
                return  # a name, such as Los Angeles
            at = word.end()
            fits = {"plural": word[1].endswith("s"), "next": True}
            if fits.get(kind, word[1][0].isupper()):
                tail.unit, tail.unit_end = word[1], at
                return

    # -- ranges -------------------------------------------------------------------------------

    def _second(self, match: re.Match[str], tail: _Tail) -> re.Match[str] | None:
        """Return the second number of a range that begins with a number and its tail."""
        grammar, text = self.grammar, self.text
        between = grammar.between.search(self._before(self._start(match)))
        joins = (grammar.and_, grammar.to) if between else (grammar.to,)  # "between 5 to 9", too
        tried = (join.match(text, at) for join in joins for at in (tail.end, tail.unit_end))
        joined = next(filter(None, tried), None)
        if not joined or match.groupdict().get("article"):
            return None
        second = grammar.digits_again.match(text, joined.end())
        if second and not between and self._is_year_before(match, tail, second):
            return None
        if second and second["digits"] and grammar.year.fullmatch(second["digits"]):
            later = self._tail(second, second.end())
            return second if later.known or later.scale else None
        return second

    def _is_year_before(self, match: re.Match[str], tail: _Tail, second: re.Match[str]) -> bool:
        """Whether a number is the year in which another was reached: it fell in 2020 to 5,000."""
        grammar, written = self.grammar, second["digits"] or ""
        counted = tail.known or tail.scale or self._tail(second, second.end()).known
        opened = grammar.from_.search(self._before(self._start(match)))
        is_year = match["digits"] and grammar.year.fullmatch(match["digits"])
        return bool(is_year and not (counted or opened) and not written.isdecimal())

    def _range(
        self, match: re.Match[str], start: int, tail: _Tail, second: re.Match[str]
    ) -> list[Found]:
        """Return a range, or the two figures of a change or of numbers that make no range."""
        later = self._tail(second, second.end())
        if not later.codes and tail.codes:
            later = self._with_codes(later, tail.codes)
        scaled = tail.scale or later.scale
        low, high = (self._value(each, _Tail(0, scale=scaled)).value for each in (match, second))
        if low is None or high is None:
            return self._alone(match, start, tail)
        low = -low if self._minus(match) else low
        high = -high if self._minus(second) else high
        if tail.scale and later.scale and tail.scale != later.scale:
            return self._alone(match, start, tail)
        if tail.known and later.known and tail.unit != later.unit:
            return self._alone(match, start, tail)
        before = self._before(start)
        if "±" in self.text[match.end() : second.start()]:
            around = range_or_none(low, high)
            merged = self._quantity(start, second, later, around) if around else None
            read = [self._decide([replace(merged, scale=scaled)], later)] if merged else None
            return read or self._alone(match, start, tail)
        if self._changes(before):
            first = self._quantity(start, match, self._shared(match, tail, later), low)
            last = self._quantity(self._start(second), second, later, high)
            return [self._decide([first], later), self._decide([last], later)]
        if not low < high:
            return self._alone(match, start, tail)
        style, opened = self._style(before, self.text[match.end() : second.start()])
        merged = self._quantity(start - opened, second, later, Range(low, high, style))
        return [self._decide([replace(merged, scale=scaled)], later)]

    def _alone(self, match: re.Match[str], start: int, tail: _Tail) -> list[Found]:
        digits = self._value(match, tail)
        if not self._is_figure(match, tail, digits):
            return []
        values = (digits.value,) if digits.value is not None else digits.readings
        sign = self._minus(match)
        found = [self._quantity(start, match, tail, -value if sign else value) for value in values]
        return [self._decide(found, tail)]

    def _with_codes(self, tail: _Tail, codes: tuple[str, ...]) -> _Tail:
        return _Tail(tail.end, tail.scale, codes[0], codes, tail.end, known=True)

    def _shared(self, match: re.Match[str], tail: _Tail, later: _Tail) -> _Tail:
        """Return the tail of the first figure of a change, which has the unit of the second."""
        if tail.known or tail.scale:
            return tail
        scale = tail.scale or later.scale
        return _Tail(match.end(), scale, later.unit, later.codes, match.end(), known=later.known)

    def _changes(self, before: str) -> bool:
        grammar = self.grammar
        opened = grammar.from_.search(before)
        return bool(opened and grammar.change.search(before[-CHANGE_WINDOW:]))

    def _style(self, before: str, joined: str) -> tuple[RangeStyle, int]:
        """Return how a range is written, and how many characters of it stand before its number."""
        if found := self.grammar.between.search(before):
            return "between", len(found[0])
        return ("dash" if re.search(r"[-–—‑]\s?$", joined) else "to"), 0

    # -- shares and fractions -------------------------------------------------------------------

    def _fraction(self, match: re.Match[str]) -> list[Found] | None:
        groups = match.groupdict()
        glyph = groups.get("digits") or ""
        if glyph in GLYPHS:
            part, _, whole = GLYPHS[glyph].partition("/")
        else:
            texts = enumerate(self.grammar.words.fractions)
            named = [text for index, text in texts if groups.get(f"f{index}") is not None]
            if not named:
                return None
            part, _, whole = named[0].partition("/")
        share = Share(Decimal(part), Decimal(whole), "fraction")
        return [Quantity(match.start(), match.end(), match.end(), match.end(), share)]

    def _digits_of_fraction(self, match: re.Match[str], fraction: re.Match[str]) -> list[Found]:
        """Read 5/6: a share, or a date."""
        part, whole = match["digits"], fraction[2]
        start, end = match.start("digits"), fraction.end()
        try:
            share = Share(Decimal(part), Decimal(whole), "fraction")
        except (InputError, ArithmeticError):
            return []
        quantity = Quantity(start, end, end, end, share)
        is_share = fraction[1] == "\u2044" or fraction[3]
        if is_share or self.grammar.after_share.match(self.text, end):
            return [quantity]
        readings = (f"a share, {part} of {whole}", f"a date or a year, {part}/{whole}")
        return [Ambiguity(start, end, readings, "value", quantity)]

    def _share(self, match: re.Match[str]) -> list[Found] | None:
        """Read 1 in 5, and 9 of 12."""
        grammar, text = self.grammar, self.text
        joined = grammar.share.match(text, match.end())
        second = grammar.digits_again.match(text, joined.end()) if joined else None
        if not joined or not second or second["before"] or match.groupdict().get("article"):
            return None
        part, whole = (self._value(each, _Tail(0)).value for each in (match, second))
        if part is None or whole is None or decimals(part) or decimals(whole):
            return None
        later = self._tail(second, second.end())
        if later.scale or later.codes or later.unit == "%" or not 0 < part < whole:
            return None
        style: ShareStyle = "of" if joined["of"] else "in"
        if style == "in" and whole not in _WHOLES and not is_round(whole):
            return None
        return [self._quantity(self._start(match), second, later, Share(part, whole, style))]

    # -- putting together -----------------------------------------------------------------------

    def _quantity(self, start: int, last: re.Match[str], tail: _Tail, value: Amount) -> Quantity:
        groups = last.groupdict()
        found = Quantity(
            start,
            tail.end,
            max(tail.end, tail.unit_end),
            max(tail.end, tail.unit_end),
            value,
            scale=tail.scale,
            unit=tail.unit,
            words=bool(groups.get("words") or groups.get("article") or groups.get("half")),
        )
        return self._with_interval(found)

    def _with_interval(self, found: Quantity) -> Quantity:
        match = self.grammar.interval.match(self.text, found.unit_end)
        if not match:
            return found
        words = self.grammar.words
        low, high, level = (
            read_digits(text.lstrip("-−–‑"), words.decimal, words.group, scaled=True).value
            if text
            else None
            for text in (match["low"], match["high"], match["level"] or match["after"])
        )
        if low is None or high is None:
            return found
        low, high = (
            -number if text[0] in "-−–‑" else number
            for number, text in ((low, match["low"]), (high, match["high"]))
        )
        if not low < high:
            return found
        ends = match.end() if found.end == found.unit_end else found.end
        unit_end = max(ends, found.unit_end)
        return replace(
            found,
            end=ends,
            unit_end=unit_end,
            stop=match.end(),
            interval=Range(low, high, "dash"),
            confidence=level,
        )

    def _decide(self, found: list[Quantity], tail: _Tail) -> Found:
        """Return what is read, or its readings where the digits or the currency are not clear."""
        quantity = replace(found[0], codes=tail.codes) if len(tail.codes) > 1 else found[0]
        if len(found) > 1:
            shown = tuple(str(each.value) for each in found)
            unclear = replace(quantity, unit=None) if len(tail.codes) > 1 else quantity
            return Ambiguity(quantity.start, quantity.end, shown, "value", unclear)
        if len(tail.codes) > 1:
            return Ambiguity(
                quantity.start, quantity.end, tail.codes[:_SHOWN_CODES], "unit", quantity
            )
        return quantity

    def _before(self, at: int) -> str:
        return self.text[max(0, at - WINDOW) : at]
