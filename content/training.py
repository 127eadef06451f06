"""Learning from example questions what later ones are about. The one place that needs scikit-learn."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from content.examples import Example
from content.grams import WHOLE, grams, heard
from content.trained import Numbers, Trained

_SEED = 20261125


def learn(examples: Sequence[Example], told: Callable[[str], None]) -> Trained:
    """What the examples show; `told` hears how far it is."""
    told(f"{len(examples)} ejemplos")
    texts = [_pieces(each.text) for each in examples]
    kinds = [_vectorizer(whole=True), _vectorizer(whole=False)]
    known: csr_matrix = hstack([kind.fit_transform(texts) for kind in kinds], format="csr")
    told(f"{known.shape[1]} trozos de palabra")
    heads = [_head(known, [each.label for each in examples]), _head(known, [each.language for each in examples])]
    return Trained(
        labels=tuple(label for labels, _, _ in heads for label in labels),
        pieces={piece: at for at, piece in enumerate(piece for kind in kinds for piece in kind.get_feature_names_out())},
        rarity=np.concatenate([kind.idf_ for kind in kinds]).astype(np.float32),
        weights=np.concatenate([weights for _, weights, _ in heads]).T.astype(np.float16),
        bias=np.concatenate([bias for _, _, bias in heads]).astype(np.float32),
    )


def _vectorizer(*, whole: bool) -> TfidfVectorizer:
    def chosen(pieces: Iterable[str]) -> list[str]:
        return [piece for piece in pieces if piece.startswith(WHOLE) is whole]

    return TfidfVectorizer(analyzer=chosen, sublinear_tf=True, min_df=2, dtype=np.float32)


def _head(known: csr_matrix, labels: list[str]) -> tuple[list[str], Numbers, Numbers]:
    fitted = LinearSVC(C=0.5, random_state=_SEED).fit(known, labels)
    return list(fitted.classes_), fitted.coef_, fitted.intercept_


def _pieces(text: str) -> list[str]:
    return [gram.piece for gram in grams(heard(text)[1])]
