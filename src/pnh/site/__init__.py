"""The book as a site: the Sphinx extension that Jupyter Book loads, the build, and the refresh of outputs."""

from __future__ import annotations

from typing import Any

from pnh.site.build import build_book

__all__ = ["build_book", "setup"]


def setup(app: Any) -> dict[str, Any]:
    """Sphinx calls this; the work is in `pnh.site.extension`."""
    from pnh.site.extension import setup as setup_extension

    return setup_extension(app)
