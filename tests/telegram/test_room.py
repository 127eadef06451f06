"""A case there and back: the person writes, staff answer from their group, and nothing of it is lost."""

from tests.telegram.office import Office, until


def test_a_case_goes_there_and_back(office: Office) -> None:
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say("No entiendo la pregunta del convenio")
    topic = office.topic("D-20")
    until(lambda: "No entiendo la pregunta del convenio" in office.texts(topic))
    reference = office.topics()[topic]["name"].split(" ")[1]
    office.heard(reference)

    office.reply(topic, "¿Cuál de las preguntas?")
    answer = office.heard("¿Cuál de las preguntas?")
    assert answer["reply_markup"]["inline_keyboard"][0][0]["text"] == "Responder"

    office.jean.say("La segunda")
    until(lambda: "La segunda" in office.texts(topic))

    office.press(topic, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    office.jean.press("Me sirvió")
    office.jean.wait_for("Gracias")
    until(lambda: office.group.topics[topic]["is_closed"])
