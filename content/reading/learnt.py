"""What was learnt from the example questions, kept in a file beside them and learnt anew where the file is stale."""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from content.concepts import Concepts, Term
from content.cues import Cues
from content.examples import Example
from content.trained import Trained

FILE = "aprendido.npz"
_LEARNERS = ("concepts.py", "examples.py", "folding.py", "grams.py", "hearing.py", "sounding.py", "trained.py", "training.py")
_LIBRARIES = ("numpy", "scikit-learn", "scipy")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from; the cues are used as they are."""

    examples: Sequence[Example]
    terms: Sequence[Term]
    cues: Cues


def learnt(file: Path, lesson: Lesson, told: Callable[[str], None], *, anew: bool = False) -> Trained:
    """What these examples show: out of the file, or learnt now and kept there. `told` hears how far it is."""
    digest = _digest(lesson)
    trained = None if anew else _kept(file, digest)
    if trained is None:
        from content.training import learn  # noqa: PLC0415 - a second and 100 MB that a start with the file does without

        trained = learn(lesson.examples, Concepts(lesson.terms), told)
        _keep(trained, file, digest)
    return trained


def _digest(lesson: Lesson) -> str:
    """Of all that what is learnt depends on."""
    hashed = sha256("\n".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for name in _LEARNERS:
        hashed.update((Path(__file__).parents[1] / name).read_bytes())
    for each in lesson.examples:
        hashed.update(f"\n{each.language} {each.label} {each.text}".encode())
    for term in lesson.terms:
        hashed.update(f"\n{term.concept} {term.words} {term.is_open}".encode())
    return hashed.hexdigest()


def _kept(file: Path, digest: str) -> Trained | None:
    try:
        with np.load(file, allow_pickle=False) as kept:
            if str(kept["digest"]) != digest:
                return None
            pieces = kept["pieces"].tobytes().decode().split("\n")
            return Trained(
                tuple(kept["labels"].tolist()),
                {piece: at for at, piece in enumerate(pieces)},
                kept["rarity"],
                kept["weights"],
                kept["bias"],
            )
    except (FileNotFoundError, BadZipFile, KeyError, ValueError, EOFError):
        return None


def _keep(trained: Trained, file: Path, digest: str) -> None:
    packed = BytesIO()
    np.savez(
        packed,
        digest=np.array(digest),
        labels=np.array(trained.labels),
        pieces=np.frombuffer("\n".join(trained.pieces).encode(), np.uint8),
        rarity=trained.rarity,
        weights=trained.weights,
        bias=trained.bias,
    )
    # Several processes may start at once: each replaces the whole file, so none reads half of one.
    try:
        handle, written = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
    except OSError:
        return  # a folder that cannot be written to: every start learns anew
    with os.fdopen(handle, "wb") as open_file:
        open_file.write(packed.getvalue())
    Path(written).chmod(0o644)
    Path(written).replace(file)
