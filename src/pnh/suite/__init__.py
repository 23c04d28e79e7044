"""`course.py test`: everything that must hold, part by part, with one summary at the end."""

from pnh.suite.parts import PARTS
from pnh.suite.run import run_suite

__all__ = ["PARTS", "run_suite"]
