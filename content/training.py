"""Learning from example questions what later ones are about. The one place that needs scikit-learn."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from content.concepts import Concepts
from content.examples import Example
from content.grams import grams, heard
from content.trained import KINDS, Numbers, Trained, kind_of

_SEED = 20261125
_STRICTNESS = 0.3


def learn(examples: Sequence[Example], concepts: Concepts, told: Callable[[str], None]) -> Trained:
    """What the examples show, in a minute or less; `told` hears how far it is."""
    told(f"{len(examples)} ejemplos")
    texts = [[gram.piece for gram in grams(heard(each.text)[1], concepts)] for each in examples]
    kinds = [_vectorizer(sign) for sign in KINDS]
    known = hstack([kind.fit_transform(texts) * worth for kind, worth in zip(kinds, KINDS.values(), strict=True)], format="csr")
    told(f"{known.shape[1]} trozos de palabras")
    heads = tuple(_heads(known, examples))
    return Trained(
        labels=tuple(label for labels, _, _ in heads for label in labels),
        pieces={piece: at for at, piece in enumerate(piece for kind in kinds for piece in kind.get_feature_names_out())},
        rarity=np.concatenate([kind.idf_ for kind in kinds]).astype(np.float32),
        weights=np.concatenate([weights for _, weights, _ in heads]).T.astype(np.float16),
        bias=np.concatenate([bias for _, _, bias in heads]).astype(np.float32),
    )


def _vectorizer(sign: str) -> TfidfVectorizer:
    def chosen(pieces: Iterable[str]) -> list[str]:
        return [piece for piece in pieces if kind_of(piece) == sign]

    return TfidfVectorizer(analyzer=chosen, sublinear_tf=True, min_df=2, dtype=np.float32)


def _heads(known: csr_matrix, examples: Sequence[Example]) -> Iterator["_Head"]:
    """What to ask of a text: what it is about, danger or not, and in which language it is written."""
    # Spanish words are in the examples of every language: were there fewer in Spanish, it would be taken for another.
    for name, weight in (("label", None), ("language", "balanced")):
        learner = LinearSVC(C=_STRICTNESS, class_weight=weight, random_state=_SEED)
        fitted = learner.fit(known, [getattr(each, name) for each in examples])
        yield list(fitted.classes_), fitted.coef_, fitted.intercept_


_Head = tuple[list[str], Numbers, Numbers]
"""Labels, and for each a weight of every piece and a bias."""
