"""How a word sounds, roughly: what the languages of the programme and hurried hands write differently and hear alike."""

import re
from functools import reduce

# In this order.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ch|sh", "x"),
        ("ph", "f"),
        ("ck", "k"),
        ("qu|q|c(?![eiy])|k", "k"),
        ("[czs]", "s"),
        ("g(?=[ei])", "j"),
        ("h", ""),
        ("ou|w", "u"),
        ("ll|y", "i"),
        ("v", "b"),
        (r"(.)\1+", r"\1"),
    )
)


def sound(word: str) -> str:
    """How a folded word, or several, sounds."""
    return reduce(lambda heard, rule: rule[0].sub(rule[1], heard), _SOUNDS, word)
