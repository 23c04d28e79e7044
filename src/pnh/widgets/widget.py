"""The widget: one class for every kind, alive in JupyterLab through anywidget, whole on paper without it."""

from __future__ import annotations

from functools import cache
from typing import Any

import anywidget
import traitlets

from pnh.content import Course, load_course
from pnh.paths import STATIC
from pnh.widgets import still
from pnh.widgets.payload import explorer_payload, question_payload, scenario_payload, tool_payload


class CourseWidget(anywidget.AnyWidget):
    """A question, case, explorer or tool. `state` is what the learner has done, `result` what came of it.

    `result` is None until an answer is checked, a case has ended or a goal is reached; then a plain dict with
    at least ``item``, ``hash``, ``at`` and one of ``score``, ``outcome`` and ``goals`` (fields:
    ``data/schema/progress.schema.json``).
    """

    _esm = STATIC / "pnh-widget.mjs"
    _css = STATIC / "pnh-widget.css"

    kind = traitlets.Unicode().tag(sync=True)
    id = traitlets.Unicode().tag(sync=True)
    hash = traitlets.Unicode().tag(sync=True)
    payload = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)

    def __init__(self, document: dict[str, Any], **traits: Any) -> None:
        self._document = document
        fields = {name: document[name] for name in ("kind", "id", "hash", "payload")}
        super().__init__(**fields, **traits)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        data["text/plain"] = repr(self)
        data["text/markdown"] = still.markdown(self._document)
        data["text/html"] = still.html(self._document)
        return data, metadata


class ExplorerWidget(CourseWidget):
    """A bench of the nerve laboratory: what the learner has set is at hand in Python, and runs there too."""

    @property
    def values(self) -> dict[str, Any]:
        """Control id -> value, as the controls stand now."""
        standing = {control["id"]: control["value"] for control in self.payload["controls"]}
        return {**standing, **self.state.get("values", {})}

    @property
    def trace(self) -> Any:
        """What the Python model computes at these values: see `pnh.models.benches.run`."""
        from pnh.models import benches  # numpy is slow to import, and questions do without

        return benches.run(self.payload["bench"], self.values)


def question(question_id: str) -> CourseWidget:
    """The question with this id. Raises KeyError naming the ids that exist."""
    return CourseWidget(question_payload(_course(), question_id))


def scenario(scenario_id: str) -> CourseWidget:
    """The case with this id. Raises KeyError naming the ids that exist."""
    return CourseWidget(scenario_payload(_course(), scenario_id))


def explorer(explorer_id: str) -> ExplorerWidget:
    """The explorer with this id. Raises KeyError naming the ids that exist."""
    return ExplorerWidget(explorer_payload(_course(), explorer_id))


def tool(tool_id: str) -> CourseWidget:
    """The tool of clinical reasoning with this id. Raises KeyError naming the ids that exist."""
    return CourseWidget(tool_payload(_course(), tool_id))


@cache
def _course() -> Course:
    return load_course()
