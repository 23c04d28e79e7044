"""Each mistake a person can make in the data gives one line: the right file, the right line, the id, what is allowed.

Every case takes the tiny course, replaces one text in one file, and names the line the problem must point to by
a text that stands on it.
"""

from typing import NamedTuple

import pytest

from pnh.content import ContentError, check, load_course

Q = "data/questions/01_rain.yaml"
S = "data/scenarios/vp-grey-morning.yaml"
G = "data/glossary.yaml"
C = "data/evidence/claims.yaml"
B = "data/evidence/references.bib"
M = "data/evidence/seed_map.yaml"
P = "book/welcome.md"
N = "notebooks/01_rain.ipynb"


class Mistake(NamedTuple):
    """`old` becomes `new` in `file`; the problem names `id`, points to the line with `at`, and says `says`."""

    name: str
    file: str
    old: str
    new: str
    at: str
    id: str
    says: str


MISTAKES = [
    # YAML
    Mistake("bad indentation", Q, "  lead_in: \"Which sign", "   lead_in: \"Which sign", "   lead_in", "01_rain", "is not valid YAML"),
    Mistake("an unclosed quote", G, "definition: A guess", "definition: \"A guess", "definition: \"A guess", "glossary", "is not valid YAML"),
    Mistake("a key twice", Q, "  level: foundation\n  bloom: remember\n  objectives: [A1]\n  stem: \"A walker", "  level: foundation\n  level: clinical\n  bloom: remember\n  objectives: [A1]\n  stem: \"A walker", "level: clinical", "01_rain", "`level` stands twice"),
    Mistake("an alias", G, "  also: [fine rain]", "  also: &a [fine rain]\n  kind: *a", "also: &a", "glossary", "alias"),
    # form of questions
    Mistake("a field missing", Q, "  stem: \"A walker sees a grey sky in the west and feels a cold wind.\"\n", "", "- schema: pnh-item/1", "sba-first-sign", "`stem` is missing"),
    Mistake("an unknown field", Q, "  lead_in: \"Which sign comes first?\"", "  lead_in: \"Which sign comes first?\"\n  hint: no", "hint: no", "sba-first-sign", "hint: is not a known field; allowed: schema, id"),
    Mistake("an unknown type", Q, "type: sba", "type: essay", "type: essay", "sba-first-sign", "type: is 'essay'; allowed: sba, multi, ordering"),
    Mistake("an unknown status", Q, "  title: \"Wet things\"\n  status: draft", "  title: \"Wet things\"\n  status: final", "status: final", "mr-wet-things", "status: is 'final'; allowed: draft, reviewed"),
    Mistake("no right option", Q, "correct: true, sources: [kite2001rain], ", "", "  options:", "sba-first-sign", "0 entries with `correct: true`; allowed: exactly 1"),
    Mistake("two right options", Q, "text: \"The swallows fly low\"", "text: \"The swallows fly low\", correct: true", "  options:", "sba-first-sign", "2 entries with `correct: true`; allowed: exactly 1"),
    Mistake("an option without rationale", Q, ", rationale: \"Stones grow damp when the rain is already near.\"", "", "{id: c, text: \"The stones", "sba-first-sign", "options[c]: `rationale` is missing"),
    Mistake("a part of another type", Q, "  lead_in: \"Put them in order.\"", "  lead_in: \"Put them in order.\"\n  model_answer: \"w, c, d\"", "model_answer: \"w", "ord-before-rain", "model_answer: has no place here"),
    Mistake("a number as text", Q, "{value: 50,", "{value: fifty,", "{value: fifty", "num-half-rain", "answer.value: is 'fifty'; allowed is a number"),
    Mistake("a word that YAML reads as false", G, "term: hunch", "term: no", "term: no", "hunch", "term: is false (put words in quotes); allowed is text"),
    Mistake("markup that is not allowed", Q, "stem: \"A walker sees", "stem: \"A <b>walker</b> sees", "stem: \"A <b>", "sba-first-sign", "the markup <b> is not allowed"),
    Mistake("markup left open", G, "seldom more than <em>half</em>", "seldom more than <em>half", "  definition: Rain", "drizzle", "not well formed"),
    Mistake("a script", S, "narrative: \"She looks", "narrative: \"<script>alert(1)</script>She looks", "  narrative", "vp-grey-morning", "the markup <script> is not allowed"),
    # references
    Mistake("an id twice", Q, "id: mr-wet-things", "id: sba-first-sign", "- schema: pnh-item/1\n  id: sba-first-sign", "sba-first-sign", "the id stands twice (first in data/questions/01_rain.yaml:1)"),
    Mistake("an unknown source", Q, "correct: true, sources: [kite2001rain]", "correct: true, sources: [kite2002rain]", "[kite2002rain]", "sba-first-sign", "'kite2002rain' is not in the bibliography"),
    Mistake("an unknown claim", G, "claims: [rain-01]", "claims: [rain-09]", "rain-09", "drizzle", "claims[1]: 'rain-09' is no claim"),
    Mistake("an unknown objective", S, "objectives: [A1, A2]", "objectives: [A1, A7]", "[A1, A7]", "vp-grey-morning", "objectives[2]: 'A7' is no objective"),
    Mistake("a claim on an unknown source", C, "  sources: [kite2001rain]", "  sources: [kite1999rain]", "[kite1999rain]", "rain-01", "sources[1]: 'kite1999rain' is not in the bibliography"),
    Mistake("a claim's alias taken", C, "also: [old-01]", "also: [rain-02]", "- id: rain-02", "rain-02", "the id 'rain-02' stands twice"),
    Mistake("an unknown kind of reference", B, "kind = {cohort}", "kind = {opinion}", "@article{kite2001rain", "kite2001rain", "kind: is 'opinion'; allowed: case-report"),
    Mistake("a reference twice", B, "@misc{wetndblog", "@misc{kite2001rain", "@misc{kite2001rain", "kite2001rain", "the key stands twice"),
    Mistake("a number that is none", "data/evidence/case_series.csv", "6,3,50", "6,some,50", "6,some,50", "kite2001", "cramps_n: 'some' is no number"),
    Mistake("a per cent above 100", "data/evidence/diagnostics.csv", "80,90", "180,90", "180,90", "sky-1", "sensitivity_pct: is 180; allowed: 0 to 100"),
    Mistake("a row with a cell too many", "data/evidence/priors.csv", "; seed000", ", seed000", "rain-1,", "rain-1", "has 3 cells; allowed: 2"),
    Mistake("a statement without a place", M, "- statement: s-cfs-48\n  place: notebooks/01_rain.ipynb#what-the-letter-says\n  how: taught\n  verdict: refined\n", "", "- statement: s-cfs-01", "seed_map", "s-cfs-48 missing"),
    Mistake("a statement twice", M, "- statement: s-cfs-02", "- statement: s-cfs-01\n  place: notebooks/01_rain.ipynb#table\n  how: table\n  verdict: refined\n- statement: s-cfs-02", "- statement: s-cfs-01\n  place: notebooks/01_rain.ipynb#table", "s-cfs-01", "stands twice (first in line 1)"),
    Mistake("a verdict of our own", M, "verdict: refined\n- statement: s-cfs-02", "verdict: confirmed\n- statement: s-cfs-02", "verdict: confirmed", "s-cfs-01", "claims.yaml says 'refined'"),
    Mistake("a place that is no section", M, "#what-the-letter-says\n  how: taught\n  verdict: refined\n- statement: s-cfs-02", "#nowhere\n  how: taught\n  verdict: refined\n- statement: s-cfs-02", "#nowhere", "s-cfs-01", "#nowhere is no section"),
    # soundness of questions
    Mistake("a reserve item", Q, "  title: \"Name it\"", "  title: \"Name it\"\n  exam_reserve: true", "exam_reserve", "sh-name-it", "live outside the public repository"),
    Mistake("positions with a gap", Q, "position: 3", "position: 4", "  options:\n    - {id: w", "ord-before-rain", "positions are 1, 2, 4; allowed: 1 to 3"),
    Mistake("a partner that does not exist", Q, "l3: {to: r3", "l3: {to: r9", "l3: {to: r9", "mt-cloud-kinds", "pairs.l3.to: is 'r9'; allowed: r1, r2, r3"),
    Mistake("a wrong value that counts as right", Q, "{value: 30,", "{value: 49.5,", "{value: 49.5", "num-half-rain", "would be marked right"),
    Mistake("a pattern only Python reads", Q, "value: \"^hail\"", "value: \"(?i)^hail\"", "(?i)^hail", "sh-name-it", "not read alike by Python and JavaScript"),
    Mistake("fewer choices than right options", Q, "max_select: 2", "max_select: 1", "max_select: 1", "mr-wet-things", "is 1, but 2 options are right"),
    # item writing
    Mistake("a negative stem", Q, "Which sign comes first?", "Which sign does NOT come first?", "does NOT", "sba-first-sign", "lint_ok: negative-stem"),
    Mistake("all of the above", Q, "\"The stones grow damp\"", "\"All of the above\"", "All of the above", "sba-first-sign", "lint_ok: all-of-the-above"),
    Mistake("an absolute term", Q, "\"The swallows fly low\"", "\"Swallows always fly low\"", "always fly low", "sba-first-sign", "lint_ok: absolute-term"),
    Mistake("a right option that is much the longest", Q, "\"The wind turns cold\"", "\"The wind turns cold and bites the ears\"", "bites the ears", "sba-first-sign", "lint_ok: longest-option"),
    Mistake("options of unlike length", Q, "\"The cupboard shelf\"", "\"The shelf of the cupboard in the back of the house\"", "in the back", "mr-wet-things", "lint_ok: option-length"),
    Mistake("two options that say the same", Q, "\"The stones grow damp\"", "\"The swallows fly low.\"", "fly low.", "sba-first-sign", "says the same as option b"),
    Mistake("no question", Q, "Which sign comes first?", "The first sign of rain.", "The first sign of rain.", "sba-first-sign", "lint_ok: no-question"),
    Mistake("an excuse for no rule", Q, "  title: \"Wet things\"", "  title: \"Wet things\"\n  lint_ok: {too-wet: \"It is about rain.\"}", "too-wet", "mr-wet-things", "lint_ok.too-wet: is no rule; allowed: longest-option"),
    # what statements rest on
    Mistake("a low claim alone", Q, "claims: [rain-01]", "claims: [rain-02]", "- schema: pnh-item/1", "sba-first-sign", "low confidence only"),
    Mistake("a weak page alone", G, "sources: [kite2001rain]", "sources: [wetndblog]", "sources: [wetndblog]", "drizzle", "weak web page only"),
    Mistake("a dose without a source", S, "why: \"It weighs very little.\"", "why: \"It weighs 200 mg at most.\"", "200 mg", "vp-grey-morning", "the dose “200 mg” has no `sources`"),
    Mistake("a dose on a page", P, "# Welcome", "# Welcome\n\nTake 5 mg of sun.", "Take 5 mg", "welcome", "the dose “5 mg” cites no source"),
    Mistake("eight words of the letter", G, "A guess held before anything was looked at.", "A guess, as when her old brown dog sneezes twice before breakfast.", "her old brown dog", "hunch", "shares eight words with a seed text"),
    Mistake("eight words of the letter on a page", N, "Rain has drops", "Her old brown dog *sneezes* twice before breakfast", "*sneezes*", "01_rain", "shares eight words with a seed text"),
    # cases
    Mistake("a source for what was composed", S, "finding: \"No hurry.\", prov: {kind: composed}", "finding: \"No hurry.\", prov: {kind: composed, sources: [seed000]}", "h-hurry, kind", "vp-grey-morning", "actions[h-hurry].prov: must not have `sources`"),
    Mistake("provenance without a source", S, "prov: {kind: source-group, sources: [kite2001rain]}", "prov: {kind: source-group}", "{kind: source-group}", "vp-grey-morning", "actions[x-sky].prov: `sources` is missing"),
    Mistake("a group's finding as the person's", S, "kind: source-group", "kind: source", "id: x-sky, kind", "vp-grey-morning", "`source` means said of this person"),
    Mistake("a published ratio without its source", S, "lr: 8, sources: [kite2001rain]", "lr: 8", "lr: 8", "vp-grey-morning", "weights.shower: `sources` is missing"),
    Mistake("an invented ratio", S, "{basis: expert-draft, rating: 1}", "{basis: expert-draft, rating: 1, lr: 3}", "lr: 3", "vp-grey-morning", "must not have `lr`"),
    Mistake("a stage that ends with no decision of the case", S, "leave: [d-last]", "leave: [d-list]", "leave: [d-list]", "vp-grey-morning", "'d-list' is no decision"),
    Mistake("a decision never reached", S, "allows: [test], leave: [d-last]", "allows: [test], leave: []", "- {id: d-last", "vp-grey-morning", "decisions[d-last]: is never reached"),
    Mistake("stages out of order", S, "  - {id: tests, title: \"Measure\"", "  - {id: plan, title: \"Measure\"", "stages:", "vp-grey-morning", "are history, examination, plan, plan"),
    Mistake("an essential action no stage allows", S, "allows: [test]", "allows: [history]", "- {id: t-glass", "vp-grey-morning", "essential, but no stage allows the kind test"),
    Mistake("needs in a circle", S, "finding: \"Grey in the west.\",", "finding: \"Grey in the west.\", needs: [t-glass],", "id: x-sky, kind", "vp-grey-morning", "needs itself (x-sky → t-glass → x-sky)"),
    Mistake("a need that comes too late", S, "finding: \"It aches.\",", "finding: \"It aches.\", needs: [x-sky],", "id: h-knee, kind", "vp-grey-morning", "only be done in a later stage"),
    Mistake("weakness checked by asking", S, "checked_by: [x-strength]", "checked_by: [x-strength, h-knee]", "checked_by", "vp-grey-morning", "'h-knee' cannot show weakness"),
    Mistake("a key feature that names nothing", S, "needs: [d-plan=take]", "needs: [d-plan=kayak]", "d-plan=kayak", "vp-grey-morning", "'d-plan=kayak' is neither an action"),
    Mistake("probabilities that do not add up", S, "end: 0.7", "end: 0.6", "differential:", "vp-grey-morning", "the `end` probabilities add up to 0.900; allowed: 1"),
    Mistake("a region the chart does not know", S, "region: knee-left", "region: left-knee", "region: left-knee", "vp-grey-morning", "region: is 'left-knee'; allowed: head, neck"),
    Mistake("a mark revealed by nothing", S, "after: h-knee", "after: h-elbow", "after: h-elbow", "vp-grey-morning", "'h-elbow' is no action"),
    Mistake("a title that names the diagnosis", S, "title: \"A grey morning walk\"", "title: \"A morning before the thunderstorm\"", "title: \"A morning before", "vp-grey-morning", "gives the diagnosis “Thunderstorm” away"),
    Mistake("an expert who misses a red flag", S, "    - {step: x-strength, thinking: \"Then the umbrella.\"}\n", "", "  expert_path:", "vp-grey-morning", "ends 'not-checked' (rf-weak)"),
    Mistake("an action id of another kind", S, "id: t-radar, kind: test", "id: x-radar, kind: test", "id: x-radar", "vp-grey-morning", "an id that begins t-"),
    Mistake("a reflection on nothing", S, "findings: [h-knee, x-sky]", "findings: [h-knee, x-cloud]", "x-cloud", "vp-grey-morning", "'x-cloud' is no action"),
    Mistake("a contrast case not written yet", S, "  reflect: [\"What", "  contrast_with: [vp-sunny-day]\n  reflect: [\"What", "vp-sunny-day", "vp-grey-morning", "'vp-sunny-day' is no case yet"),
    # pages
    Mistake("a citation of no work", P, "bibliography.md#kite2001rain", "bibliography.md#kite2011rain", "#kite2011rain", "welcome", "not in the bibliography"),
    Mistake("a citation under another name", P, "[Kite 2001, n = 6]", "[Müller 2001, n = 6]", "[Müller 2001", "welcome", "a label that begins “Kite 2001”"),
    Mistake("a term of no glossary", N, "glossary.md#drizzle", "glossary.md#mizzle", "#mizzle", "01_rain", "no such term"),
    Mistake("a link from the wrong folder", N, "(../book/bibliography.md", "(bibliography.md", "(bibliography.md", "01_rain", "allowed from here: ../book/bibliography.md"),
    Mistake("a question that does not exist", P, "data-id=\"sba-first-sign\"", "data-id=\"sba-last-sign\"", "sba-last-sign", "welcome", "the question 'sba-last-sign', which does not exist"),
    Mistake("a notebook that is none", N, "\"nbformat\": 4", "\"nbformat\": four", "\"nbformat\": four", "01_rain", "is not a valid notebook"),
]


