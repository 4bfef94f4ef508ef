"""Regular expressions that are compiled when one is first used.

A build uses half of the patterns of the modules that it imports, and compiling one takes up to
three milliseconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _LatePattern:
    """Stands for a compiled pattern, whose methods it takes over one by one."""

    def __init__(self, text: str, flags: int = 0) -> None:
        self.pattern = text
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(re.compile(self.pattern, self._wanted), name)
        setattr(self, name, value)
        return value


if TYPE_CHECKING:

    def late_pattern(text: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
        """Return a pattern as `re.compile` does; what is wrong with it shows at its first use."""
else:
    late_pattern = _LatePattern
