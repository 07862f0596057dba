"""Bytes to text: the encodings that exports and spreadsheets leave behind."""

import codecs

from innervate.formats.written import LogError

SIZE_MAX = 16 * 1024 * 1024
"""Ten years of training are about 5 MB as CSV."""

_MIB = 1024 * 1024
_BEGINNINGS = {
    b"PK\x03\x04": "a ZIP file or a spreadsheet; unpack it, or save it as CSV, and choose the CSV",
    b"\x1f\x8b": "compressed; unpack it and choose the CSV inside",
    b"SQLite format 3": "a database, such as an app's backup; export a CSV from the app instead",
    b"%PDF": "a PDF; export a CSV from the app instead",
    b"<!DO": "a web page; download the CSV itself",
    b"<html": "a web page; download the CSV itself",
}
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def require_size(size: int) -> None:
    """Refuse what is empty or larger than any log."""
    if size == 0:
        raise LogError("The file is empty.")
    if size > SIZE_MAX:
        # A file one byte too large must not be said to have exactly the size that is allowed.
        raise LogError(
            f"The file has {size / _MIB:.1f} MB; a training log has at most {SIZE_MAX // _MIB} MB."
        )


def text_of(content: bytes) -> str:
    """Decode an export; raises `LogError` for what is no text."""
    require_size(len(content))
    for beginning, what in _BEGINNINGS.items():
        if content.startswith(beginning):
            raise LogError(f"The file is {what}.")
    if content[8:12] == b".FIT":
        raise LogError("The file is a Garmin recording (FIT); choose a CSV export.")
    text = _decoded(content)
    if "\0" in text:
        raise LogError("The file is no text; choose the CSV file that the app exported.")
    if not text.strip():
        raise LogError("The file is empty.")
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if content[1:2] == b"\0" or content[:1] == b"\0":
        wide = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        # A file that was cut in the middle of a letter is still UTF-8.
        if problem.start >= len(content) - 3:
            return content.decode("utf-8", errors="ignore")
    return content.decode("cp1252", errors="replace")