def apply(root, mistake):
    """Break the file; returns the line the problem has to name."""
    path = root / mistake.file
    text = path.read_text(encoding="utf-8")
    assert mistake.old in text, f"{mistake.name}: the text to replace is not in {mistake.file}"
    text = text.replace(mistake.old, mistake.new, 1)
    path.write_text(text, encoding="utf-8")
    assert mistake.at in text
    # An id that was made to stand twice is wrong where it stands the second time.
    place = text.rindex(mistake.at) if "the id stands twice" in mistake.says else text.index(mistake.at)
    return text.count("\n", 0, place) + 1 + ("the id stands twice" in mistake.says)


def test_the_tiny_course_is_sound(tiny_course):
    assert check(tiny_course) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_a_mistake_gives_its_one_line(tiny_course, mistake):
    line = apply(tiny_course, mistake)
    found = [str(problem) for problem in check(tiny_course)]
    start = f"{mistake.file}:{line}: {mistake.id}: "
    assert any(text.startswith(start) and mistake.says in text for text in found), (start, mistake.says, found)
    assert all("\n" not in text for text in found)


@pytest.mark.parametrize(
    "name", ["an unknown source", "a field missing", "markup that is not allowed", "bad indentation"]
)
def test_a_course_with_a_mistake_of_form_does_not_load(tiny_course, name):
    mistake = next(m for m in MISTAKES if m.name == name)
    apply(tiny_course, mistake)
    with pytest.raises(ContentError) as caught:
        load_course(tiny_course)
    assert any(mistake.says in str(problem) for problem in caught.value.problems)


