"""Scores and clinical reasoning as pure functions: no files, no Jupyter, no web."""
