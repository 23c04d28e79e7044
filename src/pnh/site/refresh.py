"""Refresh: run the notebooks into canonical outputs, and rewrite the pages that are made from data.

Canonical means that the same sources give the same bytes: no execution counts that drift, no times, no
widget state, no widget view (it would be dead without its kernel), fixed cell ids, keys in one order.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from pnh.content import ContentError, load_course
from pnh.paths import ROOT
from pnh.site.evidence import evidence_page
from pnh.site.generated import bibliography_page, glossary_page

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def refresh(root: Path = ROOT, names: list[str] | None = None) -> list[Path]:
    """Refresh the notebooks whose name starts with one of `names` (all if none), and the generated pages.

    Returns the files that changed. Raises SystemExit with a sentence if a name fits no notebook, the data
    have a mistake or a cell fails; what stood there then stays.
    """
    notebooks = _chosen(root, names or [])
    try:
        course = load_course(root)
    except ContentError as mistakes:
        raise SystemExit(
            f"{mistakes}\nNothing was refreshed: the data need mending first (lines above)."
        ) from None
    pages = {
        root / "book" / "bibliography.md": bibliography_page(course),
        root / "book" / "glossary.md": glossary_page(course),
        root / "book" / "evidence.md": evidence_page(course, root),
    }
    changed = [path for path, text in pages.items() if _write(path, text)]
    return changed + [path for path in notebooks if _write(path, canonical(path))]


def canonical(path: Path) -> str:
    """The notebook run from top to bottom, as the text that is committed. SystemExit if a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        store_widget_state=False,
        record_timing=False,
        extra_arguments=[
            "--IPKernelApp.log_level=ERROR"
        ],  # it warns of its own transport on this very computer
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute()
    except CellExecutionError as failure:
        raise SystemExit(f"{failure}\n{path.name} was not refreshed: a cell failed (lines above).") from None
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
            output.get("metadata", {}).pop(WIDGET_VIEW, None)
    nbformat.validate(notebook)
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _chosen(root: Path, names: list[str]) -> list[Path]:
    every = sorted((root / "notebooks").glob("*.ipynb"))
    if not names:
        return every
    wanted = [name.zfill(2) if name.isdigit() else name for name in names]
    unknown = [name for name in wanted if not any(path.name.startswith(name) for path in every)]
    if unknown:
        raise SystemExit(
            f"No notebook starts with {', '.join(unknown)}; there are: {', '.join(p.stem for p in every)}"
        )
    return [path for path in every if path.name.startswith(tuple(wanted))]


def _write(path: Path, text: str) -> bool:
    """Replace the file in one step, so that an interrupted refresh leaves the old one whole."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True
