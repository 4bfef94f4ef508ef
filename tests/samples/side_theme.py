"""A theme whose long briefs have a side column, as one of a user's own may."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

THEMES = Path(__file__).resolve().parent.parent.parent / "templates" / "themes"

SIDES: dict[str, dict[str, Any]] = {
    "parliament": {
        "side": {"width_pt": 142, "gap_pt": 22, "at": "left"},
        "bottom_line": "main",
        "in_brief": "main",
        "numbered_points": True,
    },
    "press": {"side": {"width_pt": 154, "gap_pt": 28}},
}


def side_theme(folder: Path, name: str) -> Path:
    """Return a copy of a built-in theme with a side column on four pages and in full."""
    theme = folder / name
    shutil.copytree(THEMES / name, theme)
    page = yaml.safe_load((theme / "page.yaml").read_text(encoding="utf-8"))
    own = {**SIDES[name], "wide_tables": True, "stretch_pt": 3}
    page["masters"] |= {"four-page": own, "full": deepcopy(own)}
    (theme / "page.yaml").write_text(yaml.safe_dump(page), encoding="utf-8")
    return theme
