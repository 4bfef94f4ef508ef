"""Cases of the rules about what is printed together: changes to the sound argument."""

from __future__ import annotations

from typing import Any

SUMMARY = "rationales__0__forms__summary"
DETAIL = "rationales__0__forms__detail"
FORMS = "rationales[0].forms"
ONE = "rationales__0"
MODEST = {"facts__0__together": ["“modest”"], "facts__0__measure": "a modest cost"}


TOGETHER_REMARKED: list[tuple[str, dict[str, Any], str, str]] = [
    ("unknown-companion", {f"{ONE}__together": ["thesi"]}, "rationales[0].together[0]", '"thesi"'),
    ("unknown-companion", {f"{ONE}__together": ["#none"]}, "rationales[0].together[0]", '"#none"'),
    ("unknown-companion", {f"{ONE}__together": ["costs"]}, "rationales[0].together[0]", "itself"),
    ("unknown-companion", {"facts__0__together": ["thesis.detail"]}, "facts[0].together[0]",
     '"thesis" as detail'),
    ("unknown-companion", {"notes__0__explains": [">never"]}, "notes[0].explains[0]", '">never"'),
    ("together-cycle", {f"{ONE}__together": ["thesis"], "thesis__together": ["costs.summary"]},
     "thesis.together[0]", "thesis → costs → thesis"),
    ("together-cycle", {f"{ONE}__together": ["#cost"], "facts__0__together": ["costs"]},
     "rationales[0].together[0]", "costs → #cost → costs"),
    ("companion-excluded", {"thesis__exclude": True, f"{ONE}__together": ["thesis"]},
     "rationales[0].together[0]", '"thesis", which is excluded'),
    ("words-missing", {**MODEST, DETAIL: ["Modest: [#cost]."]}, f"{FORMS}.summary", "“modest”"),
    ("words-missing", {**MODEST, SUMMARY: "A modest [#cost]."}, f"{FORMS}.detail", "“modest”"),
    ("words-missing", {**MODEST, SUMMARY: "A modest [#cost].", DETAIL: ["A modest [#cost]."],
                       "facts__0__measure": "cost"}, "facts[0].measure", "lists [#cost]"),
    ("words-missing", {**MODEST, SUMMARY: "A modest [#cost].", DETAIL: ["A modest [#cost]."],
                       "facts__0__priority": 1, "facts__0__label": "A cost"}, "facts[0].label",
     "labels [#cost]"),
    ("unknown-member", {"complete": [["costs", "cots"]]}, "complete[0][1]", '"cots"'),
    ("unknown-member", {"complete": ["rationales", ["costs", "thesis"]]}, "complete[1][1]",
     "of thesis, not of rationales"),
    ("unknown-member", {"complete": ["risks"]}, "complete[0]", "risks, of which there are none"),
]  # fmt: skip

TOGETHER_PASSED: list[tuple[str, dict[str, Any]]] = [
    ("unknown-member", {"complete": ["rationales", ["costs"]]}),
    ("unknown-companion", {f"{ONE}__together": ["thesis", "thesis.headline", ">late"]}),
    ("unknown-companion", {"notes__0__explains": ["costs.detail", "#cost"]}),
    ("together-cycle", {f"{ONE}__together": ["thesis"], "facts__0__together": ["thesis"]}),
    ("together-cycle", {"notes__0__explains": ["costs"], f"{ONE}__together": ["thesis"]}),
    ("companion-excluded", {f"{ONE}__exclude": True, f"{ONE}__together": ["thesis"]}),
    ("words-missing", {**MODEST, SUMMARY: "A Modest  [#cost].", DETAIL: ["A modest", "[#cost]."]}),
    ("words-missing", {"facts__0__together": ["thesis"]}),
]  # fmt: skip
