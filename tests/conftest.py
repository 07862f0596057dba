"""How all tests run: what Hypothesis may take."""

import os

from hypothesis import settings

# A busy machine is no failing test: what has to be fast is timed in benchmarks/.
settings.register_profile("house", deadline=None)
settings.register_profile("deep", deadline=None, max_examples=5_000)
settings.load_profile("deep" if os.environ.get("INNERVATE_DEEP") else "house")
