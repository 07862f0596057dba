"""Whatever the document allows is answered: never with a 500, and as the document says."""

from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import response_schema_conformance

from innervate.server.api import api
from tests.server.people import Person, performed, session

_CONFIG = SchemathesisConfig.from_dict({"generation": {"with-security-parameters": False}})
SCHEMA = schemathesis.openapi.from_dict(dict(api.get_openapi_schema()), config=_CONFIG)
OPERATIONS: list[Any] = [found.ok() for found in SCHEMA.get_all_operations()]  # type: ignore[union-attr]
HEVY = (
    b"title,start_time,end_time,exercise_title,set_type,weight_kg,reps\n"
    b'Push,"15 Sep 2025, 07:48",,Bench Press (Barbell),normal,80,8\n'
    b'Push,"15 Sep 2025, 07:48",,Wall Hold,normal,,\n'
)


def sent(person: Person, case: Any) -> schemathesis.Response:
    """The answer to `case` from the server in this process, as the checks want it."""
    asked = requests.Request(**case.as_transport_kwargs(base_url="http://localhost")).prepare()
    token = person.client.cookies["csrftoken"].value
    found = person.client.generic(
        asked.method, asked.path_url, asked.body or b"", asked.headers.get("Content-Type", ""),
        headers={"x-csrftoken": token},
    )  # fmt: skip
    headers = {name: [value] for name, value in found.headers.items()}
    return schemathesis.Response(
        found.status_code, headers, found.content, asked, elapsed=0, verify=False
    )


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_the_document_is_kept(ana: Person, operation: Any) -> None:
    ana.push(session(), performed(0, reps=8, connection="strong"))
    answer = ana.client.post(
        "/api/imports?name=hevy.csv", HEVY, "text/csv",
        headers={"x-csrftoken": ana.client.cookies["csrftoken"].value},
    )  # fmt: skip
    own_import = answer.json()["id"]
    statuses: set[int] = set()

    @settings(
        max_examples=20,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), is_own=st.booleans())
    def ask(case: Any, is_own: bool) -> None:  # noqa: FBT001
        if is_own and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = own_import
        answer = sent(ana, case)
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])
        if answer.status_code in {404, 422} and case.path.startswith("/api/"):
            assert answer.json()["detail"].endswith(".")

    ask()
    assert statuses & {200, 202, 204, 403, 404, 422}
    assert not statuses & {400, 401, 405}
