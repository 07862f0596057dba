"""The verbs of `run.py`."""

import os
import subprocess
import sys
from collections.abc import Callable

from workbench import checks, environment
from workbench.places import IS_WINDOWS, ROOT, program
from workbench.steps import call
from workbench.trouble import SetupFailed, sentence_for

_STOPPED = 130
_USAGE = """\
python3 run.py VERB

    serve   set up what is missing, start Innervate and open it in the browser
            --data DIR     keep the database in DIR instead of your data folder
            --port N       listen on port N
            --no-browser   do not open a browser
    test    check everything: style, types, contracts, web app, SQLite, PostgreSQL, browser
            with arguments: hand them to pytest and run nothing else
    check   style, types and contracts alone
    fix     put right what can be put right by itself
    bench   measure what the server costs on ten years of a log
    lock    resolve requirements/*.in into hashed locks, leaving out releases of the last week
"""


def main(words: list[str]) -> int:
    """Do one verb; the exit code is 0 when all went well."""
    verb, arguments = (words[0], words[1:]) if words else ("", [])
    work = _VERBS.get(verb)
    if work is None:
        print(_USAGE, end="")
        return 0 if verb in {"-h", "--help", "help"} else 2
    try:
        return work(arguments)
    except SetupFailed as problem:
        print(f"\n{problem}", file=sys.stderr)
    except OSError as problem:
        print(f"\n{sentence_for(problem)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on from here.", file=sys.stderr)
        return _STOPPED
    return 1


def _serve(arguments: list[str]) -> int:
    environment.ready_to_serve()
    command = [program("innervate"), "serve", *arguments]
    sys.stdout.flush()
    if IS_WINDOWS:  # there exec returns at once, and the shell takes the keyboard back
        return subprocess.run(command, check=False).returncode
    return os.execv(command[0], command)  # noqa: S606  no shell is wanted


def _bench(arguments: list[str]) -> int:
    environment.ready_to_check()
    command = [program("python"), str(ROOT / "benchmarks" / "server.py"), *arguments]
    return subprocess.run(command, check=False).returncode


def _lock(arguments: list[str]) -> int:
    uv = environment.ready_to_lock()
    for name in ("serve", "test", "tools", "node"):
        source, lock = f"requirements/{name}.in", f"requirements/{name}.lock"
        same = ["--constraint", "requirements/serve.lock"] if name == "test" else []
        call(f"Locking {source}", [uv, "pip", "compile", source, "--output-file", lock, *same,
             "--universal", "--generate-hashes", "--python-version", "3.11", "--no-header",
             "--no-annotate", "--exclude-newer", "7 days", *arguments])  # fmt: skip
    return 0


_VERBS: dict[str, Callable[[list[str]], int]] = {
    "serve": _serve,
    "test": checks.test,
    "check": checks.check,
    "fix": checks.fix,
    "bench": _bench,
    "lock": _lock,
}
