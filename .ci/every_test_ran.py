"""Fail unless every test of a JUnit report has run and passed: no skip, no xfail, not none."""

from __future__ import annotations

import sys
from xml.etree import ElementTree as ET


def main(report: str) -> int:
    """Name the tests that did not run to a pass; return 1 if there are any, or no test at all."""
    cases = ET.parse(report).findall(".//testcase")  # noqa: S314 - pytest has just written it
    missing = [
        case
        for case in cases
        if any(case.find(outcome) is not None for outcome in ("skipped", "failure", "error"))
    ]
    for case in missing:
        sys.stderr.write(f"{case.get('classname')}::{case.get('name')} did not run to a pass\n")
    sys.stdout.write(f"{len(cases) - len(missing)} of {len(cases)} tests passed\n")
    return 0 if cases and not missing else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
