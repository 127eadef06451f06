"""What travels: an object of the Bot API as JSON has it."""

from typing import Any

Wire = dict[str, Any]
