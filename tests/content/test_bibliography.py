"""The small BibTeX reader against pybtex, on every entry of the real bibliography; and on awkward input."""

import re
from pathlib import Path

import pybtex.database
import pybtex.richtext
import pytest

from pnh.content import bibliography

BIB = Path(__file__).parents[2] / "data" / "evidence" / "references.bib"


@pytest.fixture(scope="module")
def both():
    text = BIB.read_text(encoding="utf-8")
    records, problems = bibliography.read_records(text, "references.bib")
    assert problems == []
    return records, pybtex.database.parse_string(text, "bibtex")


def test_keys_types_and_fields_are_those_of_pybtex(both):
    records, theirs = both
    assert list(records) == list(theirs.entries)
    for key, entry in theirs.entries.items():
        ours = {
            name: value for name, value in records[key].fields.items() if name not in ("author", "editor")
        }
        assert ours == {name.lower(): " ".join(value.split()) for name, value in entry.fields.items()}, key
        assert records[key].type == entry.type


def test_accents_and_dashes_are_those_of_pybtex(both):
    records, theirs = both
    for key, entry in theirs.entries.items():
        for name in ("title", "journal", "note", "howpublished"):
            if name in entry.fields:
                expected = str(pybtex.richtext.Text.from_latex(entry.fields[name]))
                assert bibliography.plain(records[key].fields[name]).replace(
                    "\u00a0", " "
                ) == expected.replace("\u00a0", " ")


def test_family_names_are_those_of_pybtex(both):
    records, theirs = both
    for key, entry in theirs.entries.items():
        expected = []
        for person in entry.persons.get("author", []):
            parts = person.rich_prelast_names + person.rich_last_names
            expected.append(" ".join(str(part) for part in parts))
        ours = [family for family, _ in bibliography.authors(records[key].fields.get("author", ""))]
        assert ours == [name for name in expected if name != "others"], key


def test_lines_are_counted(both):
    records, _ = both
    lines = BIB.read_text(encoding="utf-8").splitlines()
    assert all(re.match(rf"@\w+\{{{key},", lines[record.line - 1]) for key, record in records.items())


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"G{\"o}del", "Gödel"),
        (r"{\'e}t\'e", "été"),
        (r"Ha{\v c}ek and {\v{S}}ar", "Haček and Šar"),
        (r"G{\l}owacki", "Głowacki"),
        (r"na{\"\i}ve", "naïve"),
        (r"Stra{\ss}e 1--2", "Straße 1–2"),
        (r"Muscle \& Nerve, 5\%", "Muscle & Nerve, 5%"),
        ("{{ALS} and {C}FS}", "ALS and CFS"),
    ],
)
def test_latex_becomes_plain(latex, plain):
    assert bibliography.plain(latex) == plain


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Serrao, M. and others", [("Serrao", "M.")]),
        ("{{Rain and Shine Society}}", [("Rain and Shine Society", "")]),
        ("Jean de la Fontaine", [("de la Fontaine", "Jean")]),
        ("van der Velde, Nathalie and De Wel, Bram", [("van der Velde", "Nathalie"), ("De Wel", "Bram")]),
        ("", []),
    ],
)
def test_names(field, names):
    assert bibliography.authors(field) == names


def test_an_open_brace_is_reported_and_the_rest_is_read():
    text = "@misc{open,\n  title = {a {b},\n\n@misc{fine,\n  title = {c}\n}\n"
    records, problems = bibliography.read_records(text, "x.bib")
    assert [problem.id for problem in problems] == ["open"] and list(records) == ["fine"]
