"""Codes that are read off a screen and typed: no look-alike letters, 54 bits, kept as a digest only."""

import re
import secrets
from hashlib import sha256

# As in references: without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U.
ALPHABET = "34679ACDEFGHJKMNPRTVWXY"
LENGTH = 12


def new_code() -> str:
    """A random one."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def digest(code: str) -> str:
    """What is kept of it; small letters, hyphens and underscores make no difference."""
    return sha256(re.sub("[-_]", "", code).upper().encode()).hexdigest()
