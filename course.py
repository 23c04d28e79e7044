#!/usr/bin/env python3
"""The door of the course: `python3 course.py VERB` makes .venv once, then hands over to `python -m pnh VERB`.

Standard library only. The syntax stays that of old Pythons, so that a wrong version gets a sentence
and not a traceback.
"""

import errno
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
MARK = os.path.join(VENV, "made-by-course.txt")  # written first: everything in .venv is ours to remove
STAMP = os.path.join(VENV, "installed.txt")  # written last: the install finished, and what it installed
BUILD = os.path.join(ROOT, "_build")
LOG = os.path.join(BUILD, "install.log")

VERBS = ("open", "test", "lab", "build", "refresh", "check")
EXPLANATION = """\
Cramps, Twitches and Microcramps: an open, interactive course.

  {python} course.py open           build the book and read it at http://127.0.0.1:8765/
                                     (--port NUMBER, --no-browser)
  {python} course.py test           run every test, with one summary at the end
                                     (--only unit,js,nbval,book,browser)
  {python} course.py lab [NN]       open JupyterLab, on lesson NN
  {python} course.py build          build the book into _build/html
  {python} course.py refresh [NN]   run the notebooks again and store their outputs
  {python} course.py check          validate the data files only

The first run installs everything into the folder .venv beside this file: about a minute,
and the Internet is needed for it. Later runs start at once. Needs Python 3.11, 3.12, 3.13 or 3.14.
Education only: not medical advice.
"""

# What installers say, and the sentence a person needs. The first that matches wins.
REASONS = (
    (
        r"no space left on device|errno 28\b|enospc|os error (28|112)\b|not enough space on the disk"
        r"|quota exceeded",
        "The disk is full: free about 1.5 GB and run the same command again.",
    ),
    (
        r"ensurepip is not available|no module named '?(venv|ensurepip)|ensurepip.*non-zero exit status",
        "This Python cannot make environments: on Debian or Ubuntu run 'sudo apt install python3-venv', "
        "elsewhere install Python from python.org; then run the same command again.",
    ),
    (
        r"newconnectionerror|failed to establish a new connection|name resolution|getaddrinfo|dns error"
        r"|network is unreachable|connection refused|connection (was )?reset|connecttimeout|timed out"
        r"|max retries exceeded|error sending request|proxyerror|tunnel connection failed"
        r"|certificate verify failed|network connectivity|from versions: none",
        "The packages could not be fetched: check the Internet connection (or proxy) and run the same "
        "command again.",
    ),
    (
        r"read-only file system|permission denied|errno (13|30)\b|access is denied|os error (5|13|30)\b",
        "This folder cannot be written to: copy the course into a folder of your own and run it there.",
    ),
    (
        r"no matching distribution|no solution found|failed to build|no wheels with a matching",
        "A package has no ready-made build for this computer and Python: try another supported Python "
        "(Intel Macs are not supported).",
    ),
)
FAILED = "The install failed: run the same command again, after deleting the folder .venv if it fails twice."


class Trouble(Exception):
    """Something a person can mend; its text is the one sentence they read."""


def main(arguments):
    if version_of(sys.version_info) not in SUPPORTED:
        return complain(wrong_python())
    python = "python" if os.name == "nt" else "python3"
    if not arguments or set(arguments) & {"-h", "--help", "help"}:
        print(EXPLANATION.format(python=python))
        return 0
    if arguments[0] not in VERBS:
        return complain("There is no '{0}': choose one of {1}.".format(arguments[0], ", ".join(VERBS)), 2)
    try:
        signal.signal(signal.SIGTERM, lambda *_: signal.default_int_handler(*_))
        prepare()
        return hand_over(arguments)
    except Trouble as trouble:
        return complain(str(trouble))
    except OSError as problem:
        return complain(sentence_for(str(problem), "The course could not start: {0}.".format(problem)))
    except KeyboardInterrupt:
        return complain("Stopped; the next run picks up where it can.", 130)


def complain(sentence, code=1):
    sys.stdout.flush()
    sys.stderr.write(sentence + "\n")
    return code


# Which Python


def version_of(version_info):
    return "{0}.{1}".format(*version_info[:2])


