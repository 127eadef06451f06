"""The edge to Telegram: the one package that knows how Telegram speaks."""

import os

# The library's coming way to tell how long to wait; without this it warns each time it is asked.
os.environ.setdefault("PTB_TIMEDELTA", "1")
