"""What was learnt from the example questions, as numbers, and how a text is heard with them. Always the same answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from content.grams import MEANT, WHOLE, Gram

Numbers = NDArray[np.floating]

KINDS: Mapping[str, float] = {WHOLE: 1.0, MEANT: 0.8, "": 1.0}
"""By how they begin: each kind of piece is weighed by itself, and counts so much."""


@dataclass(frozen=True, slots=True)
class Told:
    """The sum for each label, and what each known piece of the text gave to it."""

    sums: Numbers
    shares: Mapping[str, Numbers]


@dataclass(frozen=True, slots=True)
class Trained:
    """For each known piece its rarity and its weight for each of the `labels`: categories, dangers and languages."""

    labels: tuple[str, ...]
    pieces: Mapping[str, int]
    rarity: Numbers
    weights: Numbers
    bias: Numbers

    def knows(self, word: str) -> bool:
        """Whether a folded word is one that several examples have."""
        return f"{WHOLE}{word}" in self.pieces

    def told(self, grams: Sequence[Gram]) -> Told:
        """How much the pieces of a text speak for each label."""
        counts = Counter(gram.piece for gram in grams if gram.piece in self.pieces)
        if not counts:
            return Told(self.bias, {})
        rows = np.fromiter((self.pieces[piece] for piece in counts), np.intp)
        values = (1 + np.log(np.fromiter(counts.values(), np.float32))) * self.rarity[rows]
        for kind, worth in KINDS.items():
            mine = np.fromiter((kind_of(piece) == kind for piece in counts), np.bool_)
            values[mine] *= worth / (np.sqrt(np.sum(values[mine] ** 2)) or 1)
        shares = values[:, None] * self.weights[rows].astype(np.float32)
        return Told(self.bias + shares.sum(axis=0), dict(zip(counts, shares, strict=True)))


def kind_of(piece: str) -> str:
    """The key in KINDS of a piece."""
    return piece[0] if piece[0] in KINDS else ""
