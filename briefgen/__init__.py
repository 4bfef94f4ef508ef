"""One argument, many briefs.

    argument = briefgen.load("data/china-mali.yaml")
    brief = briefgen.build(argument, length="one-page", audience="decision-maker")
    brief.save("mali.pdf")

Functions, each with its own help, as in `help(briefgen.build)`:

    load, check, mark             read an argument, say what is wrong with it, mark its edition
    build                         one brief of it: `Brief`, made as `BuildOptions` say
    build_all, build_each         many, into a folder: every length and audience, or a row each
    build_untrusted               one of untrusted files, in a process that can do nothing else
    recover                       what became of each point in a Word brief that was edited
    lengths, audiences, templates what is built in
    check_template, specimen      what a Word template gives a brief, and each of its roles once
    signoff, read_signoff         what is printed beside the article's words, to be signed
    convert, save_argument        an argument as Markdown, YAML or JSON: nothing is lost
    new, schema                   a skeleton or a copy to change; the JSON Schema of an argument

An argument can also be written in Python: by `argument`, `point`, `fact`, `source` and `event` in
few words, or by `Argument` and what it is made of (`Article`, `Point`, `Forms`, `Fact`, `Source`,
`Event`, …); `argument.save("a.md")` writes it.

Every error is a `BriefgenError` with its `findings`: `LoadError`, `CheckError`, `TemplateError`,
`FitError`, `RenderError` or `SaveError`.

Importing this costs next to nothing: each name is fetched from its module when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefgen.batch.building import build_all as build_all
    from briefgen.batch.each_row import build_each as build_each
    from briefgen.batch.manifest import Result as Result
    from briefgen.built_in import audiences as audiences
    from briefgen.built_in import lengths as lengths
    from briefgen.built_in import new as new
    from briefgen.built_in import schema as schema
    from briefgen.built_in import templates as templates
    from briefgen.checking import check as check
    from briefgen.conversion import convert as convert
    from briefgen.conversion import save_argument as save_argument
    from briefgen.isolation.building import IsolatedBrief as IsolatedBrief
    from briefgen.isolation.building import build_untrusted as build_untrusted
    from briefgen.isolation.terms import Confinement as Confinement
    from briefgen.isolation.terms import Limits as Limits
    from briefgen.options import BuildOptions as BuildOptions
    from briefgen.pipeline import Brief as Brief
    from briefgen.pipeline import build as build
    from briefgen.pipeline import load as load
    from briefgen.pipeline import mark as mark
    from briefgen.recovery import recover as recover
    from briefgen.signing import read_signoff as read_signoff
    from briefgen.signing import signoff as signoff
    from briefgen.template_check import check_template as check_template
    from briefgen.template_check import specimen as specimen
    from briefgen.types.argument import Argument as Argument
    from briefgen.types.argument import Headings as Headings
    from briefgen.types.argument import Part as Part
    from briefgen.types.article import Article as Article
    from briefgen.types.article import Edition as Edition
    from briefgen.types.article import Issuer as Issuer
    from briefgen.types.article import Organisation as Organisation
    from briefgen.types.article import Person as Person
    from briefgen.types.brief import BriefSummary as BriefSummary
    from briefgen.types.brief import ConsideredVariant as ConsideredVariant
    from briefgen.types.brief import Decision as Decision
    from briefgen.types.brief import Omission as Omission
    from briefgen.types.date import PartialDate as PartialDate
    from briefgen.types.fact import Fact as Fact
    from briefgen.types.fact import SeriesValue as SeriesValue
    from briefgen.types.finding import BriefgenError as BriefgenError
    from briefgen.types.finding import Bug as Bug
    from briefgen.types.finding import CheckError as CheckError
    from briefgen.types.finding import Finding as Finding
    from briefgen.types.finding import FitError as FitError
    from briefgen.types.finding import LoadError as LoadError
    from briefgen.types.finding import RenderError as RenderError
    from briefgen.types.finding import SaveError as SaveError
    from briefgen.types.finding import TemplateError as TemplateError
    from briefgen.types.identity import OutsideText as OutsideText
    from briefgen.types.identity import PointText as PointText
    from briefgen.types.identity import WordEdits as WordEdits
    from briefgen.types.point import Attribution as Attribution
    from briefgen.types.point import ContestedPoint as ContestedPoint
    from briefgen.types.point import Form as Form
    from briefgen.types.point import Forms as Forms
    from briefgen.types.point import Modality as Modality
    from briefgen.types.point import Point as Point
    from briefgen.types.point import Recommendation as Recommendation
    from briefgen.types.point import Wording as Wording
    from briefgen.types.selection import Audience as Audience
    from briefgen.types.selection import Length as Length
    from briefgen.types.supplements import EditorsNote as EditorsNote
    from briefgen.types.supplements import Event as Event
    from briefgen.types.supplements import Image as Image
    from briefgen.types.supplements import Quotation as Quotation
    from briefgen.types.supplements import Source as Source
    from briefgen.types.supplements import Term as Term
    from briefgen.types.template_report import FontReport as FontReport
    from briefgen.types.template_report import RoomReport as RoomReport
    from briefgen.types.template_report import StyleReport as StyleReport
    from briefgen.types.template_report import TemplateReport as TemplateReport
    from briefgen.writing import argument as argument
    from briefgen.writing import event as event
    from briefgen.writing import fact as fact
    from briefgen.writing import point as point
    from briefgen.writing import source as source

__version__ = "0.1.0"

# There is no `__all__`: with one, `help(briefgen)` prints every method of every class, also those
# of pydantic, on 14,000 lines.

_NAMES = {
    "briefgen.batch.each_row": "build_each",
    "briefgen.batch.manifest": "Result",
    "briefgen.batch.building": "build_all",
    "briefgen.built_in": "audiences lengths new schema templates",
    "briefgen.checking": "check",
    "briefgen.conversion": "convert save_argument",
    "briefgen.isolation.building": "IsolatedBrief build_untrusted",
    "briefgen.isolation.terms": "Confinement Limits",
    "briefgen.options": "BuildOptions",
    "briefgen.pipeline": "Brief build load mark",
    "briefgen.recovery": "recover",
    "briefgen.template_check": "check_template specimen",
    "briefgen.signing": "read_signoff signoff",
    "briefgen.types.supplements": "EditorsNote Event Image Quotation Source Term",
    "briefgen.types.argument": "Argument Headings Part",
    "briefgen.types.article": "Article Edition Issuer Organisation Person",
    "briefgen.types.brief": "Decision ConsideredVariant Omission BriefSummary",
    "briefgen.types.date": "PartialDate",
    "briefgen.types.fact": "Fact SeriesValue",
    "briefgen.types.finding": (
        "BriefgenError Bug CheckError Finding FitError LoadError RenderError SaveError"
        " TemplateError"
    ),
    "briefgen.types.point": "Attribution ContestedPoint Form Forms Modality Point"
    " Recommendation Wording",
    "briefgen.types.selection": "Audience Length",
    "briefgen.types.template_report": "FontReport RoomReport StyleReport TemplateReport",
    "briefgen.types.identity": "OutsideText PointText WordEdits",
    "briefgen.writing": "argument event fact point source",
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
    return sorted([*_HOMES, "__version__"])


class _Package(ModuleType):
    """A package in which `load` and `check` stay the functions.

    Importing the stage `briefgen.load` would set the attribute to the module, so that
    `briefgen.load(path)` failed as soon as any part of the stage had been used.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
