"""The two pages made from data: the bibliography by kind of study, and the glossary.

Plain Markdown with anchors, so that they read in JupyterLab and on a code host too.
"""

from __future__ import annotations

from pnh.content import Course

NOTICE = "<!-- Made from data by `python3 course.py refresh`; do not edit here. -->\n"
KINDS = {
    "guideline": ("Guidelines", "What a professional society recommends."),
    "systematic-review": ("Systematic reviews", "All studies of a question, looked for by a stated method."),
    "rct": ("Randomised trials", "Treatment given by chance, compared with something else."),
    "cohort": ("Cohort and laboratory studies", "Groups observed or measured, without treatment by chance."),
    "case-series": ("Case series", "Several patients described; nobody to compare them with."),
    "case-report": ("Case reports", "One patient, or very few."),
    "review": ("Narrative reviews", "An author's choice and reading of the literature."),
    "regulator": ("Regulators and drug labels", "What a drug agency or a label says."),
    "textbook": ("Textbooks and reference works", "Established teaching, mostly second-hand."),
    "web": ("Web pages and other records", "Useful to find a trail; weak as evidence."),
    "seed": ("The two texts this course grew from", "Read critically here, never as authority."),
}
SEEN = {
    "abstract": "read as an abstract",
    "page": "read on its page",
    "opening": "only the opening was read",
    "tertiary": "known through another text",
}


def bibliography_page(course: Course) -> str:
    """Every reference once, under its kind of study, each with the anchor that citations link to."""
    parts = [
        NOTICE,
        "# Bibliography\n",
        f"All {len(course.references)} references of the evidence base, sorted by kind of study. Most were "
        "read as abstracts or page openings, seldom as whole papers: each entry says which. A bracketed "
        "citation anywhere in the course leads to its entry here.\n",
    ]
    shelves = {kind: _of_kind(course, kind) for kind in KINDS}
    jumps = (
        f"[{heading}](#{heading.lower().replace(' ', '-')}) ({len(shelves[kind])})"
        for kind, (heading, _) in KINDS.items()
        if shelves[kind]
    )
    parts += [" · ".join(jumps) + "\n"]
    for kind, (heading, meaning) in KINDS.items():
        entries = shelves[kind]
        if entries:
            parts += [
                f"## {heading}\n",
                f"{meaning} {len(entries)} entries.\n".replace("1 entries", "1 entry"),
            ]
            parts += ["\n".join(_entry(reference) for reference in entries) + "\n"]
    return "\n".join(parts)


def _of_kind(course: Course, kind: str) -> list:
    found = (reference for reference in course.references.values() if reference.kind == kind)
    return sorted(found, key=lambda reference: reference.label.casefold())


def _entry(reference) -> str:
    link = f" [{_host(reference.url)}]({reference.url})" if reference.url else ""
    seen = SEEN.get(reference.seen, "")
    label = plain(reference.label.rstrip("."))
    return (
        f'- <span id="{reference.key}"></span>**{label}.** {plain(reference.title)}{link} ({seen}).'.replace(
            " ()", ""
        )
    )


def _host(url: str) -> str:
    if "doi.org" in url:
        return "doi:" + url.split("doi.org/", 1)[1]
    return "PubMed" if "pubmed" in url else "PMC" if "/PMC" in url else "link"


def plain(text: str) -> str:
    """Characters that Markdown would read as markup, written so that it does not."""
    for mark in "\\`*_[]<$":
        text = text.replace(mark, "\\" + mark)
    return text


def glossary_page(course: Course) -> str:
    """Every term with its definition and sources, in alphabetical order."""
    terms = sorted(course.glossary.values(), key=lambda term: term.term.casefold())
    parts = [
        NOTICE,
        "# Glossary\n",
        "Short meanings of the words this course uses. Where a word appears first on a page it links here; "
        "hold the pointer or the keyboard focus on it to read the meaning in place.\n",
    ]
    for term in terms:
        also = f" ({', '.join(term.also)})" if term.also else ""
        cites = "; ".join(f"[{course.references[key].label}](bibliography.md#{key})" for key in term.sources)
        meaning = f"{term.definition} {cites}".rstrip()
        parts.append(f'- <span id="{term.id}"></span>**{plain(term.term)}**{plain(also)}: {meaning}')
    return "\n".join(parts[:3]) + "\n" + "\n".join(parts[3:]) + "\n"
