"""The settings of an installation, in a data folder that goes when the tests end."""

import os
from tempfile import TemporaryDirectory

_FOLDER = TemporaryDirectory(prefix="innervate-tests-")
os.environ["INNERVATE_DATA"] = _FOLDER.name

from innervate.server.settings import *  # noqa: E402, F403  Django's way to extend settings
