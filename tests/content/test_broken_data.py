"""Each mistake a person can make in the data gives one line: file, line, id, what is wrong, what is allowed.

The mistakes are in mistakes.yaml; each is made in a fresh copy of the tiny course.
"""

import itertools
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from pnh.content import ContentError, check, load_course

Q = "data/questions/01_rain.yaml"
S = "data/scenarios/vp-grey-morning.yaml"
G = "data/glossary.yaml"
C = "data/evidence/claims.yaml"
B = "data/evidence/references.bib"
M = "data/evidence/seed_map.yaml"
P = "book/welcome.md"
EVIDENCE = [
    f"data/evidence/{name}.yaml" for name in ("study_sizes", "mimics", "treatments", "figures", "uses")
]
FILES = [Q, S, G, C, M, "data/objectives.yaml", "data/tools/to-sky.yaml", *EVIDENCE]


@dataclass(frozen=True)
class Mistake:
    """One entry of mistakes.yaml (fields explained there)."""

    name: str
    file: str
    old: str
    new: str
    at: str
    id: str
    says: str
    occurrence: str = "first"


_ROWS = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8"))
MISTAKES = [Mistake(**row) for row in _ROWS]


def apply(root, mistake):
    """Break the file; returns the line the problem has to name."""
    path = root / mistake.file
    text = path.read_text(encoding="utf-8")
    assert mistake.old in text, f"{mistake.name}: the text to replace is not in {mistake.file}"
    text = text.replace(mistake.old, mistake.new, 1)
    path.write_text(text, encoding="utf-8")
    assert mistake.at in text
    place = text.rindex(mistake.at) if mistake.occurrence == "last" else text.index(mistake.at)
    return text.count("\n", 0, place) + 1


def test_there_are_enough_mistakes():
    assert len(MISTAKES) >= 80 and len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
    of_cases = [mistake for mistake in MISTAKES if mistake.file == S]
    assert len(of_cases) >= 40 and len({mistake.says for mistake in of_cases}) == len(of_cases)


def test_the_tiny_course_is_sound(tiny_course):
    assert check(tiny_course) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_a_mistake_gives_its_one_line(tiny_course, mistake):
    line = apply(tiny_course, mistake)
    found = [str(problem) for problem in check(tiny_course)]
    start = f"{mistake.file}:{line}: {mistake.id}: "
    assert any(text.startswith(start) and mistake.says in text for text in found), (
        start,
        mistake.says,
        found,
    )
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
    for name in (
        "bad indentation",
        "a script",
        "an unknown claim",
        "an unknown kind of reference",
        "a dose on a page",
    ):
        apply(tiny_course, next(m for m in MISTAKES if m.name == name))
    files = {problem.file for problem in check(tiny_course)}
    assert files >= {Q, S, G, B, P}


def test_a_reason_accepts_a_finding(tiny_course):
    path = tiny_course / Q
    text = path.read_text(encoding="utf-8").replace(
        "Which sign comes first?", "Which sign does NOT come first?"
    )
    excuse = '  title: "The first sign"\n  lint_ok: {negative-stem: "The walker asks what to ignore."}'
    path.write_text(text.replace('  title: "The first sign"', excuse), encoding="utf-8")
    assert check(tiny_course) == []


@pytest.mark.parametrize(
    "file",
    [
        "data/objectives.yaml",
        G,
        C,
        B,
        M,
        "data/evidence/priors.csv",
        "data/evidence/seed_runs.txt",
        *EVIDENCE,
    ],
)
def test_a_missing_file_is_named(tiny_course, file):
    (tiny_course / file).unlink()
    assert any(problem.file == file and "is missing" in problem.message for problem in check(tiny_course))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "content", ["", "just words", "[1, 2, 3]", "a: {b: [c, {d: null}]}", "- - -\n", "\x00", "- id: 7"]
)
def test_nonsense_is_reported_not_crashed_on(tiny_course, file, content):
    (tiny_course / file).write_text(content, encoding="utf-8")
    problems = check(tiny_course)
    assert any(problem.file == file for problem in problems)


def test_latin_1_is_reported(tiny_course):
    (tiny_course / G).write_bytes("- id: d\u00fcnn\n".encode("latin-1"))
    assert any("is not UTF-8" in problem.message for problem in check(tiny_course))


@pytest.mark.parametrize("file", FILES)
def test_a_value_of_the_wrong_shape_is_reported_not_crashed_on(tiny_course, file):
    path = tiny_course / file
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    entry = data[0] if isinstance(data, list) else data
    shapes = itertools.cycle([3, [None], {"a": [1]}, [{"id": None}]])
    for name, shape in zip(entry, shapes, strict=False):
        broken = {**entry, name: shape}
        path.write_text(yaml.dump([broken] if isinstance(data, list) else broken), encoding="utf-8")
        assert any(problem.file == file for problem in check(tiny_course)), (name, shape)