def test_a_mistake_in_one_file_does_not_hide_another(tiny_course):
    for name in ("bad indentation", "a script", "an unknown claim", "an unknown kind of reference", "a dose on a page"):
        apply(tiny_course, next(m for m in MISTAKES if m.name == name))
    files = {problem.file for problem in check(tiny_course)}
    assert files >= {Q, S, G, B, P}


def test_a_reason_accepts_a_finding(tiny_course):
    path = tiny_course / Q
    text = path.read_text(encoding="utf-8").replace("Which sign comes first?", "Which sign does NOT come first?")
    excuse = '  title: "The first sign"\n  lint_ok: {negative-stem: "The walker asks what to ignore."}'
    path.write_text(text.replace('  title: "The first sign"', excuse), encoding="utf-8")
    assert check(tiny_course) == []


@pytest.mark.parametrize(
    "file", ["data/objectives.yaml", G, C, B, M, "data/evidence/priors.csv", "data/evidence/seed_runs.txt"]
)
def test_a_missing_file_is_named(tiny_course, file):
    (tiny_course / file).unlink()
    assert any(problem.file == file and "is missing" in problem.message for problem in check(tiny_course))


@pytest.mark.parametrize("file", [Q, S, G, C, M, "data/objectives.yaml", "data/evidence/study_sizes.yaml"])
@pytest.mark.parametrize("content", ["", "just words", "[1, 2, 3]", "a: {b: [c, {d: null}]}", "- - -\n", "\x00", "- id: 7"])
def test_nonsense_is_reported_not_crashed_on(tiny_course, file, content):
    (tiny_course / file).write_text(content, encoding="utf-8")
    problems = check(tiny_course)
    assert any(problem.file == file for problem in problems)


def test_latin_1_is_reported(tiny_course):
    (tiny_course / G).write_bytes("- id: d\u00fcnn\n".encode("latin-1"))
    assert any("is not UTF-8" in problem.message for problem in check(tiny_course))
