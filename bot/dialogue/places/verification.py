"""Asking for an invitation: name, post and institutional e-mail go to the team, which approves or not.

The municipality is the one that was picked before; `settled()` leads to where it is picked.
"""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.addresses import address_in, is_institutional
from bot.dialogue.cases import Applicant, Case, CaseKind, Hat
from bot.dialogue.errands import AskPerson
from bot.dialogue.events import Chose, Opened, Place, Wrote
from bot.dialogue.expecting import NOBODY_READS, expected_in_words, hours_in_words, in_words
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.naming import NO_NAME, NO_POST, RUT_CAME, name_in, post_in
from bot.dialogue.person import Applying
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.step import Step
from bot.dialogue.typed import RUT
from bot.dialogue.voice import button, say
from content.sentences import Text, Verbatim

SEND, AGAIN = "send", "again"


def show(scene: Scene) -> Screen:
    """What is still to be said, all of it for a last look, or how the request stands."""
    heading = title(say("Pedir una invitación"))
    case = scene.person.open_case(Hat.OFFICIAL, CaseKind.VERIFICATION)
    if case is not None:
        return framed((heading, *_stands(scene, case)), _elsewhere())
    applying = scene.person.applying
    if applying.email:
        return _last_look(scene, heading, applying)
    return framed((heading, *_said(scene, applying), *_asked(applying)), _elsewhere())


def hear(scene: Scene, event: Heard) -> Step | None:
    """What was asked for, typed; or the last yes, or all of it once more."""
    if scene.person.open_case(Hat.OFFICIAL, CaseKind.VERIFICATION):
        return None
    match event:
        case Wrote(text) if RUT.search(text):
            return Step(scene.saying(RUT_CAME))
        case Wrote(text):
            return _typed(scene, scene.person.applying, text)
        case Chose(what) if what == AGAIN:
            return Step(_with(scene, Applying()))
        case Chose(what) if what == SEND and scene.person.applying.email:
            return _sent(scene, scene.person.applying)
    return None


def _typed(scene: Scene, applying: Applying, text: str) -> Step:
    if not applying.name:
        name = name_in(text)
        return Step(_with(scene, replace(applying, name=name)) if name else scene.saying(NO_NAME))
    if not applying.post:
        post = post_in(text)
        return Step(_with(scene, replace(applying, post=post)) if post else scene.saying(NO_POST))
    address = address_in(text)
    if address is None:
        return Step(scene.saying(say("No pudimos leer el correo. Escriba uno solo, por ejemplo: nombre@municipalidad.cl.")))
    return Step(_with(scene, replace(applying, email=address)))


def _with(scene: Scene, applying: Applying) -> Scene:
    return scene.with_person(replace(scene.person, applying=applying))


def _sent(scene: Scene, applying: Applying) -> Step:
    person = scene.person
    case = Case(Hat.OFFICIAL, CaseKind.VERIFICATION)
    errand = AskPerson(
        case.hat,
        case.kind,
        person.language or "es",
        commune=person.commune,
        applicant=Applicant(applying.name, applying.post, applying.email),
    )
    return Step(scene.with_person(replace(person.with_case(case), applying=Applying())), (errand,))


def _asked(applying: Applying) -> tuple[Block, ...]:
    if not applying.name:
        return (
            para(say("Una persona del equipo revisa sus datos y le envía la invitación por este chat.")),
            strong(say("¿Cómo se llama usted?")),
            quiet(say("Escriba solo nombre y apellido. No necesitamos su RUT.")),
        )
    if not applying.post:
        return (strong(say("¿Cuál es su cargo o función?")), quiet(say("Por ejemplo: trabajadora social, DIDECO.")))
    return (strong(say("¿Cuál es su correo institucional?")), quiet(say("Sirve para confirmar que trabaja en la municipalidad.")))


def _said(scene: Scene, applying: Applying) -> tuple[Block, ...]:
    lines: list[Text] = [say("Municipalidad de {municipality}", municipality=_municipality(scene))]
    if applying.name:
        lines.append(say("Nombre: {name}", name=applying.name))
    if applying.post:
        lines.append(say("Cargo: {post}", post=applying.post))
    if applying.email:
        lines.append(say("Correo: {email}", email=applying.email))
    return (para(*lines),)


def _last_look(scene: Scene, heading: Block, applying: Applying) -> Screen:
    soft = say("No parece un correo institucional. Puede enviarlo igual; el equipo lo verá así.")
    hint = () if is_institutional(applying.email) else (para(soft),)
    blocks = (heading, *_said(scene, applying), *hint, strong(say("¿Enviamos su solicitud?")))
    send, again = Press(button("Enviar solicitud"), Chose(SEND)), Press(button("Escribir de nuevo"), Chose(AGAIN))
    return framed(blocks, ((send,), (again, *_elsewhere()[0])))


def _stands(scene: Scene, case: Case) -> tuple[Block, ...]:
    if not case.reference:
        lines: tuple[Text, ...] = (say("Recibimos su solicitud y la guardamos."), say("El folio de su caso aparecerá aquí."))
    else:
        lines = (say("Folio del caso: {reference}", reference=case.reference), *expected_in_words(case))
    hours = quiet(hours_in_words(scene.content.help.working_hours)) if scene.content.has_desk else para(*NOBODY_READS)
    return (strong(in_words(case.state)), para(*lines), *((hours,) if case.is_heard else ()))


def _municipality(scene: Scene) -> Text:
    return Verbatim(scene.content.communes.of(scene.person.commune).name)


def _elsewhere() -> tuple[Row, ...]:
    return ((Press(labels.BACK, Opened(Place.OFFICIAL)),),)
