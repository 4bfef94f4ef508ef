"""What every loaded type shares: frozen models, the text policy and identifiers."""

import pickle
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    VERSION,
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import SchemaSerializer, SchemaValidator

from briefgen.cache import kept
from briefgen.pattern import late_pattern
from briefgen.types.finding import Finding, InputError, LoadError
from briefgen.types.reference import KEY_LENGTH, SOURCE_ID, SOURCE_REF
from briefgen.types.source_map import SourceMap

if TYPE_CHECKING:  # it has no public name
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)

FIELD_LIMIT = 20_000
"""Characters in one text field. Longer text is a pasted document, not a form of a point."""

WORD_LIMIT = 200
"""Characters without a space. Line breaking is linear, but no page can hold such a word."""

_REFUSED = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONG_WORD = late_pattern(rf"\S{{{WORD_LIMIT + 1},}}")
_RULE = frozenset("|-:")
"""What the line below the head of a table is made of, which is as long as the table is wide."""


class _Explained(ModelMetaclass):
    """Makes of pydantic's error one of ours, where a model is built in Python.

    Only calls come here: pydantic builds the models within a model, and of files, by itself.
    """

    if not TYPE_CHECKING:  # type checkers know the fields of a model from its class

        def __call__(self, /, *given: Any, **fields: Any) -> Any:
            if given:
                raise LoadError([_without_names(self)])
            try:
                return super().__call__(**fields)
            except ValidationError as error:
                raise explained(error, fields, self) from None


def _without_names(model: type[BaseModel]) -> Finding:
    """Return what is wrong with values that say not which fields they are of."""
    required = (name for name, field in model.model_fields.items() if field.is_required())
    shown = ", ".join(f"{name}=..." for name in required) or "name=value"
    message, hint = "takes its values by name", f"write {model.__name__}({shown})"
    return Finding("values-unnamed", message, hint, where=model.__name__)


def explained(error: ValidationError, data: Any, model: type[BaseModel]) -> LoadError:
    """Return what is wrong with a model that was built in Python, with path and hint."""
    from briefgen.types.model_error import findings_of, plain  # noqa: PLC0415 - it knows all models

    findings = findings_of(error, plain(data), model, SourceMap())
    return LoadError(replace(finding, where=model.__name__) for finding in findings)


class Frozen(BaseModel, metaclass=_Explained):
    """A value that cannot change and has no keys but its own.

    Raises:
        LoadError: what is missing, unknown or not what is wanted, all at once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    if not TYPE_CHECKING:  # type checkers know that nothing of it can be set

        def __setattr__(self, name: str, value: Any) -> None:
            try:
                super().__setattr__(name, value)
            except ValidationError:
                kind = type(self).__name__
                message = (
                    f"{kind} cannot change; make another: .model_copy(update={{{name!r}: ...}})"
                )
                raise AttributeError(message) from None

    @classmethod
    def model_rebuild(cls, *, force: bool = False, **settings: Any) -> bool | None:
        """Make what checks and writes the model, of its schema, which may be at hand.

        Pydantic asks for it when it is first needed, and again for the schema itself.
        """
        complete = cls.__pydantic_complete__
        if not (force or complete) and _made_ahead(cls):
            return True
        force = force or (complete and not isinstance(cls.__pydantic_core_schema__, dict))
        depth = settings.pop("_parent_namespace_depth", 2) + 1
        return super().model_rebuild(force=force, _parent_namespace_depth=depth, **settings)

    @classmethod
    def model_json_schema(cls, *settings: Any, **named: Any) -> dict[str, Any]:
        """Return the JSON Schema of the model: pydantic's, of a schema that is made for it."""
        if not isinstance(cls.__pydantic_core_schema__, dict):
            cls.model_rebuild(force=True)
        return super().model_json_schema(*settings, **named)

    @classmethod
    def model_validate(cls, obj: Any, **settings: Any) -> Self:
        """Return data as this model, as pydantic does, with briefgen's errors."""
        try:
            return super().model_validate(obj, **settings)
        except ValidationError as error:
            raise explained(error, obj, cls) from None


SCHEMAS_FILE = Path(__file__).with_name("schemas.pickle")
"""Schemas of what every brief reads (`templates/make_read_ahead.py`), for one pydantic."""


@kept(1)
def _schemas() -> dict[str, bytes]:
    """Return the schemas that are at hand, by the names of models: none for another pydantic.

    They are a part of this package, as its code is, and nothing else is unpickled here.
    """
    if not SCHEMAS_FILE.is_file():
        return {}
    version, schemas = pickle.loads(SCHEMAS_FILE.read_bytes())  # noqa: S301 - our own
    return schemas if version == VERSION else {}


