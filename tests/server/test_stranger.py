"""Nobody gets 401 and a stranger finds nothing, on every route of the API, born or unborn."""

from typing import Any

import pytest

from innervate.server.api import api
from tests.server.people import (
    SESSION,
    Browser,
    Person,
    deleted,
    outcomes,
    performed,
    session,
    set_id,
    stamp,
)

PUBLIC = {("get", "/api/setup"), ("get", "/api/catalogue"), ("get", "/api/evidence")}
ROUTES = [
    (method, path)
    for path, methods in api.get_openapi_schema()["paths"].items()
    for method in methods
]
NAMED = [route for route in ROUTES if "{" in route[1]]


@pytest.fixture
def nobody(db: None) -> Browser:
    return Browser()


@pytest.mark.parametrize(("method", "path"), [route for route in ROUTES if route not in PUBLIC])
def test_nobody_is_asked_to_sign_in(nobody: Browser, method: str, path: str) -> None:
    answer = nobody.send(method.upper(), path.replace("{id}", set_id(0)))
    assert answer.status_code == 401


@pytest.mark.parametrize(("method", "path"), sorted(PUBLIC))
def test_public_routes_answer_nobody(nobody: Browser, method: str, path: str) -> None:
    assert nobody.send(method.upper(), path).status_code == 200


@pytest.mark.parametrize(("method", "path"), NAMED)
def test_a_stranger_does_not_find_it(ana: Person, cy: Person, method: str, path: str) -> None:
    answer = ana.client.post(
        "/api/imports?name=log.csv",
        b"not a log",
        content_type="application/octet-stream",
        headers={"x-csrftoken": ana.client.cookies["csrftoken"].value},
    )
    mine = path.replace("{id}", answer.json()["id"])
    assert "{" not in mine
    assert cy.send(method.upper(), mine, {}).status_code == 404
    assert cy.send(method.upper(), path.replace("{id}", set_id(0)), {}).status_code == 404


@pytest.mark.parametrize("path", [path for method, path in ROUTES if method == "get"])
def test_what_a_stranger_reads_holds_nothing_of_ana(ana: Person, cy: Person, path: str) -> None:
    ana.push(session(title="Ana's legs"), performed(0, reps=7))
    content = cy.get(path).content
    assert b"Ana" not in content
    assert SESSION.encode() not in content


@pytest.mark.parametrize("path", [path for method, path in ROUTES if method != "get"])
def test_nothing_is_written_without_the_csrf_token(ana: Person, path: str) -> None:
    method = next(method for method, other in ROUTES if other == path and method != "get")
    answer = ana.client.generic(method.upper(), path.replace("{id}", set_id(0)))
    assert answer.status_code == 403


def own(id: str, **body: Any) -> dict[str, Any]:
    return {"kind": "exercise", "id": id, "stamp": stamp(), "name": "Door frame row", **body}


def test_a_set_cannot_name_a_strangers_session(ana: Person, cy: Person) -> None:
    ana.push(session())
    assert outcomes(cy.push(performed(0))) == ["refused"]
    assert (
        cy.push(performed(0))[0]["reason"] == cy.push(performed(0, session=set_id(77)))[0]["reason"]
    )
    assert cy.rows() == {}


def test_a_set_cannot_name_a_strangers_exercise(ana: Person, cy: Person) -> None:
    ana.push(own(set_id(50)))
    assert outcomes(cy.push(session(), performed(0, exercise=set_id(50)))) == ["stored", "refused"]


def test_preferences_of_a_stranger_are_out_of_reach(ana: Person, cy: Person) -> None:
    row = {"kind": "preferences", "id": str(ana.account.preferences_id), "stamp": stamp()}
    assert outcomes(cy.push(row)) == ["refused"]
    assert ana.rows() == {}


def test_the_same_id_is_two_rows(ana: Person, cy: Person) -> None:
    """An id alone reaches nothing: a stranger's is neither overwritten nor detected."""
    ana.push(session(title="Ana's"), performed(0, reps=5))
    assert outcomes(cy.push(session(9, title="Cy's"), performed(0, 9))) == ["stored", "stored"]
    assert outcomes(cy.push(deleted(performed(0), 10))) == ["stored"]
    assert ana.rows() == {SESSION: session(title="Ana's"), set_id(0): performed(0, reps=5)}
