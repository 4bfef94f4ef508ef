"""Print the test command of a README: the fenced block after the comment `<!-- test -->`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

BLOCK = re.compile(r"^<!-- test -->\n+```\w*\n(?P<command>.*?)^```$", re.MULTILINE | re.DOTALL)


def main(readme: str) -> int:
    """Print the one block there must be; return 1 where there is none, or more than one."""
    found = [match["command"].strip() for match in BLOCK.finditer(Path(readme).read_text("utf-8"))]
    if len(found) != 1 or not found[0]:
        sys.stderr.write(f"{readme}: {len(found)} test commands; one is wanted\n")
        return 1
    sys.stdout.write(f"{found[0]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
