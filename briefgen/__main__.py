"""`python -m briefgen` is the command `briefgen`."""

from __future__ import annotations

from briefgen.cli import shell

if __name__ == "__main__":
    shell()
