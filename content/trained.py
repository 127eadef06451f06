"""What was learnt from the example questions, as numbers, and how a text is heard with them. Always the same answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from content.grams import WHOLE, Gram

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Trained:
    """For each known piece its rarity and its weight for each of the `labels`: categories, dangers and languages."""

    labels: tuple[str, ...]
    pieces: Mapping[str, int]
    rarity: Numbers
    weights: Numbers
    bias: Numbers

    def told(self, grams: Sequence[Gram]) -> "Told":
        """How much the pieces of a text speak for each label."""
        counts = Counter(gram.piece for gram in grams if gram.piece in self.pieces)
        rows = np.fromiter((self.pieces[piece] for piece in counts), np.intp, len(counts))
        times = np.fromiter(counts.values(), np.float32, len(counts))
        values = (1 + np.log(times)) * self.rarity[rows] if len(counts) else times
        for mask in _kinds(counts):
            norm = float(np.sqrt(np.sum(values[mask] ** 2)))
            values[mask] /= norm or 1
        shares = values[:, None] * self.weights[rows].astype(np.float32)
        return Told(self.bias + shares.sum(axis=0), dict(zip(counts, shares, strict=True)))


@dataclass(frozen=True, slots=True)
class Told:
    """The sum for each label, and what each piece gave to it."""

    sums: Numbers
    shares: Mapping[str, Numbers]


def _kinds(pieces: Mapping[str, int]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whole words, and parts of words: each kind is weighed by itself, as it was learnt."""
    whole = np.fromiter((piece.startswith(WHOLE) for piece in pieces), np.bool_, len(pieces))
    return whole, ~whole