def wrong_python():
    """The sentence for an unsupported Python; names a suitable one if the computer has it."""
    which = getattr(shutil, "which", lambda name: None)
    suitable = [name for name in ("python" + version for version in SUPPORTED) if which(name)]
    if suitable:
        advice = "run '" + " ".join([suitable[-1], "course.py"] + sys.argv[1:]) + "' instead"
    else:
        advice = "install one from python.org and run this file with it"
    return "The course needs Python 3.11, 3.12, 3.13 or 3.14 and this is {0}: {1}.".format(
        version_of(sys.version_info), advice
    )


# The environment: what state it is in, and what that state asks for


def prepare():
    """Leave with a finished .venv for this folder, or raise Trouble."""
    if state() == "ready":
        return
    with only_one_installer():
        found = state()  # another run may just have finished it
        if found == "ready":
            return
        if found == "not ours":
            raise Trouble(
                "'{0}' is in the way and is not a Python environment: move it elsewhere and run the "
                "same command again.".format(VENV)
            )
        if found in ("unfinished", "broken"):
            print("The environment in .venv is {0}: making it anew.".format(found))
            remove(VENV)
        if found in ("outdated", "adopted"):
            install()
            return
        try:
            make_environment()
            install()
        except Trouble:
            shutil.rmtree(VENV, ignore_errors=True)  # a half-made one only fills the disk
            raise


def state():
    """absent, ready, outdated (older requirements), adopted (made by hand), unfinished, broken, not ours."""
    if not os.path.lexists(VENV):
        return "absent"
    marked, stamped = os.path.exists(MARK), os.path.exists(STAMP)
    if not (marked or stamped or os.path.exists(os.path.join(VENV, "pyvenv.cfg"))):
        return "absent" if os.path.isdir(VENV) and not os.listdir(VENV) else "not ours"
    if marked and not stamped:
        return "unfinished"
    version, package = probe()
    if version not in SUPPORTED:
        return "broken"
    if not stamped:
        return "adopted"
    if not package or not same_place(package, os.path.join(ROOT, "src", "pnh", "__init__.py")):
        return "broken"  # emptied, or the folder was moved or copied
    return "ready" if read(STAMP) == fingerprint(version) else "outdated"


