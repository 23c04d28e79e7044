"""`python -m pnh VERB`: what course.py hands over to."""

import sys

from pnh.cli import main

sys.exit(main())
