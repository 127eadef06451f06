"""Everything the chat knows about a person, as a file that people and machines can read."""

import json
from collections.abc import Mapping

from bot.dialogue.cases import Case, CaseKind, Hat
from bot.dialogue.dossier import Dossier, Given, Member, Piece
from bot.dialogue.person import Applying, Person
from bot.dialogue.proposals import Adding
from bot.dialogue.scene import Scene
from bot.dialogue.spoken import answer_in_words
from content.answers import write_answer
from content.languages import ENDONYMS
from content.programme import Question

Facts = Mapping[str, object]
_KINDS = {CaseKind.QUESTION: "consulta", CaseKind.VERIFICATION: "solicitud de invitación", CaseKind.DISTRESS: "peligro"}


def known_data(scene: Scene) -> str:
    """JSON in UTF-8, keys in Spanish, times as RFC 3339: the person, their practice, and what they gave to the municipality."""
    state = scene.state
    facts = {
        "chat": state.person.id,
        "idioma": ENDONYMS.get(state.person.language),
        "pantalla": _standing(state.person),
        "borrador": _draft(state.person),
        "municipalidad": _municipality(scene),
        "rol_de_equipo": state.person.role or None,
        "solicitud_de_invitacion": _applying(state.person.applying),
        "servicio_por_agregar": _adding(state.person.adding),
        "servicios_preguntados_el": state.person.asked_on and state.person.asked_on.isoformat(),
        "servicios_que_dijo_que_estan_mal": [
            service.name for key in state.person.doubted if (service := scene.content.directory.of(key))
        ],
        "casos": [_case(each) for each in state.person.cases],
        "practica": _dossier(scene, state.practice, None) if state.practice else None,
        "en_el_expediente": _given(scene),
    }
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def _standing(person: Person) -> Facts:
    here = person.left or person.standing
    return {"lugar": here.place.value, "detalle": here.about or None}


def _draft(person: Person) -> Facts | None:
    draft = person.draft
    return {"pregunta": draft.question, "marcado": list(draft.marks or ()), "escrito": draft.typed or None} if draft else None


def _municipality(scene: Scene) -> Facts:
    person = scene.person
    membership, joining = person.membership, person.joining
    name = membership.name if membership else joining.name if joining else ""
    return {
        "comuna_elegida": person.commune or None,
        "miembro_del_expediente_de": membership.cut if membership else None,
        "invitacion_aceptada_de": joining.cut if joining else None,
        "nombre": name or None,
        "cargo": membership.post if membership else None,
    }


def _applying(applying: Applying) -> Facts | None:
    said = {"nombre": applying.name, "cargo": applying.post, "correo": applying.email}
    return {key: value for key, value in said.items() if value} or None


def _adding(adding: Adding | None) -> Facts | None:
    if adding is None:
        return None
    told = adding.told
    said = {"nombre": told.name, "que_hace": told.description, "tema": told.category, "direccion": told.address}
    hours = [f"{each.weekdays}: {each.opens:%H:%M}-{each.closes:%H:%M}" for each in told.hours]
    return {**said, "para": told.papers, "horario": hours, "telefono": told.phone}


def _case(case: Case) -> Facts:
    return {
        "folio": case.reference or None,
        "como": "funcionaria o funcionario" if case.hat is Hat.OFFICIAL else "vecina o vecino",
        "tipo": _KINDS[case.kind],
        "abierto": case.is_open,
    }


def _given(scene: Scene) -> Facts | None:
    """What this person alone gave to the municipality's dossier; colleagues' answers are not theirs to take."""
    state = scene.state
    if state.municipal is None or state.person.membership is None:
        return None
    member = next((each for each in state.municipal.members if each.person == state.person.id), None)
    return {**_dossier(scene, state.municipal, state.person.id), "miembro": _member(member) if member else None}


def _dossier(scene: Scene, dossier: Dossier, by: str | None) -> Facts:
    programme = scene.content.editions.get(dossier.edition, scene.content.current)
    asked = {question.id: question for question in programme.questions()}
    return {
        "expediente": dossier.key,
        "edicion": dossier.edition,
        "respuestas": {
            id: _answer(scene, asked.get(id), given)
            for id, given in dossier.answers.items()
            if by is None or given.by.person == by
        },
        "documentos": [_piece(piece) for piece in dossier.pieces if by is None or piece.by.person == by],
    }


def _answer(scene: Scene, question: Question | None, given: Given) -> Facts:
    """As it was read; as it is written where the question is no longer known."""
    when = given.at.isoformat()
    if question is None:
        return {"respuesta": write_answer(given.answer), "fecha": when}
    words, language = scene.content.words, scene.person.language
    said = [words.word(each, language) for each in answer_in_words(question, given.answer)]
    return {"pregunta": words.word(question.text, language), "respuesta": said, "fecha": when}


def _piece(piece: Piece) -> Facts:
    return {
        "pregunta": piece.question,
        "nombre": piece.name,
        "fecha": piece.at.isoformat(),
        "bytes": piece.size,
        "sha256": piece.sha256 or None,
    }


def _member(member: Member) -> Facts:
    return {"nombre": member.name, "cargo": member.post, "contraparte": member.focal_point, "desde": member.since.isoformat()}
