"""Bringing what somebody writes or sends on the adviser's screen to a person of the team."""

from dataclasses import replace

from bot.dialogue.cases import Case, CaseKind, CaseState, Enclosure, Hat, Stood
from bot.dialogue.desk import Desk, desk
from bot.dialogue.errands import AskPerson, MendWords
from bot.dialogue.events import Place, Sent, SentOther, Wrote
from bot.dialogue.scene import Scene
from bot.dialogue.spoken import answer_in_words
from bot.dialogue.step import Step
from bot.dialogue.typed import RUT
from bot.dialogue.voice import say

Message = Wrote | Sent | SentOther
_REMEMBERED = 40
_KINDS = {
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "sticker": "sticker",
}


def asking(scene: Scene, event: Message, *, is_urgent: bool = False) -> Step:
    """The message goes to the case of this desk, or opens one; an urgent one opens one that comes before all others.

    From the second message on nothing is drawn.
    """
    text, name = _words(event)
    if RUT.search(text) or RUT.search(name):
        return Step(scene.saying(say("Su mensaje traía un RUT y no lo enviamos. Bórrelo de este chat y escríbalo sin el RUT.")))
    if isinstance(event, Wrote) and not text:
        return Step(scene)
    here = desk(scene)
    if is_urgent and here.case is None:
        here = Desk(here.hat, CaseKind.DISTRESS, None)
    errand = _errand(scene, here, event, text)
    after = replace(scene.person, asked=(*scene.person.asked, event.message)[-_REMEMBERED:]) if event.message else scene.person
    if here.case is not None and here.case.is_open:
        asked = here.case.state is CaseState.SENDING
        case = here.case if asked else replace(here.case, state=CaseState.WAITING)
        return Step(scene.with_person(after.with_case(case, here.case)), (errand,), is_silent=True)
    opening = replace(here.case, state=CaseState.SENDING, rated=False) if here.case else Case(here.hat, here.kind)
    return Step(scene.with_person(after.with_case(opening, here.case)), (errand,))


def was_asked(scene: Scene, event: Wrote) -> bool:
    """Whether the message that was edited is one that went to a person."""
    return event.edited and bool(event.message) and event.message in scene.person.asked


def mending(scene: Scene, event: Wrote) -> Step:
    """What the person changed in a message is changed for the team, too; nothing is drawn."""
    if RUT.search(event.text):
        return Step(scene.saying(say("El cambio traía un RUT y no lo enviamos. Bórrelo de este chat.")))
    return Step(scene, (MendWords(event.message, event.text),), is_silent=True)


def _words(event: Message) -> tuple[str, str]:
    match event:
        case Wrote(text):
            return text.strip(), ""
        case Sent():
            return event.caption.strip(), event.name
        case SentOther():
            return event.caption.strip(), ""


def _errand(scene: Scene, here: Desk, event: Message, text: str) -> AskPerson:
    official = here.hat is Hat.OFFICIAL
    return AskPerson(
        here.hat,
        here.kind,
        scene.person.language or "es",
        event.message,
        text,
        _enclosure(event),
        "" if isinstance(event, Wrote) else event.album,
        here.case.id if here.case else "",
        _commune(scene, here),
        scene.profile.value if official and scene.profile else "",
        _stood(scene, here),
    )


def _enclosure(event: Message) -> Enclosure | None:
    match event:
        case Wrote():
            return None
        case Sent(name=""):
            return Enclosure("photo", size=event.size)
        case Sent():
            return Enclosure("document", event.name, event.size)
        case SentOther(kind):
            return Enclosure(_KINDS.get(kind, "other"), size=event.size)


def _commune(scene: Scene, here: Desk) -> str:
    """The municipality somebody works for; of a neighbour, the commune they were asking about."""
    person = scene.person
    if here.hat is Hat.OFFICIAL:
        return person.membership.cut if person.membership else person.commune
    left = person.left
    known = {each.cut for each in scene.content.communes.all()}
    return left.about if left and left.place is Place.SERVICES and left.about in known else ""


def _stood(scene: Scene, here: Desk) -> Stood | None:
    """The screen that was left for this one, and of a question what was answered to it, in Spanish; no files."""
    left = scene.person.left
    if left is None:
        return None
    if here.hat is Hat.NEIGHBOUR:
        return Stood(left.place.value) if left.place is Place.SERVICES else None
    if left.place is not Place.QUESTION:
        return Stood(left.place.value)
    question = next((each for each in scene.programme.questions() if each.id == left.about), None)
    if question is None:
        return Stood(left.place.value)
    answer = scene.answers.get(question.id)
    lines = answer_in_words(question, answer) if answer else ()
    return Stood(left.place.value, question.id, "; ".join(scene.content.words.word(line, "es") for line in lines))
