"""References that survive being read aloud: no look-alike letters, and a last character that betrays a slip."""

import secrets

# 23 is prime, so that one wrong character or two swapped ones never go unnoticed. Without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U.
ALPHABET = "34679ACDEFGHJKMNPRTVWXY"


def new_reference(year: int) -> str:
    """A random one, like `SM-2026-K7C4-9F`."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(5))
    return _written(year, drawn + _check(drawn))


def is_sound(reference: str) -> bool:
    """Whether its last character agrees with the others."""
    drawn = reference.removeprefix("SM-")[5:].replace("-", "")
    return len(drawn) == 6 and set(drawn) <= set(ALPHABET) and drawn[5] == _check(drawn[:5])


def _written(year: int, drawn: str) -> str:
    return f"SM-{year:04}-{drawn[:4]}-{drawn[4:]}"


def _check(drawn: str) -> str:
    return ALPHABET[sum(place * ALPHABET.index(letter) for place, letter in enumerate(drawn, 1)) % len(ALPHABET)]
