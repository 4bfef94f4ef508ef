"""What a rule is, and what it remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefgen.check.scope import Scope
from briefgen.types.argument import Argument
from briefgen.types.finding import Severity
from briefgen.types.source_map import Path


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has found: where, what is wrong, and what to do.

    `text_line` is the line of the text that is meant, counted from 0, where one is.
    """

    path: Path
    message: str
    hint: str
    text_line: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked of an argument, whoever reads it at whatever length."""

    code: str
    severity: Severity
    about: str
    remarks: Callable[[Argument], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class ScopedRule:
    """One thing that is checked for an audience, or for the lengths that are asked for."""

    code: str
    severity: Severity
    about: str
    remarks: Callable[[Argument, Scope], Iterator[Remark]]
