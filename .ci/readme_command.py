"""Print a command of a README: the fenced block after a comment, such as `<!-- test -->`."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def main(readme: str, name: str) -> int:
    """Print the one block of that name; return 1 where there is none, or more than one."""
    block = rf"^<!-- {re.escape(name)} -->\n+```\w*\n(.*?)^```$"
    found = re.findall(block, Path(readme).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    if len(found) != 1 or not found[0].strip():
        sys.stderr.write(f'{readme}: {len(found)} commands "{name}"; one is wanted\n')
        return 1
    sys.stdout.write(f"{found[0].strip()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
