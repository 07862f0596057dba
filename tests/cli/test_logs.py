"""Logs in and out on the command line, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from innervate.cli.main import main
from innervate.server.accounts import store as accounts
from innervate.server.accounts.models import Account
from innervate.server.accounts.store import Account as Owner
from innervate.server.imports import store as imports
from innervate.server.logbook import store as logbook

pytestmark = pytest.mark.django_db

LOGS = Path(__file__).parents[1] / "golden" / "logs"
HEVY = str(LOGS / "hevy-kg.csv")
STRONG = str(LOGS / "strong-a.csv")


@pytest.fixture
def ana() -> Owner:
    owner: Owner = Account.objects.create(email="ana@example.org")
    return owner


def sets(owner: Owner) -> int:
    return sum(row["kind"] == "set" and "deleted" not in row for row in logbook.everything(owner))


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_import_shows_what_it_found_and_adds_it(
    ana: Owner, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["logs", "import", HEVY, "--zone", "Europe/Berlin"]) == 0
    out = capsys.readouterr().out
    assert "hevy-kg.csv: 13 sets in 2 sessions (hevy), 2024-05-06 to 2024-05-08" in out
    assert "Added 13 sets in 2 new sessions; 0 sets were already here." in out
    assert sets(ana) == 13


def test_importing_twice_adds_nothing(ana: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    main(["logs", "import", HEVY])
    assert main(["logs", "import", HEVY]) == 0
    out = capsys.readouterr().out
    assert "13 of the sets are already here." in out
    assert "Added 0 sets in 0 new sessions; 13 sets were already here." in out
    assert sets(ana) == 13


def test_a_dry_run_changes_nothing(ana: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["logs", "import", STRONG, "--dry-run", "--json"]) == 0
    found = answer(capsys)
    assert (found["ok"], found["dry_run"], found["preview"]["sets"]) == (True, True, 13)
    assert found["preview"]["asks"] == ["zone", "unit"]
    assert list(logbook.everything(ana)) == []
    assert imports.imports(ana) == []


def test_json_carries_the_outcome_and_the_id_to_undo(
    ana: Owner, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["logs", "import", STRONG, "--json", "--unit", "lb", "--zone", "UTC"]
    assert main([*words, "--map", "Plank=lateral-raise", "--map", "Push Up="]) == 0
    found = answer(capsys)
    assert found["outcome"] == {"sessions_added": 2, "sets_added": 13, "already_here": 0}
    assert main(["logs", "undo", found["id"], "--json"]) == 0
    assert answer(capsys)["state"] == "undone"
    assert sets(ana) == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["import", STRONG], "add --unit"),
        (["import", STRONG, "--unit", "kg", "--zone", "Mars"], "no time zone"),
        (["import", STRONG, "--unit", "kg", "--map", "Plank=nonsense"], "no exercise 'nonsense'"),
        (["import", "nowhere.csv"], "nowhere.csv cannot be read: No such file"),
        (["import", str(Path(__file__))], "Hevy and Strong"),
        (["undo", "x"], "no such import"),
        (["undo", "00000000-0000-0000-0000-000000000000"], "no such import"),
        (["export", HEVY], "is there already"),
        (["export", "no/such/folder/log.gz"], "cannot be written"),
        (["import", HEVY, "--account", "bo@example.org"], "No account signs in with bo@"),
    ],
)
@pytest.mark.usefixtures("ana")
def test_what_cannot_be_done_is_said_on_stderr_and_in_json(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["logs", *words, "--json"]) == 1
    said = capsys.readouterr()
    failure = json.loads(said.out)
    assert failure["ok"] is False
    assert says in failure["error"]
    assert f"innervate: {failure['error']}" in said.err


def test_a_failed_import_leaves_nothing_behind(ana: Owner) -> None:
    main(["logs", "import", STRONG])
    main(["logs", "import", str(Path(__file__))])
    assert imports.imports(ana) == []


def test_an_archive_goes_out_and_in_again(
    ana: Owner, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "log.jsonl.gz"
    bo = Account.objects.create(email="bo@example.org")
    main(["logs", "import", HEVY, "--account", "ana@example.org"])
    capsys.readouterr()
    assert main(["logs", "export", str(file), "--account", "ana@example.org"]) == 0
    assert f"Wrote 13 sets in 2 sessions to {file}." in capsys.readouterr().out
    assert main(["logs", "import", str(file), "--account", "bo@example.org"]) == 0
    assert list(tmp_path.iterdir()) == [file]
    assert list(logbook.everything(bo)) == list(logbook.everything(ana))


def test_without_an_account_it_says_how_to_make_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["logs", "import", HEVY]) == 1
    assert "innervate serve" in capsys.readouterr().err


@pytest.mark.usefixtures("ana")
def test_with_two_accounts_it_asks_whose(capsys: pytest.CaptureFixture[str]) -> None:
    Account.objects.create(email="bo@example.org")
    assert main(["logs", "import", HEVY]) == 1
    assert "--account; there are ana@example.org, bo@example.org" in capsys.readouterr().err


def test_skipped_lines_are_shown_with_their_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accounts.create("ana@example.org", "a long password 1")
    file = tmp_path / "log.csv"
    file.write_text(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps\n"
        "2024-05-06 18:30:05,Push,Bench,1,80,8\n"
        "2024-05-06 18:30:05,Push,Bench,Rest Timer,,\n" + "soon,Push,Bench,2,80,8\n" * 12
    )
    assert main(["logs", "import", str(file), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "12 lines were left out or changed:\n  line 4: 'soon' is no date" in out
    assert "... and 2 more" in out
    assert "1 rest timer is no set and was passed over." in out


def test_one_of_a_thing_is_said_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accounts.create("ana@example.org", "a long password 1")
    file = tmp_path / "log.csv"
    file.write_text(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps\n"
        "2024-05-06 18:30:05,Push,Wobble,1,80,8\n"
        "soon,Push,Wobble,2,80,8\n"
    )
    for _ in range(2):
        assert main(["logs", "import", str(file), "--zone", "UTC"]) == 0
    out = capsys.readouterr().out
    assert "1 set in 1 session (" in out
    assert "1 line was left out or changed:" in out
    assert "0 of 1 name is known" in out
    assert "This stays an exercise of your own;" in out
    assert "Added 1 set in 1 new session; 0 sets were already here." in out
    assert "1 of the sets is already here." in out
    assert "Added 0 sets in 0 new sessions; 1 set was already here." in out
    assert main(["logs", "export", str(tmp_path / "out.zip")]) == 0
    assert "Wrote 1 set in 1 session to" in capsys.readouterr().out
