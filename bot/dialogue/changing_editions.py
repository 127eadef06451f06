"""A dossier taken along to the current edition: what changed, what is new, and which answers stay."""

from dataclasses import dataclass, replace

from bot.dialogue.carrying_over import carried, carried_pieces
from bot.dialogue.dossier import Dossier, Piece
from content.kinds import Evidence
from content.programme import Programme, Question


@dataclass(frozen=True, slots=True)
class Difference:
    """For one dossier between two editions: questions asked otherwise, new ones, and how many answers stay or do not."""

    changed: tuple[Question, ...]
    new: tuple[Question, ...]
    staying: int
    dropped: int


def difference(dossier: Dossier, old: Programme, new: Programme) -> Difference:
    """What going from the old to the new edition comes to; the questions are those of the new one."""
    before = {question.id: question for question in old.questions()}
    staying = len(carried(dossier.answers, new))
    return Difference(
        tuple(each for each in new.questions() if each.id in before and _asks_otherwise(before[each.id], each)),
        tuple(each for each in new.questions() if each.id not in before),
        staying,
        len(dossier.answers) - staying,
    )


def on_edition(dossier: Dossier, new: Programme) -> Dossier:
    """The dossier on that edition, with every answer that can still be read there."""
    pieces = tuple(_relabelled(piece, new) for piece in carried_pieces(dossier.pieces, new))
    return replace(dossier, edition=new.edition, answers=carried(dossier.answers, new), pieces=pieces)


def _asks_otherwise(before: Question, after: Question) -> bool:
    return (before.text, before.kind, before.when) != (after.text, after.kind, after.when)


def _relabelled(piece: Piece, new: Programme) -> Piece:
    """A piece says which item it shows by number; a number that is gone is unsaid again."""
    kind = new.question(piece.question).kind
    gone = isinstance(kind, Evidence) and piece.item is not None and piece.item >= len(kind.items)
    return replace(piece, item=None) if gone else piece
