"""The letters of codes that are read aloud, off a screen or typed: without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U."""

import secrets

ALPHABET = "34679ACDEFGHJKMNPRTVWXY"


def draw(length: int) -> str:
    """That many letters, at random."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
