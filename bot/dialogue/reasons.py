"""The work behind a verdict: for each question what was answered, what it comes to, by which rule, and what would change it."""

from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, quote
from bot.dialogue.spoken import answer_in_words, piece_in_words, rule_in_words
from bot.dialogue.voice import say
from content.assessment import Assessed, Reason
from content.kinds import Evidence, Verdict
from content.sentences import Text


def reason_blocks(scene: Scene, assessed: Assessed) -> tuple[Block, ...]:
    """A block for each question on the criterion's journey."""
    return tuple(quote(*_lines(scene, reason)) for reason in assessed.reasons)


def _lines(scene: Scene, reason: Reason) -> tuple[Text, ...]:
    question = reason.question
    answer = scene.answers.get(question.id)
    lines: list[Text] = [say("{code}: {question}", code=question.id, question=question.text)]
    if answer is None:
        lines.append(say("Sin respuesta todavía."))
    else:
        lines += [say("→ {answer}", answer=each) for each in answer_in_words(question, answer)]
    if isinstance(question.kind, Evidence) and scene.dossier:
        pieces = enumerate(scene.dossier.pieces_for(question.id), start=1)
        lines += [piece_in_words(number, piece) for number, piece in pieces]
    if reason.result is not Verdict.NOT_APPLICABLE:
        lines.append(say("Resultado: {result}.", result=scene.programme.verdicts[reason.result]))
    if reason.result is not Verdict.MEETS:
        lines += rule_in_words(question)
    return tuple(lines)
