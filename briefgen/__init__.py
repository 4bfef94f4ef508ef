"""briefgen: one argument, many briefs.

    argument = briefgen.load("data/china-mali.yaml")
    brief = briefgen.build(argument, length="one-page", audience="decision-maker")
    brief.save("mali.pdf")

Importing this costs next to nothing: each name is fetched from its module when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.campaign.each_row import build_each
    from briefgen.campaign.result import Result, Summary
    from briefgen.campaign.whole_set import build_all
    from briefgen.isolation.building import IsolatedBrief, build_untrusted
    from briefgen.isolation.terms import Confinement, Limits
    from briefgen.pipeline import (
        Brief,
        audiences,
        build,
        check,
        lengths,
        load,
        mark,
        new,
        recover,
        schema,
        templates,
    )
    from briefgen.types.apparatus import EditorsNote, Event, Image, Quotation, Source, Term
    from briefgen.types.argument import Argument, Headings, Part
    from briefgen.types.article import Article, Edition, Issuer, Organisation, Person
    from briefgen.types.brief import Decision, Offered, Omission
    from briefgen.types.date import PartialDate
    from briefgen.types.fact import Fact, SeriesValue
    from briefgen.types.finding import (
        BriefgenError,
        Bug,
        CheckError,
        Finding,
        FitError,
        LoadError,
        RenderError,
        SaveError,
        TemplateError,
    )
    from briefgen.types.point import (
        Attribution,
        ContestedPoint,
        Form,
        Forms,
        Modality,
        Point,
        Wording,
    )
    from briefgen.types.word_edits import OutsideText, PointText, WordEdits

__version__ = "0.1.0"

__all__ = [
    "Argument",
    "Article",
    "Attribution",
    "Brief",
    "BriefgenError",
    "Bug",
    "CheckError",
    "Confinement",
    "ContestedPoint",
    "Decision",
    "Edition",
    "EditorsNote",
    "Event",
    "Fact",
    "Finding",
    "FitError",
    "Form",
    "Forms",
    "Headings",
    "Image",
    "IsolatedBrief",
    "Issuer",
    "Limits",
    "LoadError",
    "Modality",
    "Offered",
    "Omission",
    "Organisation",
    "OutsideText",
    "Part",
    "PartialDate",
    "Person",
    "Point",
    "PointText",
    "Quotation",
    "RenderError",
    "Result",
    "SaveError",
    "SeriesValue",
    "Source",
    "Summary",
    "TemplateError",
    "Term",
    "WordEdits",
    "Wording",
    "__version__",
    "audiences",
    "build",
    "build_all",
    "build_each",
    "build_untrusted",
    "check",
    "lengths",
    "load",
    "mark",
    "new",
    "recover",
    "schema",
    "templates",
]

_NAMES = {
    "briefgen.campaign.each_row": "build_each",
    "briefgen.campaign.result": "Result Summary",
    "briefgen.campaign.whole_set": "build_all",
    "briefgen.isolation.building": "IsolatedBrief build_untrusted",
    "briefgen.isolation.terms": "Confinement Limits",
    "briefgen.pipeline": (
        "Brief audiences build check lengths load mark new recover schema templates"
    ),
    "briefgen.types.apparatus": "EditorsNote Event Image Quotation Source Term",
    "briefgen.types.argument": "Argument Headings Part",
    "briefgen.types.article": "Article Edition Issuer Organisation Person",
    "briefgen.types.brief": "Decision Offered Omission",
    "briefgen.types.date": "PartialDate",
    "briefgen.types.fact": "Fact SeriesValue",
    "briefgen.types.finding": (
        "BriefgenError Bug CheckError Finding FitError LoadError RenderError SaveError"
        " TemplateError"
    ),
    "briefgen.types.point": "Attribution ContestedPoint Form Forms Modality Point Wording",
    "briefgen.types.word_edits": "OutsideText PointText WordEdits",
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}


if not TYPE_CHECKING:  # a type checker would take every name for a public one

    def __getattr__(name: str) -> Any:
        """Fetch a public name from its module and keep it."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """A package in which `load` and `check` stay the functions.

    Importing the stage `briefgen.load` would set the attribute to the module, so that
    `briefgen.load(path)` failed as soon as any part of the stage had been used.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
