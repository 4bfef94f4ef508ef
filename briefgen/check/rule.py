"""What a rule is, what it reports, for whom, and the decorator by which it is registered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct, field

from briefgen.check.passage import Passage, passages
from briefgen.types.argument import Argument, Part
from briefgen.types.finding import Finding, Severity
from briefgen.types.point import Form, Point, Wording
from briefgen.types.selection import Audience
from briefgen.types.source_map import Path

Asked = Mapping[str, Mapping[str, frozenset[Form]]]
"""The forms that each length asks for: by the name of the length, then by the id of the point."""


def _prints_all(code: int) -> bool:  # noqa: ARG001
    return True


class Scope(Struct, frozen=True):
    """What is known besides the argument. Without an audience, every reader is meant.

    With `longest`, a length misses the longest form that it asks for; without, a form is missing
    only where no other that it asks for stands in. `required` are the ids of points without which a
    length makes no brief, by its name. `prints` says of a code point whether every
    font of the theme prints it. `examples` are texts of the skeleton, to be replaced. `audiences`
    are those that a wording may be for; where none are named, it may be for any.
    """

    audience: Audience | None = None
    asked: Asked = field(default_factory=dict)
    longest: bool = False
    required: Mapping[str, Collection[str]] = field(default_factory=dict)
    prints: Callable[[int], bool] = _prints_all
    examples: Collection[str] = ()
    audiences: Collection[str] = ()

    def passages(self, argument: Argument) -> Iterator[Passage]:
        """Return the passages that the audience can meet: its parts, in its wording.

        Without an audience these are all passages, every wording included.
        """
        if self.audience is None:
            yield from passages(argument)
            return
        parts = {part.value for part in Part}
        weights = {part.value: weight for part, weight in self.audience.weights.items()}
        for passage in passages(argument):
            if passage.path[0] in parts and not weights.get(str(passage.path[0])):
                continue
            if passage.point is None or self._is_its_wording(passage, passage.point):
                yield passage

    def _is_its_wording(self, passage: Passage, point: Point) -> bool:
        assert self.audience is not None
        names = self.audience.wording or (self.audience.name,)
        wordings = (name for name in names if name in point.wording)
        first = next((name for name in wordings if _gives(point.wording[name], passage.form)), None)
        return passage.audience == first


def _gives(wording: Wording, form: Form | None) -> bool:
    if form is Form.DETAIL:
        return bool(wording.more or wording.detail)
    return bool(form and getattr(wording, form))


EVERYONE = Scope()
"""No audience and no length in particular."""


OWN = "own"
"""The whole point, fact or event that a remark is about."""

LANGUAGE = "language"
"""The language of the argument, by which its words are known."""


class Remark(Struct, frozen=True):
    """What a rule has found: where, what is wrong, and what to do.

    `text_line` is the line within the text, counted from 0, where one is meant.
    """

    path: Path
    message: str
    hint: str
    text_line: int | None = None


Check = Callable[[Argument], Iterator[Remark]]
ScopedCheck = Callable[[Argument, Scope], Iterator[Remark]]


class Rule(Struct, frozen=True):
    """One thing that is checked.

    `rests_on` names what its remarks depend on besides the text that they point to: `OWN`,
    `LANGUAGE` or a key of the argument. Where some of that could not be read, they are not shown.
    A `scoped` rule is checked for an audience, or for the lengths that are asked for.
    """

    code: str
    severity: Severity
    summary: str
    remarks: ScopedCheck
    rests_on: tuple[str, ...]
    scoped: bool = False


REGISTERED: list[Rule] = []
"""Every rule of the modules imported so far. `rules.RULES` has all of them, in their order."""

_ORDER = """
    duplicate-id duplicate-term unknown-reference malformed-reference unknown-companion
    together-cycle words-missing unknown-member unsupported-markup
    unsafe-link unsupported-character unnormalised-text unset-script unattributed-view
    unsound-series unsound-interval unsound-projection
    unsound-group outside-unresolved

    unused-fact unused-source unresolved-sources unbacked-number missing-noun stale-fact
    number-missing-in-detail incomparable-facts headline-stop relative-date
    context-dependent-opening unexplained-acronym vague-link wide-table long-quotation event-order
    future-date lost-hedge many-recommendations invisible-character companion-excluded

    glyph-missing placeholder required-form

    long-sentence hard-reading missing-form
"""
"""The order of the list, and of remarks on one line; a rule that is not named here comes later."""

_PLACES = {code: place for place, code in enumerate(_ORDER.split())}


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules in the order in which they are checked and listed, however they were found."""
    return tuple(sorted(rules, key=_rank))


def ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return findings with errors first, each kind by its lines."""
    return tuple(sorted(findings, key=lambda each: (each.severity != "error", each.line or 0)))


def _rank(rule: Rule) -> tuple[bool, bool, int, str]:
    place = _PLACES.get(rule.code, len(_PLACES))
    return rule.scoped, rule.severity != "error", place, rule.code


def rule(
    code: str, severity: Severity, summary: str, *, rests_on: tuple[str, ...]
) -> Callable[[Check], Check]:
    """Register a function as a rule that holds for any reader and length."""

    def register(check: Check) -> Check:
        REGISTERED.append(
            Rule(code, severity, summary, lambda argument, _scope: check(argument), rests_on)
        )
        return check

    return register


def scoped_rule(
    code: str, severity: Severity, summary: str, *, rests_on: tuple[str, ...]
) -> Callable[[ScopedCheck], ScopedCheck]:
    """Register a function as a rule that depends on audience, lengths, fonts or skeleton."""

    def register(check: ScopedCheck) -> ScopedCheck:
        REGISTERED.append(Rule(code, severity, summary, check, rests_on, scoped=True))
        return check

    return register
