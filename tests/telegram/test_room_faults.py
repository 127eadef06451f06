"""What goes wrong between people and staff is mended or said, and nothing is lost by it."""

from tests.telegram.conftest import ON_BOTH
from tests.telegram.office import Office, until
from tests.telegram.test_room import asked


@ON_BOTH
def test_an_answer_to_somebody_who_blocked_the_bot_waits_until_they_write(office: Office) -> None:
    topic = asked(office)
    office.jean.block()
    office.reply(topic, "Vuelva a escribir")
    until(lambda: "bloqueó el asistente" in office.card(topic).text)
    office.jean.unblock()
    office.jean.say("Perdón, me equivoqué")
    office.heard("Vuelva a escribir")
    assert len([each for each in office.jean.screens() if each.text == "Vuelva a escribir"]) == 1
    until(lambda: "bloqueó el asistente" not in office.card(topic).text)


@ON_BOTH
def test_what_waits_for_a_blocked_person_can_still_be_changed_or_made_a_note(office: Office) -> None:
    topic = asked(office)
    office.jean.block()
    first = office.reply(topic, "Venga el lunes")
    until(lambda: "bloqueó el asistente" in office.card(topic).text)
    second = office.reply(topic, "SECRETO mal enviado")
    office.sofia.edit(first, "Venga el martes", chat=office.group.id)
    office.sofia.edit(second, "// SECRETO mal enviado", chat=office.group.id)
    office.reply(topic, "Hasta pronto")
    office.jean.unblock()
    office.jean.say("Volví")
    office.heard("Hasta pronto")
    office.heard("Venga el martes")
    office.stays_unheard("SECRETO", 0.5)
    assert not any("Venga el lunes" in screen.text for screen in office.jean.screens())


def test_a_press_and_a_message_of_somebody_without_a_role_do_nothing_but_are_answered(office: Office) -> None:
    topic = asked(office)
    stranger = office.playground.person("ana", "Ana")
    office.group.join(stranger)
    press = office.press(topic, "Cerrar", stranger)
    assert "no tiene el rol" in stranger.wait_for_answer(press)
    stranger.say("SECRETO de quien no atiende", chat=office.group.id, thread=topic)
    until(lambda: any("no llegó a la persona" in text for text in office.texts(topic)))
    office.stays_unheard("SECRETO", 0.5)
    assert "en espera" in office.card(topic).text


def test_an_answer_to_a_closed_case_is_refused_and_said(office: Office) -> None:
    topic = asked(office)
    office.press(topic, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    until(lambda: "Estado: cerrado" in office.card(topic).text)
    office.reply(topic, "TARDE")
    until(lambda: any("el caso está cerrado" in text for text in office.texts(topic)))
    office.stays_unheard("TARDE", 0.5)


def test_what_staff_press_is_sent_once_however_often_the_group_refuses_to_hear_of_it(office: Office) -> None:
    topic = asked(office)
    office.press(topic, "Respuesta preparada")
    until(lambda: "Recibimos su mensaje" in office.card(topic).labels)
    office.playground.fault("too_many", chat=office.group.id, times=3, seconds=1)
    office.press(topic, "Recibimos su mensaje")
    until(lambda: any("Se envió a la persona" in text for text in office.texts(topic)))
    assert sum("Le escribimos aquí mismo" in screen.text for screen in office.jean.screens()) == 1


def test_flood_control_in_the_group_delays_nobodys_private_chat(office: Office) -> None:
    office.playground.fault("too_many", chat=office.group.id, times=3, seconds=2)
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say("Escribo durante el límite")
    office.jean.say("/requisitos")
    office.jean.wait_for("equisito", seconds=3)
    until(lambda: office.topics("D-20"))
    topic = office.topic("D-20")
    until(lambda: "Escribo durante el límite" in office.texts(topic))
    assert len(office.topics("D-20")) == 1


@ON_BOTH
def test_what_is_written_while_the_topic_is_being_opened_arrives_in_order(office: Office) -> None:
    office.playground.fault("slow", method="createForumTopic", times=1, seconds=2)
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    for word in ("uno", "dos", "tres"):
        office.jean.say(word)
    topic = office.topic("D-20")
    until(lambda: "tres" in office.texts(topic))
    assert [text for text in office.texts(topic) if text in ("uno", "dos", "tres")] == ["uno", "dos", "tres"]
    assert len(office.topics("D-20")) == 1


@ON_BOTH
def test_two_of_the_staff_answer_at_once_and_both_are_heard_once(office: Office) -> None:
    topic = asked(office)
    luis = office.playground.person("luis", "Luis")
    office.group.join(luis)
    office.join_staff(luis)
    office.reply(topic, "Respuesta de Sofía")
    luis.say("Respuesta de Luis", chat=office.group.id, thread=topic)
    for words in ("Respuesta de Sofía", "Respuesta de Luis"):
        office.heard(words)
        assert len([each for each in office.jean.screens() if each.text == words]) == 1
    until(lambda: "tomado por Sofía" in office.card(topic).text)


def test_commands_are_answered_in_the_group(office: Office) -> None:
    topic = asked(office)
    reference = office.topics()[topic]["name"].split(" ")[1]
    for command, answer in (
        ("/ayuda", "Así funciona esta sala"),
        ("/cola", reference),
        (f"/caso {reference.lower()}", "en espera"),
        ("/caso D-2026-0000", "Ningún caso"),
        ("/invitar Quilicura", "inv_"),
        ("/invitar Atlántida del Sur", "No encontramos esa comuna"),
    ):
        office.sofia.say(command, chat=office.group.id)
        office.sofia.wait_for(answer, chat=office.group.id, anywhere=True)
