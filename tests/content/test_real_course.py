"""The course itself: its data are sound, quickly checked, and loaded as the rest of the package expects."""

import dataclasses
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pnh.content import check, load_course

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "anywidget", "sphinx", "jsonschema", "pybtex", "IPython", "matplotlib")


@pytest.fixture(scope="module")
def course():
    return load_course()


def test_the_course_has_no_problem():
    problems = check(ROOT)
    assert not problems, "\n" + "\n".join(map(str, problems))


def test_the_check_imports_nothing_heavy_and_says_how_long_it_took(record_property):
    program = "import sys, time, pnh.content; pnh.content.check(); print(time.process_time(), *sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    took_s, *modules = done.stdout.split()
    assert not set(HEAVY) & {name.partition(".")[0] for name in modules}
    measured = f"data check, cold, interpreter included: {float(took_s):.2f} s of 2 s (processor's time)"
    record_property("measured", measured)


def test_no_reserve_item_is_in_the_repository():
    files = [*ROOT.glob("data/**/*.yaml"), *ROOT.glob("book/**/*.md"), *ROOT.glob("notebooks/*.ipynb")]
    found = [
        file
        for file in files
        if re.search(r"exam_reserve[\"']?\s*:\s*true", file.read_text(encoding="utf-8"))
    ]
    assert files and not found


def test_questions_know_their_place_in_the_lesson(course):
    for lesson, ids in course.lessons.items():
        questions = [course.questions[question_id] for question_id in ids]
        assert [question.number for question in questions] == list(range(1, len(ids) + 1))
        assert {question.of for question in questions} == {len(ids)}
        assert {question.lesson for question in questions} == {lesson}


def test_the_best_plan_is_not_told_by_its_length_nor_an_option_by_its_place(course):
    """Options are shuffled, so none may lean on another; the best may be a fifth longer than the longest other."""
    for case in course.scenarios.values():
        for decision in case.data["decisions"]:
            options = decision.get("options", [])
            lengths = dict.fromkeys((True, False), 0)
            for option in options:
                best = option["effect"] == "best"
                lengths[best] = max(lengths[best], len(option["text"]))
                assert not option["text"].startswith(("The same", "As above")), f"{case.id}: {option['id']}"
            assert lengths[True] <= 1.2 * lengths[False], f"{case.id}: {decision['id']}: {lengths}"


def test_every_question_case_and_explorer_has_a_hash_of_its_own(course):
    things = [*course.questions.values(), *course.scenarios.values(), *course.explorers.values()]
    assert all(re.fullmatch("[0-9a-f]{8}", thing.hash) for thing in things)
    assert len({thing.hash for thing in things}) == len(things)


def test_objects_are_frozen_and_their_data_are_copies(course):
    question = next(iter(course.questions.values()))
    with pytest.raises(dataclasses.FrozenInstanceError):
        question.title = "other"
    with pytest.raises(TypeError):
        course.questions["x"] = question
    question.data["stem"] = "spoilt"
    assert question.data["stem"] != "spoilt"
    assert json.loads(json.dumps(question.data)) == question.data


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("poyraz2017cfs", "Poyraz 2017, n = 6"),
        ("seed000", "Ask the Doctors"),
        ("seed002", "Wilner 2010"),
        ("kucukali2015pnh", "Küçükali 2015"),
        ("decarvalho2017fasciculation", "de Carvalho 2017"),
        ("nice2016mnd", "NICE 2016"),
        ("aaemndmyokymia", "AAEM minimonograph 37 n.d."),
        ("katzbergndcramps", "Katzberg n.d."),
    ],
)
def test_citation_labels(course, key, label):
    assert course.references[key].label == label


def test_a_reference_is_one_plain_line(course):
    reference = course.references["poyraz2017cfs"]
    assert reference.title == (
        "Poyraz M, Matur Z, Aysal F, Tüzün E, Hanoğlu L, Öge AE (2017). Clinical, "
        "Electrophysiological, and Serological Evaluation of Patients with Cramp-Fasciculation "
        "Syndrome. Noro Psikiyatri Arsivi 54(2): 183–186."
    )
    for reference in course.references.values():
        assert not re.search(r"[{}\\\n]|--", reference.label + reference.title + reference.note), (
            reference.key
        )


def test_all_statements_of_column_and_report_have_a_place_and_notes_have_none(course):
    assert [place.statement for place in course.seed_map] == [
        *(f"s-cfs-{number:02d}" for number in range(1, 49)),
        *(f"s-mms-{number:02d}" for number in range(1, 67)),
    ]


def test_the_evidence_readme_counts_what_is_there(course):
    text = (ROOT / "data/evidence/README.md").read_text(encoding="utf-8")
    literature = [claim for claim in course.claims.values() if claim.topic != "seed"]
    seeds = len(course.claims) - len(literature)
    aliases = {alias for claim in course.claims.values() for alias in claim.also}
    assert f"{len(course.references)} references and {len(course.claims)} claims" in text
    assert f"({seeds} seed statements, {len(literature)} from the literature)" in text
    for confidence in ("high", "medium", "low"):
        assert re.search(rf"\b{confidence} {sum(c.confidence == confidence for c in literature)}\b", text)
    for table in course.tables.values():
        assert all(f"`{column}`" in text for column in table[0])
    for word in re.findall(r"`([^`\n]+)`", text):
        if re.fullmatch(r"[a-z]{2,}(?:19|20)\d\d[a-z]+", word):
            assert word in course.references, word
        if re.fullmatch(r"(?:[a-z]+-)+\d\d", word) and not word.startswith("-"):
            assert word in course.claims or word in aliases, word


def test_the_evidence_readme_names_only_files_that_exist():
    folder = ROOT / "data/evidence"
    names = re.findall(r"^\| `([\w.]+)` \|", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(names) >= 9
    assert all((folder / name).is_file() for name in names)
