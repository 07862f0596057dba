"""The built app: its files, read once, with the compressed copies that lie beside them."""

import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

_HASHED = re.compile(r"assets/.+-[A-Za-z0-9_-]{8,}\.\w+")
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_FIRST = "no-cache"
_PACKED = {".br": "br", ".gz": "gzip"}
_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}
_NOT_BUILT = "The app has not been built: run `python3 run.py serve`."


@dataclass(frozen=True, slots=True)
class File:
    """The forms of one file by content encoding; the plain one is under ''."""

    forms: dict[str, bytes]
    content_type: str
    tag: str
    keeping: str


@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file of the app; the app itself for `/`."""
    return answer(request, _shipped(), path)


def answer(request: HttpRequest, shipped: Mapping[str, File], path: str) -> HttpResponseBase:
    """Answer with one of the files that were read; nothing else can be reached by a path."""
    if not shipped:
        return HttpResponse(_NOT_BUILT, status=503, content_type="text/plain")
    file = shipped.get(path or "index.html")
    if file is None:
        return HttpResponse("There is no such page.", status=404, content_type="text/plain")
    if request.headers.get("If-None-Match", "").removeprefix("W/") == file.tag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = _in_the_best_form(request, file)
    response.headers["ETag"] = file.tag
    response.headers["Cache-Control"] = file.keeping
    return response


def _in_the_best_form(request: HttpRequest, file: File) -> HttpResponse:
    accepted = {
        word.split(";")[0].strip() for word in request.headers.get("Accept-Encoding", "").split(",")
    }
    encoding = next(
        (form for form in ("br", "gzip") if form in file.forms and form in accepted), ""
    )
    response = HttpResponse(file.forms[encoding], content_type=file.content_type)
    if len(file.forms) > 1:
        response.headers["Content-Encoding"] = encoding or "identity"
        patch_vary_headers(response, ["Accept-Encoding"])
    return response


@cache
def _shipped() -> dict[str, File]:
    folder = _folder()
    return read_app(folder) if folder else {}


def read_app(folder: Path) -> dict[str, File]:
    """Every file of a built app by its path, but for the compressed copies beside them."""
    paths = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    return {
        name: _read(name, path, paths) for name, path in paths.items() if path.suffix not in _PACKED
    }


def _folder() -> Path | None:
    """Inside the package where it was installed as a wheel, else the checkout's build."""
    inside = Path(str(files("innervate"))) / "web"
    checkout = Path(__file__).parents[3] / "web" / "dist"
    return next((folder for folder in (inside, checkout) if (folder / "index.html").exists()), None)


def _read(name: str, path: Path, paths: dict[str, Path]) -> File:
    plain = path.read_bytes()
    packed = {
        encoding: paths[name + suffix].read_bytes()
        for suffix, encoding in _PACKED.items()
        if name + suffix in paths
    }
    guessed = _TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = guessed.startswith("text/") or guessed.endswith(("json", "xml"))
    return File(
        forms={"": plain, **packed},
        content_type=f"{guessed}; charset=utf-8" if is_text else guessed,
        tag=f'"{hashlib.sha256(plain).hexdigest()[:16]}"',
        keeping=_FOR_EVER if _HASHED.fullmatch(name) else _ASK_FIRST,
    )
