"""The files beside the pages: one stylesheet, the scripts, a front door and a page for wrong addresses."""

from __future__ import annotations

import html
import re
from pathlib import Path

from sphinx.application import Sphinx

from pnh.paths import STATIC
from pnh.site.pages import MORE_FILES, SAFETY_NOTE

FRONT_END = ("pnh.js", *dict.fromkeys(name for files in MORE_FILES.values() for name in files))
"""What the front end builds for pages, beside the stylesheet that is joined with the page's own."""

HERE = Path(__file__).parent
KEEP = {
    "course.css",
    *FRONT_END,
    "favicon.svg",
    "documentation_options.js",
    "doctools.js",
    "sphinx_highlight.js",
    "searchtools.js",
    "language_data.js",
}


def prepare(app: Sphinx) -> None:
    """Put the front end and the joined stylesheet where Sphinx copies static files from."""
    if app.builder.format != "html":
        return
    staging = Path(app.doctreedir).parent / "pnh_static"
    staging.mkdir(parents=True, exist_ok=True)
    for name in FRONT_END:
        (staging / name).write_bytes((STATIC / name).read_bytes())
    (staging / "course.css").write_text(stylesheet(), encoding="utf-8")
    app.config.html_static_path.append(str(staging))


def stylesheet() -> str:
    """Widgets and tokens (built from frontend/) and the page's own rules, without comments, as one file."""
    own = re.sub(r"/\*.*?\*/|\n\s*", "", (HERE / "book.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return (STATIC / "pnh.css").read_text(encoding="utf-8") + own


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Take out what no page asks for, and write the two pages that no document stands behind."""
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for path in sorted((out / "_static").rglob("*"), reverse=True):
        if path.is_file() and path.name not in KEEP:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    root = app.config.root_doc
    (out / "index.html").write_text(_front_door(f"{root}.html"), encoding="utf-8")
    (out / "404.html").write_text(_wrong_address(f"{root}.html"), encoding="utf-8")


def _front_door(target: str) -> str:
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        "<title>Cramps, Twitches and Microcramps</title>\n"
        f'<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{target}">'
        '<link rel="icon" type="image/svg+xml" href="_static/favicon.svg"></head>\n'
        f'<body><p><a href="{target}">Open the course</a></p>\n{SAFETY_NOTE}</body></html>\n'
    )


def _wrong_address(target: str) -> str:
    """Shown by hosts at any depth and under any sub-path, the page carries its style and finds its root."""
    template = (HERE / "not_found.html").read_text(encoding="utf-8")
    return template.replace("{{ welcome }}", html.escape(target)).replace("{{ safety_note }}", SAFETY_NOTE)
