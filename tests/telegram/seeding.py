"""Puts an official before a question that asks for evidence, without walking there."""

from datetime import UTC, datetime

from bot.dialogue.dossier import Author, Dossier, Member
from bot.dialogue.events import Place
from bot.dialogue.person import Membership, Person, Standing
from bot.dialogue.turn import Content
from bot.memory import dossiers, people
from bot.memory.database import Memory
from content.answers import Chosen
from content.kinds import Evidence, OneOf

CUT = "13125"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def asked_for_evidence(memory: Memory, content: Content, person: int) -> str:
    """The question where that person now stands: one that asks for evidence, on the journey of their municipality."""
    programme = content.current
    criterion = programme.criterion("ADH-1")
    question = next(each for each in criterion.questions if isinstance(each.kind, Evidence))
    author = Author(str(person), "Ana Soto", "Encargada")
    dossier = Dossier(CUT, programme.edition, members=(Member(str(person), author.name, author.post, NOW, focal_point=True),))
    for each in (*programme.profile_questions, *criterion.questions[: criterion.questions.index(question)]):
        if isinstance(each.kind, OneOf):
            dossier = dossier.answered(each.id, Chosen((each.kind.options[0].id,)), author, NOW)
    here = Person(str(person), "es", Standing(Place.QUESTION, question.id), membership=Membership(CUT, author.name, author.post))
    with memory.engine.begin() as connection:
        people.save(connection, people.load(connection, str(person)), here, NOW.timestamp())
        dossiers.save(connection, None, dossier)
    return question.id
