"""What went wrong while setting up, as a sentence for the person at the keyboard."""

import errno
import re


class SetupFailed(Exception):
    """Setting up cannot go on; the text says why and what to do."""


_OFFLINE = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|getaddrinfo|dns error"
    r"|[Nn]ame resolution|Name or service not known|Network is unreachable|Connection refused"
    r"|[Cc]onnection (?:timed out|reset|error)|error sending request|Failed to establish"
    r"|[Cc]onnect(?:ion)? ?[Tt]ime|Could not (?:resolve|connect)|NewConnectionError"
    r"|No matching distribution found",
)
_FULL = re.compile(r"No space left|ENOSPC|Disk quota exceeded|EDQUOT|not enough space", re.I)
_FORBIDDEN = re.compile(r"Permission denied|EACCES|EPERM|Read-only file system|EROFS", re.I)
_CHANGED = re.compile(r"[Hh]ash(?:es)? mismatch|DO NOT MATCH THE HASHES|EINTEGRITY")

_AGAIN = "What is already here is kept; run the same command again."


def sentence(what: str, output: str) -> str:
    """Why a step that printed `output` failed."""
    for pattern, reason in (
        (_FULL, "The disk is full. Make about 1 GB of room."),
        (_CHANGED, "A downloaded file is not the one that was expected, so it was not used."),
        (_FORBIDDEN, "This folder cannot be written to. Copy Innervate to a folder of your own."),
        (_OFFLINE, "The package registry cannot be reached. Is this machine online?"),
    ):
        if pattern.search(output):
            return f"{what} did not work. {reason} {_AGAIN}"
    return f"{what} did not work; what it said stands above. {_AGAIN}"


def sentence_for(problem: OSError) -> str:
    """Why the operating system refused something."""
    said = errno.errorcode.get(problem.errno or 0, "")
    return sentence("Setting up", f"{said} {problem}") + f"\n({problem})"


NO_PIP = (
    "This Python can neither install packages (pip) nor make environments (venv). "
    "On Debian and Ubuntu this brings both: sudo apt install python3-venv python3-pip"
)
