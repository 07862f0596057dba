"""The one door: python3 run.py VERB. Standard library only.

This file is written so that an old Python can read it far enough to say that it is too old.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  the reader of this sentence has an older one
    sys.exit(
        "Innervate needs Python 3.11 or newer, and this is Python %d.%d.\n"  # noqa: UP031
        "Where a newer one is installed, call it by its name, such as: python3.13 run.py serve"
        % sys.version_info[:2]
    )

from workbench.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
