"""Everything that lies in one course folder, read once: YAML documents, bibliography, tables, prose."""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from pnh.content import bibliography
from pnh.content.objects import Reference
from pnh.content.pages import Page, documentation_of, pages_of
from pnh.content.problems import Problem
from pnh.content.yaml_file import Document, Entry, mapping, read_yaml, texts

TABLES = ("case_series", "diagnostics", "discharges", "priors")


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: what a shelf reads stays; to go through it takes a quarter more."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Shelf:
    """One course folder. Each part is read when it is first asked for; problems are gathered, not raised."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data = root / "data"
        self.evidence = self.data / "evidence"

    # --- documents -----------------------------------------------------------------------------------------

    def _read(self, *names: str) -> Document:
        return read_yaml(self.root, self.data.joinpath(*names))

    @cached_property
    def objectives(self) -> Document:
        return self._read("objectives.yaml")

    @cached_property
    def glossary(self) -> Document:
        return self._read("glossary.yaml")

    @cached_property
    def claims(self) -> Document:
        return self._read("evidence", "claims.yaml")

    @cached_property
    def seed_map(self) -> Document:
        return self._read("evidence", "seed_map.yaml")

    @cached_property
    def study_sizes(self) -> Document:
        return self._read("evidence", "study_sizes.yaml")

    @cached_property
    def mimics(self) -> Document:
        return self._read("evidence", "mimics.yaml")

    @cached_property
    def treatments(self) -> Document:
        return self._read("evidence", "treatments.yaml")

    @cached_property
    def figures(self) -> Document:
        """Taught numbers that are derived from a claim rather than read in it."""
        return self._read("evidence", "figures.yaml")

    @cached_property
    def uses(self) -> Document:
        """Where claims are said in words that the rule of `usage` does not know again."""
        return self._read("evidence", "uses.yaml")

    @cached_property
    def question_files(self) -> list[Document]:
        """One document per lesson, in the order of their names."""
        return [read_yaml(self.root, path) for path in sorted((self.data / "questions").glob("*.y*ml"))]

    @cached_property
    def scenario_files(self) -> list[Document]:
        """One document per case."""
        return [read_yaml(self.root, path) for path in sorted((self.data / "scenarios").glob("*.y*ml"))]

    @cached_property
    def explorer_files(self) -> list[Document]:
        """One document per explorer of the nerve laboratory."""
        return [read_yaml(self.root, path) for path in sorted((self.data / "explorers").glob("*.y*ml"))]

    @cached_property
    def tool_files(self) -> list[Document]:
        """One document per tool of clinical reasoning."""
        return [read_yaml(self.root, path) for path in sorted((self.data / "tools").glob("*.y*ml"))]

    def documents(self) -> Iterator[tuple[str, Document]]:
        """(schema name, document) of every YAML file."""
        yield "objectives", self.objectives
        yield "glossary", self.glossary
        yield "claims", self.claims
        yield "seed_map", self.seed_map
        yield "study_sizes", self.study_sizes
        yield "mimics", self.mimics
        yield "treatments", self.treatments
        yield "figures", self.figures
        yield "uses", self.uses
        for document in self.question_files:
            yield "item", document
        for document in self.scenario_files:
            yield "scenario", document
        for document in self.explorer_files:
            yield "explorer", document
        for document in self.tool_files:
            yield "tool", document

    @cached_property
    def questions(self) -> list[Entry]:
        return [entry for document in self.question_files for entry in document.entries()]

    @cached_property
    def scenarios(self) -> list[Entry]:
        return [Entry(document, (), document.data) for document in self.scenario_files]

    @cached_property
    def explorers(self) -> list[Entry]:
        return [Entry(document, (), document.data) for document in self.explorer_files]

    @cached_property
    def tools(self) -> list[Entry]:
        return [Entry(document, (), document.data) for document in self.tool_files]

    # --- what ids may refer to -----------------------------------------------------------------------------

    @cached_property
    def objective_codes(self) -> set[str]:
        return set(mapping(mapping(self.objectives.data).get("objectives")))

    @cached_property
    def claim_ids(self) -> dict[str, dict]:
        """Claim data by id and by alias."""
        found: dict[str, dict] = {}
        for entry in self.claims.entries():
            if isinstance(entry.data, dict):
                for claim_id in [entry.id, *texts(entry.data.get("also"))]:
                    found.setdefault(claim_id, entry.data)
        return found

    @cached_property
    def _bibliography(self) -> tuple[str, dict[str, bibliography.Record], list[Problem]]:
        path = self.evidence / "references.bib"
        file = path.relative_to(self.root).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})"
            return file, {}, [Problem(file, 1, "references", f"{reason}; the course needs this file")]
        records, problems = bibliography.read_records(text, file)
        return file, records, problems + list(bibliography.form_problems(records, file))

    @property
    def records(self) -> dict[str, bibliography.Record]:
        """Bibliography entries by key."""
        return self._bibliography[1]

    @property
    def bibliography_problems(self) -> list[Problem]:
        return self._bibliography[2]

    @cached_property
    def references(self) -> dict[str, Reference]:
        """References by key, with labels made from author, year and study size."""
        data = mapping(self.study_sizes.data)
        sizes, names = mapping(data.get("sizes")), mapping(data.get("short_names"))
        return {
            key: bibliography.reference(record, names.get(key), sizes.get(key))
            for key, record in self.records.items()
        }

    def readable(self, name: str) -> bool:
        """Can ids of this field be looked up? If not, the unreadable file is the one problem to mend."""
        return bool({"claims": self.claim_ids, "objectives": self.objective_codes}.get(name, self.records))

    # --- prose ---------------------------------------------------------------------------------------------

    @cached_property
    def pages(self) -> list[Page]:
        """Pages and notebooks that people write."""
        return pages_of(self.root)

    @cached_property
    def documentation(self) -> list[Page]:
        """README and the like."""
        return documentation_of(self.root)

    # --- tables --------------------------------------------------------------------------------------------

    @cached_property
    def tables(self) -> dict[str, list[list[str]]]:
        """Rows of each CSV table of the evidence base, heading first; a missing table is an empty list."""
        return {name: self._table(self.evidence / f"{name}.csv") for name in TABLES}

    def _table(self, path: Path) -> list[list[str]]:
        try:
            return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        except OSError:
            return []
