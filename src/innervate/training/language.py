"""Languages: the one the texts are written in, and the nearest we have to one asked for."""

from collections.abc import Collection

SOURCE_LANGUAGE = "en"


def nearest(asked: str, known: Collection[str]) -> str:
    """Choose the language to answer in: `de` for `de-AT`, English for one we do not have."""
    main = asked.strip().casefold().replace("_", "-").split("-")[0]
    return main if main in known else SOURCE_LANGUAGE
