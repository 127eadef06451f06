"""What an evidence question shows: what is asked, what to cover, what came, and what is still missing."""

from bot.dialogue import labels
from bot.dialogue.dossier import Piece, PieceState
from bot.dialogue.events import Finished, Labelled, Removed, Replied
from bot.dialogue.evidence import missing_items
from bot.dialogue.frame import in_rows
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, para, quiet
from bot.dialogue.spoken import piece_in_words
from bot.dialogue.voice import button, say
from content.kinds import Evidence
from content.programme import Question
from content.sentences import Text

MOST_TO_REMOVE = 8


def evidence_blocks(scene: Scene, question: Question) -> tuple[Block, ...]:
    """The items asked, the pieces that came, and a word on personal data."""
    pieces = _pieces(scene, question)
    blocks = [_asked(question, pieces)]
    if pieces:
        blocks.append(para(*(piece_in_words(number, piece) for number, piece in enumerate(pieces, start=1))))
    unnamed = _unnamed(question, pieces)
    if unnamed is not None:
        blocks.append(para(say("¿Qué muestra «{name}»? Elija abajo.", name=unnamed.name)))
    blocks.append(_covering(question))
    return tuple(blocks)


def evidence_rows(scene: Scene, question: Question, over: int) -> tuple[Row, ...]:
    """Done, later or not had; what the newest file shows; and a way to take one out."""
    pieces = _pieces(scene, question)
    unnamed = _unnamed(question, pieces)
    naming: tuple[Row, ...] = ()
    if unnamed is not None and isinstance(question.kind, Evidence):
        items = enumerate(question.kind.items)
        naming = tuple((Press(item, Labelled(unnamed.id, number, question.id)),) for number, item in items)
    removing = tuple(
        Press(REMOVE if len(pieces) == 1 else say("Quitar {number}", number=number), Removed(piece.id, question.id))
        for number, piece in enumerate(pieces[:MOST_TO_REMOVE], start=1)
    )
    return (*naming, *_concluding(scene, question, over), *in_rows(removing, 4))


def _concluding(scene: Scene, question: Question, over: int) -> tuple[Row, ...]:
    if scene.dossier and scene.dossier.is_shown(question.id):
        return ((Press(labels.DONE, Finished(question.id, over)),),)
    return (
        (Press(labels.LATER, Replied("later", question.id, over)),),
        (Press(labels.LACKING, Replied("lacking", question.id, over)),),
    )


REMOVE = button("Quitar archivo")


def _pieces(scene: Scene, question: Question) -> tuple[Piece, ...]:
    return scene.dossier.pieces_for(question.id) if scene.dossier else ()


def _asked(question: Question, pieces: tuple[Piece, ...]) -> Block:
    assert isinstance(question.kind, Evidence)
    missing = missing_items(question, pieces)
    lines: list[Text] = [say("Se piden estos documentos:")]
    lines += [
        say("• {item} (falta)", item=item) if item in missing else say("• {item} (adjunto)", item=item)
        for item in question.kind.items
    ]
    return para(*lines)


def _unnamed(question: Question, pieces: tuple[Piece, ...]) -> Piece | None:
    if not isinstance(question.kind, Evidence) or len(question.kind.items) < 2:
        return None
    return next((piece for piece in pieces if piece.item is None and piece.state is not PieceState.LOST), None)


def _covering(question: Question) -> Block:
    assert isinstance(question.kind, Evidence)
    if question.kind.hide is not None:
        return quiet(say("Antes de enviar, tape: {hide}.", hide=question.kind.hide))
    return quiet(say("No envíe documentos con RUT ni datos de otras personas."))
