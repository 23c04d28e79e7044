"""A case that stands still: the opening, then every stage, decision and the debrief in disclosures."""

from __future__ import annotations

from typing import Any

from pnh.widgets.still.markup import attribute, bullets, chip, citations, disclosure, text, unmarked

# The front end says the same (frontend/src/scenario/words.js); tests/vectors/words.json ties the two.
EFFECT = {"best": "best choice", "acceptable": "acceptable", "poor": "weak choice", "dangerous": "dangerous"}
VALUE = {
    "essential": "essential here",
    "useful": "useful here",
    "neutral": "neither needed nor wrong",
    "wasteful": "not worth its price here",
    "harmful": "harmful here",
}
COST = ("no cost", "low cost", "moderate cost", "high cost", "very high cost")


def html(case_id: str, case: dict[str, Any]) -> str:
    """The whole case as a section; `case` is the payload's body."""
    opening = case["opening"]
    quotes = "".join(f"<blockquote><p>{quote}</p></blockquote>" for quote in opening.get("quotes", []))
    where = ""
    if chart := case.get("body_chart"):
        where = f"<p><strong>Where it is felt:</strong> {chart['text']}{chip({'kind': 'composed'})}</p>"
    stages = "\n".join(_stage(stage, case) for stage in case["stages"])
    return (
        f'<section class="pnh-still" aria-label="Case: {attribute(unmarked(case["title"]))}">\n'
        f'<p class="pnh-kicker">Case · about {case["est_minutes"]} minutes</p>\n'
        f'<p class="pnh-title"><strong>{case["title"]}</strong></p>\n'
        f"<p>{case['role']}</p>\n{quotes}\n<p>{opening['narrative']}{chip(opening['prov'])}</p>\n{where}\n"
        f"<p><em>{case['fiction']}</em></p>\n{stages}\n{_debrief(case)}\n</section>"
    )


def markdown(case_id: str, case: dict[str, Any]) -> str:
    """Title, role and opening: what a reader needs to take the case with a teacher."""
    opening = case["opening"]
    quotes = "".join(f"\n> {unmarked(quote)}\n" for quote in opening.get("quotes", []))
    return (
        f"**Case: {unmarked(case['title'])}**\n\n{unmarked(case['role'])}\n{quotes}\n"
        f"{unmarked(opening['narrative'])}\n\n*{unmarked(case['fiction'])}*"
    )


def _stage(stage: dict[str, Any], case: dict[str, Any]) -> str:
    actions = [action for action in case["actions"] if action["kind"] in stage["allows"]]
    first = [s for s in case["stages"] if set(s["allows"]) & {action["kind"] for action in actions}]
    own = [a for a in actions if next(s for s in first if a["kind"] in s["allows"]) is stage]
    decisions = {decision["id"]: decision for decision in case["decisions"]}
    body = f"<p>{stage['intro']}</p>" if stage.get("intro") else ""
    body += bullets(
        f"<strong>{action['label']}</strong> ({action['minutes']:g} min, {COST[action['cost']]}): "
        f"{action['finding']}{chip(action['prov'])}"
        for action in own
    )
    if stage.get("hint"):
        body += f"<p><strong>A hint:</strong> {stage['hint']}</p>"
    body += "".join(_decision(decisions[name]) for name in stage["leave"])
    return disclosure(text(stage["title"]) + _which(case), body)


def _decision(decision: dict[str, Any]) -> str:
    texts = [option["text"] for option in decision.get("options", [])]
    options = bullets(texts) if texts else ""
    return f"<p><strong>Decide:</strong> {decision['prompt']}</p>{options}"


def _debrief(case: dict[str, Any]) -> str:
    refs, debrief = case["refs"], case["debrief"]
    labels = {action["id"]: action["label"] for action in case["actions"]}
    outcomes = "".join(f"<p>{outcome['text']}{chip(outcome['prov'])}</p>" for outcome in case["outcomes"])
    path = bullets(
        (
            f"{labels.get(row['step'], row['step'])}: <em>{row['thinking']}</em>"
            for row in debrief["expert_path"]
        ),
        ordered=True,
    )
    differential = bullets(
        f"<strong>{row['label']}.</strong> {row['why']}{citations(row.get('sources'), refs)}"
        for row in case["differential"]
    )
    flags = bullets(
        f"<strong>{flag['text']}.</strong> {flag['why']}{citations(flag.get('sources'), refs)}"
        for flag in case["red_flags"]
    )
    chosen = bullets(
        f"<strong>{EFFECT[option['effect']].capitalize()}: {option['text']}.</strong> {option['why']}"
        f"{citations(option.get('sources'), refs)}"
        for decision in case["decisions"]
        for option in decision.get("options", [])
    )
    meant = bullets(
        f"<strong>{action['label']}</strong>, {VALUE[action['value']]}. {action['why']}"
        f"{citations(action.get('sources'), refs)}"
        for action in case["actions"]
    )
    trial = debrief["clonazepam_trial"]
    points = bullets(text_ for text_ in debrief.get("points", []))
    answer = next((row["label"] for row in case["differential"] if row["id"] == case.get("answer")), None)
    parts = (
        outcomes,
        f"<p>This fiction was written with: <strong>{answer}</strong>.{chip({'kind': 'composed'})}</p>"
        if answer
        else "",
        "<p><strong>One sentence that sums her up</strong></p>"
        if case["patient"]["sex"] == "female"
        else "<p><strong>One sentence that sums him up</strong></p>",
        f"<p>{case['problem_representation']['model']}</p>",
        "<p><strong>Red flags</strong></p>" + flags,
        "<p><strong>The expert's path</strong></p>" + path,
        "<p><strong>The decisions</strong></p>" + chosen if chosen else "",
        "<p><strong>The differential</strong></p>" + differential,
        "<p><strong>What each option would have meant</strong></p>" + meant,
        "<p><strong>What a trial of clonazepam would have done here</strong></p>"
        + "".join(f"<p>{part}</p>" for part in trial["text"].split("\n"))
        + f"<p>{chip(trial['prov'])}{citations(trial['prov'].get('sources'), refs)}</p>",
        "<p><strong>To take away</strong></p>" + points if points else "",
        f"<p>Sources{citations(case['sources'], refs)}</p>",
    )
    return disclosure("Outcome and debrief" + _which(case), "\n".join(part for part in parts if part))


def _which(case: dict[str, Any]) -> str:
    """For ears: two cases of one page open the same parts."""
    return f'<span class="pnh-ears">: {text(unmarked(case["title"]))}</span>'
