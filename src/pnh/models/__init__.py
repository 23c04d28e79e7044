"""The course's models: a motor axon and needle EMG, computed in Python and, by their twins, in the page.

Parameters stand once, in `data/models/*.json`, and both languages read them there.
"""
