"""Which styles of an organisation's Word template stand for the roles of a brief."""

from pydantic import Field

from briefgen.types.base import Frozen, Line


class StyleMap(Frozen):
    """The style of the template for each role that has another name there."""

    styles: dict[str, Line] = Field(
        min_length=1,
        description="Name of a role, such as Bottom Line, and of the template's own style for it.",
    )
