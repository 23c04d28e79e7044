"""The Sphinx extension: our theme, our assets, widgets in documents, and what the page template needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from pnh import __version__
from pnh.site import assets, documents, pages

THEME = Path(__file__).parent / "theme"


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_html_theme("pnh_book", str(THEME))
    app.add_node(
        documents.widget_output, html=(documents.visit_widget_output, documents.depart_widget_output)
    )
    app.add_transform(documents.EmbedWidgets)
    app.connect("builder-inited", assets.prepare)
    app.connect("html-page-context", pages.complete)
    app.connect("build-finished", assets.finish)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
