"""Read an organisation's style map: which of its styles stand for which roles."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from briefgen.load.document import read_data, to_model
from briefgen.load.text import is_file, within
from briefgen.load.word.sheet import WANTED
from briefgen.types.base import Frozen, Line
from briefgen.types.finding import Finding, LoadError, nearest

MAP_FILE = "styles.yaml"


class StyleMap(Frozen):
    """The style of the template for each role that has another name there."""

    styles: dict[str, Line] = Field(
        min_length=1,
        description="Name of a role, such as Bottom Line, and of the template's own style for it.",
    )


def map_file(template: Path) -> Path | None:
    """Return the style map of a template, if it has one."""
    return next((file for file in map_files(template) if is_file(file)), None)


def map_files(template: Path) -> tuple[Path, Path]:
    """Return where a template's style map may stand: `house.styles.yaml`, `styles.yaml` beside."""
    return template.with_suffix(f".{MAP_FILE}"), template.with_name(MAP_FILE)


def read_style_map(file: Path) -> Mapping[str, str]:
    """Return the style that stands for each role, by the role's name.

    Raises:
        LoadError: what is wrong with the file, a role that there is not, a link that leads
            elsewhere.
    """
    if within(file.name, file.parent) is None:
        message, hint = "leads out of the folder of the template", "put the file itself there"
        raise LoadError([Finding("styles-outside", message, hint, file=str(file))])
    data, places = read_data(file)
    styles = to_model(data, StyleMap, places).styles
    known = {name.lower(): name for _, name in WANTED}
    findings = []
    for name in styles:
        if name.lower() not in known:
            near = nearest(name, [*known])
            listed = f"there are: {', '.join(known.values())}"
            hint = f"did you mean {known[near]}? {listed}" if near else listed
            way = ("styles", name)
            message = f'"{name}" is no role of a brief'
            findings.append(
                Finding("style-role-unknown", message, hint, way, "error", str(file),
                        places.line(way))
            )  # fmt: skip
    if findings:
        raise LoadError(findings)
    return styles
