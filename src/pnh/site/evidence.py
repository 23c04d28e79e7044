"""The evidence browser: every claim of the evidence base on one page, made from data.

Plain Markdown, so that it reads, prints and searches without a script; a script adds the filters, which go by
the marks in front of each claim.
"""

from __future__ import annotations

import re
from pathlib import Path

from pnh.content import Course
from pnh.content.objects import Claim
from pnh.content.usage import uses
from pnh.paths import ROOT
from pnh.site.generated import KINDS, NOTICE, plain

TOPICS = {
    "definition": "What it is",
    "epidemiology": "How common",
    "clinical": "What people have",
    "mechanism": "How it may come about",
    "electrodiagnosis": "Electrodiagnosis",
    "antibody-tumour": "Antibodies and tumours",
    "differential": "What else it could be",
    "endocrine-lab": "Blood tests and hormones",
    "biopsy": "Biopsy",
    "treatment": "Treatment",
    "benzodiazepine": "Benzodiazepines",
    "prognosis": "What becomes of it",
    "appraisal": "How to read evidence",
    "communication": "Talking with patients",
    "seed": "What the two texts say",
}
AUDIT = {
    "holds": "compared with its source once more: it holds",
    "reworded": "reworded when compared with its source",
    "corrected": "corrected when compared with its source",
    "downgraded": "made less firm when compared with its source",
    "not-seen-again": "its source could not be seen again",
}


def evidence_page(course: Course, root: Path = ROOT) -> str:
    """Every claim once, by topic: sources, kind of study, confidence, counterpart, where it is used."""
    used, names = uses(root), _page_names(root)
    parts = [
        NOTICE,
        "# The evidence, claim by claim\n",
        f"All {len(course.claims)} claims this course is built on, each with its sources and the kind of "
        "study behind them. *Confidence* says how surely the source says so, not how strong the study is. "
        "Most sources were read as abstracts. No clinician has reviewed the claims. *Used in* leads to the "
        "sections that say what the claim says, wholly or in part, in the text or in a question, case or "
        "tool. To cite the same source is not enough. Where the text does not name the claim, a rule on "
        "words and figures decides: of 40 places read by hand 37 fitted, and some are missed.\n",
        '<div class="pnh" data-pnh="claims"></div>\n',
    ]
    for topic, heading in TOPICS.items():
        claims = [claim for claim in course.claims.values() if claim.topic == topic]
        if claims:
            parts += [f"## {heading}\n"]
            parts += [
                "\n".join(_entry(course, claim, used.get(claim.id, {}), names) for claim in claims) + "\n"
            ]
    return "\n".join(parts)


def _entry(course: Course, claim: Claim, used: dict[str, str], names: dict[str, str]) -> str:
    kinds = sorted({course.references[key].kind for key in claim.sources}, key=list(KINDS).index)
    flags = f"{' data-contested' if claim.contested else ''}{'' if used else ' data-unused'}"
    mark = (
        f'<span class="pnh-claim" id="{claim.id}" data-confidence="{claim.confidence}" '
        f'data-kinds="{" ".join(kinds)}"{flags}></span>'
    )
    cites = "; ".join(f"[{course.references[key].label}](bibliography.md#{key})" for key in claim.sources)
    said = [f"{claim.evidence[:1].upper()}{claim.evidence[1:]}", f"confidence {claim.confidence}"]
    if claim.audit:
        said.append(AUDIT[claim.audit])
    if claim.verdict:
        said.append(f"our verdict: {claim.verdict}")
    against = [other for other in claim.contested if other != claim.id]
    if against:
        said.append("in tension with " + ", ".join(f"[{other}](#{other})" for other in against))
    elif claim.contested:
        said.append("its own sources disagree")
    where = ", ".join(
        f"[{names[page]}]({_link(page, anchor)})" for page, anchor in used.items() if page in names
    )
    words = "; ".join(part if part.startswith("in tension") else plain(part) for part in said)
    return (
        f"- {mark}**{claim.id}.** {plain(claim.claim)} {cites}. "
        f"<small>{words}. Used in: {where or 'nothing yet'}.</small>"
    )


def _page_names(root: Path) -> dict[str, str]:
    """Address without suffix -> how a list names the page."""
    names = {
        f"notebooks/{path.stem}": f"lesson {int(path.stem[:2])}" for path in root.glob("notebooks/*.ipynb")
    }
    pages = {path.relative_to(root).with_suffix("").as_posix(): path for path in root.glob("book/**/*.md")}
    return names | {
        address: _page_name(path) for address, path in pages.items() if path.stem not in ("evidence",)
    }


def _page_name(path: Path) -> str:
    """Its title; of a seminar plan only the lesson, since its title is a motto."""
    lesson = re.fullmatch(r"seminar_(\d+)", path.stem)
    if lesson:
        return f"seminar plan {int(lesson[1])}"
    return path.read_text(encoding="utf-8").partition("# ")[2].splitlines()[0]


def _link(page: str, anchor: str) -> str:
    file = f"../{page}.ipynb" if page.startswith("notebooks/") else f"{page.removeprefix('book/')}.md"
    return f"{file}#{anchor}" if anchor else file
