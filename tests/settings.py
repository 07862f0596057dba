"""The settings of an installation, in a data folder that goes when the tests end."""

import os
from tempfile import TemporaryDirectory

_FOLDER = TemporaryDirectory(prefix="innervate-tests-")
os.environ["INNERVATE_DATA"] = _FOLDER.name

from innervate.server.settings import *  # noqa: E402, F403  Django's way to extend settings

# In a file, where threads wait for each other as they do in an installation.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{_FOLDER.name}/test.sqlite3"}  # noqa: F405
