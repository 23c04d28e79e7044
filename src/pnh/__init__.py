"""pnh: the library behind the course Cramps, Twitches and Microcramps (content, scores, widgets, site)."""

__version__ = "0.4.1"
