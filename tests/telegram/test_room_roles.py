"""Who is given an invitation, and hats that are never mixed."""

import pytest

from bot.dialogue.events import Chose, Opened, Place
from bot.playground.person import Person
from bot.telegram.buttons import write_button
from tests.telegram.conftest import ON_BOTH
from tests.telegram.office import Office, until

pytestmark = ON_BOTH
QUILICURA = "13125"


def opens(person: Person, event: Opened | Chose) -> None:
    """Presses a button that says so, wherever it stands."""
    person.press_data(person.screen().message_id, write_button(event))


def works_for_quilicura(office: Office) -> Person:
    """Ana, who has said so."""
    ana = office.playground.person("ana", "Ana")
    ana.say("/start")
    ana.wait_for("Choose your language")
    ana.press("Español")
    ana.wait_for("¿Qué necesita hoy?")
    opens(ana, Opened(Place.MUNICIPALITY))
    ana.wait_for("Escriba el nombre de su comuna")
    ana.say("Quilicura")
    ana.wait_for("¿Cuál es su comuna?")
    opens(ana, Chose(QUILICURA))
    ana.wait_for("Quilicura")
    return ana


def applied(office: Office, email: str) -> tuple[Person, int]:
    """Ana asks for an invitation; the topic of her request."""
    ana = works_for_quilicura(office)
    opens(ana, Opened(Place.VERIFICATION))
    for asked, told in (
        ("¿Cómo se llama usted?", "Ana Soto"),
        ("¿Cuál es su cargo", "Encargada"),
        ("correo institucional?", email),
    ):
        ana.wait_for(asked)
        ana.say(told)
    ana.wait_for("¿Enviamos su solicitud?")
    ana.press("Enviar solicitud")
    return ana, office.topic("Quilicura")


def test_an_official_is_verified_and_joins_with_one_press(office: Office) -> None:
    ana, topic = applied(office, "ana.soto@quilicura.cl")
    card = office.card(topic).text
    assert all(part in card for part in ("Ana Soto", "Encargada", "ana.soto@quilicura.cl", "puede ser institucional"))
    office.press(topic, "Aprobar")
    ana.wait_for("aprobó su solicitud", anywhere=True)
    ana.press("Usar mi invitación")
    ana.wait_for("¿Cómo se llama usted?")
    until(lambda: "Estado: cerrado" in office.card(topic).text)


def test_an_address_that_anybody_can_have_is_shown_as_such_and_refused_with_a_reason(office: Office) -> None:
    ana, topic = applied(office, "ana.soto@gmail.com")
    assert "NO es institucional" in office.card(topic).text
    office.press(topic, "Rechazar: falta correo institucional")
    ana.wait_for("falta un correo institucional", anywhere=True)


def test_another_reason_is_written_by_staff_and_reaches_the_person(office: Office) -> None:
    ana, topic = applied(office, "ana.soto@quilicura.cl")
    office.press(topic, "Rechazar: otro motivo")
    until(lambda: any("responda a este mensaje con el motivo" in text for text in office.texts(topic)))
    asked = next(each for each in office.in_topic(topic) if "con el motivo" in str(each.get("text", "")))
    office.reply(topic, "// La llamamos y no contestó", reply_to=asked["message_id"])
    office.reply(topic, "Revisamos su solicitud")
    office.heard("Revisamos su solicitud", ana)
    assert "Estado: cerrado" not in office.card(topic).text

    office.reply(topic, "El cargo no existe en esa municipalidad", reply_to=asked["message_id"])
    office.heard("El cargo no existe en esa municipalidad", ana)
    office.heard("El equipo le escribe el motivo en un mensaje aparte", ana)
    until(lambda: "Estado: cerrado" in office.card(topic).text)
    assert not any("no contestó" in screen.text for screen in ana.screens())
    assert not any("Usar mi invitación" in screen.labels for screen in ana.screens())


def test_an_invitation_given_from_the_card_is_used_with_one_press(office: Office) -> None:
    ana = works_for_quilicura(office)
    ana.say("/persona")
    ana.wait_for("Hablar con una persona")
    ana.say("¿Me dan acceso?")
    topic = office.topic_with("¿Me dan acceso?")
    office.press(topic, "Dar invitación")
    until(lambda: "Invitación enviada a la persona." in office.texts(topic))
    given = office.heard("El equipo le da una invitación", ana)
    ana.press_data(given["message_id"], given["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    ana.wait_for("¿Cómo se llama usted?")
    until(lambda: "tomado por Sofía; la última palabra es del equipo" in office.card(topic).text)


def test_an_invitation_for_a_case_of_no_municipality_is_asked_for_by_command(office: Office) -> None:
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say("¿Me dan acceso?")
    topic = office.topic_with("¿Me dan acceso?")
    office.press(topic, "Dar invitación")
    until(lambda: any("Escriba /invitar y el nombre de la comuna" in text for text in office.texts(topic)))


@pytest.mark.parametrize("first", ["official", "neighbour"])
def test_one_person_in_two_hats_has_two_cases_that_never_mix(office: Office, first: str) -> None:
    hats = [first, "neighbour" if first == "official" else "official"]
    topics: dict[str, int] = {}
    for hat in hats:
        opens(office.jean, Opened(Place.ADVISER, hat))
        office.jean.wait_for("consulta de trabajo" if hat == "official" else "no necesita RUN")
        office.jean.say(f"Pregunto como {hat}")
        topics[hat] = office.topic_with(f"Pregunto como {hat}")
        office.jean.wait_for("D-20")
    assert topics["official"] != topics["neighbour"]
    for hat in hats:
        answer = office.reply(topics[hat], f"Respuesta a {hat}")
        assert answer
        message = office.heard(f"Respuesta a {hat}")
        office.jean.press_data(message["message_id"], message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        office.jean.wait_for("Hablar con una persona")
        office.jean.say(f"Sigo como {hat}")
        assert office.topic_with(f"Sigo como {hat}") == topics[hat]
    for hat, topic in topics.items():
        other = "neighbour" if hat == "official" else "official"
        assert not [text for text in office.texts(topic) if other in text]
