"""Codes that are read off a screen and typed: no look-alike letters, 54 bits, kept as a digest only."""

import re
from hashlib import sha256

from api.letters import draw

LENGTH = 12


def new_code() -> str:
    """A random one."""
    return draw(LENGTH)


def digest(code: str) -> str:
    """What is kept of it; small letters, hyphens and underscores make no difference."""
    return sha256(re.sub("[-_]", "", code).upper().encode()).hexdigest()
