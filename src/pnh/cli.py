"""The command line: one verb per job. Each imports what it needs when it runs, so `check` stays quick."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pnh.paths import ROOT

PORT = 8765


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the return value is the process's exit code."""
    chosen = parser().parse_args(arguments)
    try:
        return chosen.run(chosen)
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130


def parser() -> argparse.ArgumentParser:
    program = argparse.ArgumentParser(
        prog="course.py", description="Cramps, Twitches and Microcramps: an open, interactive course."
    )
    verbs = program.add_subparsers(dest="verb", required=True, metavar="VERB")

    verb = verbs.add_parser("open", help="build the book if needed and serve it on this computer")
    verb.add_argument("--port", type=port_number, default=PORT, help=f"default {PORT}")
    verb.add_argument("--no-browser", action="store_true", help="print the address only")
    verb.set_defaults(run=open_book)

    verb = verbs.add_parser("test", help="run everything that must hold")
    verb.add_argument("--only", type=part_names, metavar="PARTS", help="comma-separated, for developers")
    verb.set_defaults(run=test)

    verb = verbs.add_parser("lab", help="open JupyterLab")
    verb.add_argument("lesson", nargs="?", metavar="NN", help="a lesson's number")
    verb.add_argument("--port", type=port_number, default=8888, help="default 8888")
    verb.add_argument("--no-browser", action="store_true", help="print the address only")
    verb.set_defaults(run=lab)

    verb = verbs.add_parser("build", help="build the book into _build/html")
    verb.add_argument("--out", type=Path, help="another folder for the finished book")
    verb.set_defaults(run=build)

    verb = verbs.add_parser("refresh", help="run the notebooks again and store their outputs")
    verb.add_argument("lessons", nargs="*", metavar="NN", help="lesson numbers; none means all")
    verb.set_defaults(run=refresh)

    verb = verbs.add_parser("check", help="validate the data files")
    verb.set_defaults(run=check)
    return program


def port_number(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port: choose a number from 1024 to 65535")
    return int(text)


def part_names(text: str) -> list[str]:
    from pnh.suite import PARTS

    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no '{unknown[0]}': choose from {', '.join(PARTS)}")
    return names


def test(chosen: argparse.Namespace) -> int:
    from pnh.suite import run_suite

    return run_suite(ROOT, chosen.only)


def check(chosen: argparse.Namespace) -> int:
    from pnh.content.checking import problems_of
    from pnh.content.loading import course_of
    from pnh.content.shelf import Shelf

    shelf = Shelf(ROOT)
    problems = problems_of(shelf)
    for problem in problems:
        print(problem)
    if problems:
        print(
            f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in the data files.", file=sys.stderr
        )
        return 1
    course = course_of(shelf)
    counts = {"question": course.questions, "case": course.scenarios, "explorer": course.explorers}
    counts |= {"tool": course.tools, "term": course.glossary}
    counts |= {"claim": course.claims, "reference": course.references}
    print(
        "OK: " + ", ".join(f"{len(found)} {name}{'s' * (len(found) != 1)}" for name, found in counts.items())
    )
    return 0


def build(chosen: argparse.Namespace) -> int:
    from pnh import freshness

    if chosen.out:
        from pnh.site import build_book

        book = build_book(ROOT, out=chosen.out.resolve())
    else:
        book = freshness.build(ROOT, strict=True)
    print(f"The book is in {book}")
    return 0


def open_book(chosen: argparse.Namespace) -> int:
    from pnh import freshness, serve

    with serve.listen(freshness.book_folder(ROOT), chosen.port) as server:
        freshness.build_if_stale(ROOT)
        serve.run(server, browser=not chosen.no_browser)
    return 0


def refresh(chosen: argparse.Namespace) -> int:
    from pnh.site.refresh import refresh as run_notebooks

    changed = run_notebooks(ROOT, chosen.lessons)
    for path in changed:
        print(f"changed: {path.relative_to(ROOT).as_posix()}")
    if not changed:
        print("Nothing changed: every output is as committed.")
    return 0


def lab(chosen: argparse.Namespace) -> int:
    from pnh.lab import start

    return start(ROOT, chosen.lesson, chosen.port, browser=not chosen.no_browser)