def _made_ahead(model: type[BaseModel]) -> bool:
    """Make what checks and writes a model, if its schema is at hand: a hundredth of its time."""
    packed = _schemas().get(f"{model.__module__}.{model.__name__}")
    if packed is None:
        return False
    schema, config = pickle.loads(packed)  # noqa: S301 - our own
    model.__pydantic_validator__ = SchemaValidator(schema, config)
    model.__pydantic_serializer__ = SchemaSerializer(schema, config)
    model.__pydantic_complete__ = True
    return True


def printable(text: str) -> str:
    """Return text unchanged, or raise for what no page can print.

    Raises:
        Refusal: control characters other than tab and newline, lone surrogates, U+FFFE and
            U+FFFF, or a word longer than `WORD_LIMIT`.
    """
    if found := _REFUSED.search(text):
        message = f"holds the control character U+{ord(found[0]):04X}"
        raise InputError("control-character", message, "delete it; no page can print it")
    for found in _LONG_WORD.finditer(text):
        if not _RULE.issuperset(found[0]):
            message = f"holds a word of {len(found[0])} characters; the limit is {WORD_LIMIT}"
            raise InputError("word-too-long", message, "no line can hold it; is it pasted data?")
    return text


def printable_blocks(text: str) -> str:
    """Return text unchanged, or raise as `printable` does; cells of tables are words apart."""
    printable(text.replace("|", " "))
    return text


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48),
    Field(description="Stable identifier: lower-case letters, digits and hyphens."),
]
"""At most 48 characters, which people can still read out and type."""

SourceId = Annotated[
    str,
    StringConstraints(pattern=SOURCE_ID, max_length=KEY_LENGTH),
    Field(
        description="Key of a source: letters, digits and _, with : . + / - and the like within."
    ),
]

SourceRef = Annotated[
    str,
    StringConstraints(pattern=SOURCE_REF),
    Field(description="Key of a source, and where in it if that is known: `ffi, p. 36`."),
]

_ID = "[a-z0-9]+(-[a-z0-9]+)*"

PrintedId = Annotated[
    str,
    StringConstraints(pattern=rf"^([#>]?{_ID}|{_ID}\.(headline|summary|detail))$", max_length=64),
    Field(description="What is printed: a point, point.detail, #fact or >quotation, by its id."),
]
"""A point, in any form or in that form or a longer one; a figure; a quotation."""


def _in_curved_marks(one: str) -> str:
    return f"“{one[1:-1]}”" if one[0] == '"' else one


Companion = Annotated[
    str,
    StringConstraints(
        pattern=rf"^([#>]?{_ID}|{_ID}\.(headline|summary|detail)|“[^“”]+”|\"[^\"]+\")$",
        max_length=200,
    ),
    AfterValidator(_in_curved_marks),
    Field(description="What is printed, by its id, or words in quotation marks."),
]
"""What something may only be printed with: something else, or words in the same form."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\t\r\n]*$"),
    AfterValidator(printable),
]
"""One line of plain text, without markup."""


@dataclass(frozen=True)
class ProseMark:
    """Says of a type of text that light Markdown and references are read in it.

    Fields that are printed as prose have it in their type, so that `check` finds them all.
    `longer` says that the text may hold lists, tables, block quotations and several paragraphs.
    """

    longer: bool = False


PROSE, LONGER = ProseMark(), ProseMark(longer=True)

ProseText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=FIELD_LIMIT),
    AfterValidator(printable),
    PROSE,
]
"""Light Markdown: bold, links, `[@source, p. 3]`, `[#fact]`, `[>quote]`, `[mots]{lang=fr}`."""


def _dedented(text: Any) -> Any:
    return dedent(text) if isinstance(text, str) else text


LongerProse = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=FIELD_LIMIT),
    BeforeValidator(_dedented),
    AfterValidator(printable_blocks),
    LONGER,
]
"""Light Markdown with blocks: paragraphs, lists, tables, block quotations."""

ProseLine = Annotated[Line, PROSE]
"""One line of light Markdown."""

Address = Annotated[
    str,
    StringConstraints(max_length=2_000, pattern=r"^(https?://[^\s]+|mailto:[^\s@]+@[^\s@]+)$"),
]
"""An http, https or mailto address. Nothing else may become a link."""

Language = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
]
"""A BCP 47 language tag, such as `en`, `en-GB` or `zh-Hans`."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code, such as `EUR`."""
