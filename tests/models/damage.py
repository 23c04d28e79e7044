"""Copies of the models' data files with one thing wrong, for the tests of what is refused."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any


def written(folder: Path, text: str) -> Path:
    """A file with this text."""
    path = folder / "damaged.json"
    path.write_text(text, encoding="utf-8")
    return path


def changed(folder: Path, document: dict[str, Any], *keys: str | int, to: Any) -> Path:
    """The document as a file, with one entry replaced (or removed, for `...`)."""
    data = copy.deepcopy(document)
    inner = data
    for key in keys[:-1]:
        inner = inner[key]
    if to is ...:
        del inner[keys[-1]]
    else:
        inner[keys[-1]] = to
    return written(folder, json.dumps(data))
