"""Set the server's side up for a command: settings, database, migrations."""

import os

import django
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from innervate.cli.outcome import CommandError, counted, say


def open_house() -> None:
    """Load the settings and bring the database up to date, making it where there is none."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innervate.server.settings")
    django.setup()
    try:
        _migrate()
    except (DatabaseError, OSError) as problem:
        raise CommandError(f"The database cannot be opened: {problem}.") from problem


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not steps:
        return
    is_new = not executor.loader.applied_migrations
    updating = f"Updating the database, {counted(len(steps), 'step')} ..."
    say("Making the database ..." if is_new else updating)
    call_command("migrate", verbosity=0, interactive=False)
