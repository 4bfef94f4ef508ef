"""Findings in SARIF 2.1.0, which code hosts and editors show beside the line (OASIS, 2020)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import briefgen
from briefgen.types.finding import Finding
from briefgen.types.source_map import path_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Iterable[Finding], rules: Iterable[tuple[str, str, str]]) -> str:
    """Return findings as a SARIF log of one run; the rules are those that they name."""
    found = [*findings]
    codes = {each.code for each in found}
    named = [
        {"id": code, "shortDescription": {"text": about}, "defaultConfiguration": {"level": level}}
        for code, level, about in rules
        if code in codes
    ]
    driver = {"name": "briefgen", "version": briefgen.__version__, "rules": named}
    run = {"tool": {"driver": driver}, "results": [_result(each) for each in found]}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _result(finding: Finding) -> dict[str, Any]:
    """Return a finding as a result: its place in the file, and the path of the value."""
    message = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": message},
    }
    if finding.file:
        place: dict[str, Any] = {"artifactLocation": {"uri": finding.file.replace("\\", "/")}}
        if finding.line:
            place["region"] = {"startLine": finding.line}
        where = [{"fullyQualifiedName": path_text(finding.path)}] if finding.path else []
        result["locations"] = [{"physicalLocation": place, "logicalLocations": where}]
    return result
