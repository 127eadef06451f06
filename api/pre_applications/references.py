"""References that survive being read aloud: no look-alike letters, and a last character that betrays a slip."""

from api.letters import ALPHABET, draw


def new_reference(year: int) -> str:
    """A random one, like `SM-2026-K7C4-9F`."""
    drawn = draw(5)
    return _written(year, drawn + _check(drawn))


def is_sound(reference: str) -> bool:
    """Whether its last character agrees with the others."""
    drawn = reference.removeprefix("SM-")[5:].replace("-", "")
    return len(drawn) == 6 and set(drawn) <= set(ALPHABET) and drawn[5] == _check(drawn[:5])


def _written(year: int, drawn: str) -> str:
    return f"SM-{year:04}-{drawn[:4]}-{drawn[4:]}"


def _check(drawn: str) -> str:
    # Their number is prime, so that one wrong letter or two swapped ones never go unnoticed.
    return ALPHABET[sum(place * ALPHABET.index(letter) for place, letter in enumerate(drawn, 1)) % len(ALPHABET)]
