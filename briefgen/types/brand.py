"""The brand of an organisation: one small file that restyles every brief, in both formats."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from briefgen.types.base import Frozen, Line
from briefgen.types.colour import Colour
from briefgen.types.finding import InputError

BRAND_FILE = "brand.yaml"
"""What a brand beside an argument is called."""


def _given(value: object) -> object:
    """Refuse a key without a value: YAML takes an unquoted colour for a comment, silently."""
    if value is None:
        hint = 'put it in quotes ("#0f4a5c"): what follows # is a comment; or remove the key'
        raise InputError("colour", "is empty", hint)
    return value


OwnColour = Annotated[Colour | None, BeforeValidator(_given)]


class BrandFonts(Frozen):
    """Families of type, by the names that Word lists them under."""

    body: Line | None = Field(None, description="Family of all text; unless given, the theme's.")
    headings: Line | None = Field(
        None, description="Family of titles, headings and large figures; unless given, the theme's."
    )
    folder: Line | None = Field(
        None,
        description=(
            "Folder beside this file with the font files (.ttf); not needed for Calibri, Cambria,"
            " Arial and Times New Roman."
        ),
    )


class Brand(Frozen):
    """Colours, logo, fonts, name and paper of an organisation. What is left out is the theme's."""

    organisation: Line | None = Field(
        None, description="Who issues briefs, where the argument names no issuer."
    )
    accent: OwnColour = Field(
        None, description='Colour of titles, headings, figures and charts, such as "#0f4a5c".'
    )
    second: OwnColour = Field(
        None,
        description=(
            "A second colour, for what is set apart: bullets, large quotations, the rule of"
            " callouts; unless given, the accent."
        ),
    )
    logo: Line | None = Field(None, description="PNG or JPEG file of the logo, beside this file.")
    logo_alt: Line | None = Field(
        None,
        description="What the logo shows, for who cannot see it; unless given, the organisation.",
    )
    fonts: BrandFonts = Field(
        BrandFonts.model_construct(), description="Fonts, in place of the theme's."
    )
    paper: Literal["A4", "Letter"] | None = Field(
        None, description="Paper; unless given, that of the theme."
    )
