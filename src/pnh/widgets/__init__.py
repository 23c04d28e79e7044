"""The Python side of the interactive parts: content goes in, a live widget or a readable page comes out."""

from pnh.widgets.widget import CourseWidget, ExplorerWidget, explorer, question, scenario, tool

__all__ = ["CourseWidget", "ExplorerWidget", "explorer", "question", "scenario", "tool"]
