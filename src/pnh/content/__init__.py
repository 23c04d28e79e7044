"""The course's content: read, checked, and handed out as typed, frozen objects.

Knows nothing of Jupyter, Sphinx or the web.
"""

from pnh.content.checking import check
from pnh.content.loading import load_course
from pnh.content.objects import (
    Claim,
    Course,
    Explorer,
    Objective,
    Question,
    Reference,
    Scenario,
    SeedPlace,
    Term,
    Tool,
)
from pnh.content.problems import ContentError, Problem

__all__ = [
    "Claim",
    "ContentError",
    "Course",
    "Explorer",
    "Objective",
    "Problem",
    "Question",
    "Reference",
    "Scenario",
    "SeedPlace",
    "Term",
    "Tool",
    "check",
    "load_course",
]