def probe():
    """(version, where pnh is found) of .venv's Python; (None, None) when it does not run."""
    question = (
        "import sys, importlib.util as u; s = u.find_spec('pnh'); "
        "print('%d.%d' % sys.version_info[:2]); print(s.origin if s and s.origin else '')"
    )
    command = [venv_python(), "-c", question]
    try:
        answer = subprocess.check_output(
            command, cwd=ROOT, env=environment(), stderr=subprocess.DEVNULL, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None, None
    lines = answer.decode("utf-8", "replace").splitlines() + ["", ""]
    return lines[0], lines[1]


def fingerprint(version):
    """What a finished install of this folder's requirements writes into the stamp."""
    digest = hashlib.sha256()
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update(read(os.path.join(ROOT, name)).encode("utf-8") + b"\0")
    return "python {0}\nrequirements {1}\n".format(version, digest.hexdigest())


def make_environment():
    print("Making a Python environment in .venv (first run only).")
    if not os.path.isdir(VENV):
        os.mkdir(VENV)
    write(MARK, "course.py made this folder; it can be deleted and will be made again.\n")
    base = getattr(sys, "_base_executable", None) or sys.executable
    uv = shutil.which("uv")
    command = [uv, "venv", "--allow-existing", "--python", base, VENV] if uv else [base, "-m", "venv", VENV]
    watch(command, "making the environment")


def install():
    """Install requirements.txt (it holds the course's own package too); the stamp comes last."""
    if os.path.exists(STAMP):
        os.remove(STAMP)
    requirements = os.path.join(ROOT, "requirements.txt")
    count = len(re.findall(r"^[A-Za-z0-9]", read(requirements), re.M))
    uv = shutil.which("uv")
    tool = "uv" if uv else "pip"
    print("Installing {0} packages with {1}; the first time takes about a minute.".format(count, tool))
    if uv:
        watch([uv, "pip", "install", "--python", venv_python(), "-r", requirements], "installing")
    else:
        if subprocess.call([venv_python(), "-c", "import pip"], stderr=subprocess.DEVNULL):
            watch([venv_python(), "-m", "ensurepip"], "adding pip")  # uv makes environments without it
        pip = [venv_python(), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        watch(pip + ["--progress-bar", "off", "-r", requirements], "installing")
    version, package = probe()
    if not package:
        raise Trouble("The install ended without the course's package: see {0}, then run again.".format(LOG))
    write(STAMP, fingerprint(version))
    print("Installed.")


def watch(command, title):
    """Run a quiet, long command: output into the log, a running line on the screen, Trouble if it fails."""
    started, lines = time.time(), []
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    reader = threading.Thread(target=collect, args=(process.stdout, lines))
    reader.daemon = True
    reader.start()
    live, shown = sys.stdout.isatty(), 0
    try:
        while reader.is_alive():
            reader.join(0.2)
            seconds = int(time.time() - started)
            if live:
                sys.stdout.write("\r  {0}, {1} s  {2:<40.40}".format(title, seconds, latest(lines)))
            elif seconds >= shown + 10:
                shown = seconds
                sys.stdout.write("  {0}, {1} s\n".format(title, seconds))
            sys.stdout.flush()
        process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    finally:
        if live:
            sys.stdout.write("\r{0}\r".format(" " * 70))
    said = "".join(lines)
    try:
        write(LOG, said, "a")
    except OSError as problem:
        said += str(problem)
    if process.returncode:
        raise Trouble(sentence_for(said, FAILED) + " Details: " + LOG)


def collect(stream, lines):
    """Gather the installer's lines, without the password an index address may hold."""
    for raw in iter(stream.readline, b""):
        lines.append(re.sub(r"//[^/@\s]+@", "//***@", raw.decode("utf-8", "replace")))


def latest(lines):
    """The package the installer spoke of last."""
    named = re.findall(r"^(?:Collecting|Downloading|Building) +([\w.-]+)", "".join(lines[-3:]), re.M)
    return named[-1] if named else ""


def sentence_for(said, otherwise):
    for pattern, sentence in REASONS:
        if re.search(pattern, said, re.I):
            return sentence
    return otherwise


class only_one_installer(object):
    """Two terminals, one install: the second waits. The system lets go of the lock when a run dies."""

    def __enter__(self):
        if not os.path.isdir(BUILD):
            os.mkdir(BUILD)
        write(LOG, "", "a")
        self.file = open(os.path.join(BUILD, "install.lock"), "a+")
        told = False
        while not self.locked():
            if not told:
                print("Another run is installing; waiting for it.")
                told = True
            time.sleep(0.5)
        write(LOG, "")

    def locked(self):
        try:
            if os.name == "nt":
                import msvcrt

                self.file.seek(0)
                msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError as problem:
            if problem.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                return False
            raise

    def __exit__(self, *_):
        self.file.close()


# Handing over


def hand_over(arguments):
    command = [venv_python(), "-m", "pnh"] + arguments
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment())
    child = subprocess.Popen(command, env=environment())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child got it too and ends by itself


def venv_python():
    if os.name == "nt":
        return os.path.join(VENV, "Scripts", "python.exe")
    return os.path.join(VENV, "bin", "python")


def environment():
    """The caller's environment with .venv first on PATH and UTF-8 everywhere."""
    env = dict(os.environ, VIRTUAL_ENV=VENV, PYTHONUTF8="1")
    env.pop("PYTHONHOME", None)
    env["PATH"] = os.path.dirname(venv_python()) + os.pathsep + env.get("PATH", os.defpath)
    return env


# Files


def read(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8")


def write(path, text, mode="w"):
    with open(path, mode + "b") as file:
        file.write(text.encode("utf-8"))


def remove(folder):
    if os.path.islink(folder):
        os.unlink(folder)
        return
    try:
        shutil.rmtree(folder)
    except OSError as problem:
        raise Trouble(
            "The folder '{0}' could not be removed ({1}): close programs that use it, delete it and run "
            "the same command again.".format(folder, problem.strerror or problem)
        )


def same_place(one, other):
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
