"""What is written down about the server is what it does."""

import json
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from innervate.server.api import api
from innervate.server.urls import urlpatterns

DOCUMENT = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"


def test_the_document_is_the_generated_one() -> None:
    """`python -m tests.server.test_schema` writes it anew."""
    assert json.loads(DOCUMENT.read_text(encoding="utf-8")) == generated()


def test_no_model_has_changed_without_a_migration(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_there_is_no_other_way_in() -> None:
    assert [str(getattr(entry, "pattern", "")) for entry in urlpatterns] == [
        "api/",
        "_allauth/",
        r"^(?!api/|_allauth/)(?P<path>.*)$",
    ]


def generated() -> object:
    """The document as the routes give it."""
    return json.loads(json.dumps(api.get_openapi_schema(), default=str))


if __name__ == "__main__":
    DOCUMENT.write_text(json.dumps(generated(), indent=1) + "\n", encoding="utf-8")
