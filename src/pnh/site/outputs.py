"""Our notebook outputs on a page: MyST-NB asks this plug-in first (entry point `myst_nb.mime_renderers`)."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin

from pnh.site.documents import as_page, widget_output


class CourseOutputs(MimeRenderPlugin):
    """Widgets, captions and tables stay out of the search index; drawings, set inline, take the theme."""

    @staticmethod
    def handle_mime(renderer: Any, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        if not _this_book(renderer):
            return None
        ours = {"text/html": 'class="pnh', "image/svg+xml": 'class="pnh-drawing"'}.get(data.mime_type)
        if ours and ours in data.string:
            return [widget_output(html=as_page(data.string))]
        if data.mime_type == "image/png" and data.output_metadata.get("image/png", {}).get("drawn-twice"):
            return []  # the same drawing stands inline; a copy would only lie about
        return None


def _this_book(renderer: Any) -> bool:
    """An entry point is asked by every book built in this environment; others are left alone."""
    environment = getattr(renderer.renderer, "sphinx_env", None)
    return environment is not None and "pnh.site" in environment.app.extensions
