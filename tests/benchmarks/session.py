"""An official with a full dossier, and what such a person does in a long session over all of it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.dialogue import position
from bot.dialogue.dossier import Author, Dossier, Member, Piece, PieceState
from bot.dialogue.events import Asked, Event, Opened, Place, Replied, SentOther, Spoke, WentBack, Wrote
from bot.dialogue.person import Membership, Person, State
from bot.dialogue.scene import Scene
from bot.dialogue.turn import Content
from content.answers import Answer, AnswerRefused, Attached, read_answer
from content.journey import profile_of
from content.kinds import EvidenceStatus
from content.programme import Profile, Question
from tests.dialogue.chat import NOON

CUT = "13101"
SHOWN = Attached(EvidenceStatus.ATTACHED)
ANA = Author("ana", "Ana Soto", "Encargada de inclusión")
# One of these is an answer to any question; the first that fits is given.
SAID = ("yes", "a", ["a", "b"], ["a"], 12, "2026-03", {"status": "attached"}, "Un texto breve.")


def full_state(content: Content, person: str = ANA.person, cut: str = CUT) -> State:
    """Every question answered, a file under each that asks for evidence."""
    programme = content.current
    dossier = Dossier(cut, programme.edition, members=(Member(ANA.person, ANA.name, ANA.post, NOON),))
    for question in programme.questions():
        dossier = dossier.answered(question.id, _an_answer(question), ANA, NOON)
    files = tuple(_piece(each) for each in programme.questions() if dossier.answers[each.id].answer == SHOWN)
    state = State(Person(person, "es", membership=Membership(cut, ANA.name, ANA.post)), municipal=replace(dossier, pieces=files))
    assert profile_of(programme, dossier.said()) in set(Profile)
    return state


def events(content: Content, state: State) -> Iterator[Event]:
    """Every task opened, its questions looked at, explained, answered again and gone back from; every place visited."""
    scene = Scene(content, state, NOON)
    for dimension in content.current.dimensions:
        yield from (Opened(Place.TASKS), Opened(Place.TASKS, dimension.id))
        for criterion in dimension.criteria:
            yield Opened(Place.QUESTION, criterion.code)
            for question in position.questions_of(scene, criterion.code):
                yield from _at(question)
            yield Opened(Place.VERDICT, criterion.code)
        yield Opened(Place.REVIEW, dimension.id)
    for place in (Place.HOME, Place.RESULT, Place.REVIEW, Place.STATUS, Place.TEAM, Place.PRIVACY, Place.HELP, Place.MY_DATA):
        yield Opened(place)
    yield from (Spoke("ht"), Spoke("es"), Wrote("hola"))


def _at(question: Question) -> Iterator[Event]:
    yield Opened(Place.QUESTION, question.id)
    yield from (Asked("why", question.id), Asked("why", question.id), SentOther("sticker"))
    yield from (Replied("?", question.id, 1), Opened(Place.QUESTION, question.id), WentBack(question.id))


def _an_answer(question: Question) -> Answer:
    for said in SAID:
        try:
            return read_answer(question, said)
        except AnswerRefused:
            continue
    raise AssertionError(question.id)


def _piece(question: Question) -> Piece:
    kept = Piece(f"ana:{question.id}", question.id, "decreto.pdf", ANA, NOON, PieceState.KEPT)
    return replace(kept, media_type="application/pdf", size=90_000, sha256="0" * 64)
