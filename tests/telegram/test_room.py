"""A case there and back: the person writes, staff answer from their group, and nothing of it is lost."""

import io

from PIL import Image

from tests.telegram.conftest import ON_BOTH
from tests.telegram.office import Office, until

pytestmark = ON_BOTH


def _picture(shade: int) -> bytes:
    written = io.BytesIO()
    Image.new("L", (40, 40), shade).save(written, "PNG")
    return written.getvalue()


def asked(office: Office, text: str = "No entiendo la pregunta del convenio") -> int:
    """Jean asks a person; the topic of the case, once his words are in it."""
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say(text)
    topic = office.topic("D-20")
    until(lambda: text in office.texts(topic))
    return topic


def test_a_case_goes_there_and_back(office: Office) -> None:
    topic = asked(office)
    reference = office.topics()[topic]["name"].split(" ")[1]
    office.heard(reference)

    office.reply(topic, "¿Cuál de las preguntas?")
    answer = office.heard("¿Cuál de las preguntas?")
    assert answer["reply_markup"]["inline_keyboard"][0][0]["text"] == "Responder"
    assert "Sofía" not in str(answer)

    office.jean.say("La segunda")
    until(lambda: "La segunda" in office.texts(topic))
    until(lambda: "tomado por Sofía" in office.card(topic).text)

    office.press(topic, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    office.jean.press("Me sirvió")
    office.jean.wait_for("Gracias")
    until(lambda: office.group.topics[topic]["is_closed"])


def test_a_note_stays_inside_also_when_it_is_edited_or_heads_an_album(office: Office) -> None:
    topic = asked(office)
    note = office.reply(topic, "// SECRETO: ya preguntó ayer")
    office.sofia.edit(note, "SECRETO sin marca", chat=office.group.id)
    contents = {"uno.pdf": b"%PDF-1", "dos.pdf": b"%PDF-2"}
    office.sofia.send_files(contents, caption="// SECRETO en álbum", chat=office.group.id, thread=topic)
    office.reply(topic, "Esto sí le llega")
    office.heard("Esto sí le llega")
    office.stays_unheard("SECRETO")
    assert not [each for each in office.jean.messages() if "document" in each]


def test_an_answer_that_is_edited_into_a_note_changes_nothing_for_the_person(office: Office) -> None:
    topic = asked(office)
    answer = office.reply(topic, "Llame mañana")
    office.heard("Llame mañana")
    office.playground.advance(60)
    office.sofia.edit(answer, "// SECRETO", chat=office.group.id)
    until(lambda: any("ya había llegado a la persona" in text for text in office.texts(topic)))
    office.stays_unheard("SECRETO", 0.5)


def test_edits_are_mirrored_both_ways(office: Office) -> None:
    topic = asked(office)
    written = office.jean.say("Es la pregunta 3")
    until(lambda: "Es la pregunta 3" in office.texts(topic))
    office.jean.edit(written, "Es la pregunta 4")
    until(lambda: "Es la pregunta 4" in office.texts(topic))

    answer = office.reply(topic, "Adjunte el oficio")
    office.heard("Adjunte el oficio")
    office.sofia.edit(answer, "Adjunte el decreto", chat=office.group.id)
    edited = office.heard("Adjunte el decreto")
    bold = {"type": "bold", "offset": 0, "length": 7}
    office.sofia.edit(answer, "Adjunte ya el decreto", chat=office.group.id, entities=[bold])
    assert office.heard("Adjunte ya el decreto")["entities"] == [bold]
    assert edited["reply_markup"]
    assert not any("Adjunte el oficio" in screen.text for screen in office.jean.screens())


def test_what_stands_below_a_file_is_mirrored_both_ways_when_it_changes_or_is_taken_away(office: Office) -> None:
    topic = asked(office)
    [sent] = office.jean.send_files({"uno.png": _picture(1)}, kind="photo", caption="Es el oficio")
    until(lambda: "Es el oficio" in office.texts(topic))
    office.jean.edit(sent, "Es el decreto")
    until(lambda: "Es el decreto" in office.texts(topic))
    office.jean.edit(sent, "")
    until(lambda: "Es el decreto" not in office.texts(topic))

    parts = office.sofia.send_files(
        {"a.png": _picture(2), "b.png": _picture(3)}, kind="photo", caption="Así se ve", chat=office.group.id, thread=topic
    )
    office.heard("Así se ve")
    office.sofia.edit(parts[0], "Así se ve firmado", chat=office.group.id)
    assert "photo" in office.heard("Así se ve firmado")
    office.sofia.edit(parts[0], "", chat=office.group.id)
    until(lambda: not any("Así se ve" in screen.text for screen in office.jean.screens()))
    assert not any("ya no se puede cambiar" in text for text in office.texts(topic))


def test_a_message_longer_than_one_may_be_comes_whole_and_in_order(office: Office) -> None:
    topic = asked(office)
    words = " ".join(f"palabra-{n}" for n in range(600))
    assert len(words) > 4096
    office.reply(topic, words)
    office.heard("palabra-599")
    heard = "".join(each.text for each in office.jean.screens() if "palabra-" in each.text)
    assert heard.replace(" ", "") == words.replace(" ", "")


def test_answers_stand_under_what_they_answer_on_both_sides(office: Office) -> None:
    topic = asked(office)
    question = office.jean.say("¿Sirve un oficio?")
    until(lambda: "¿Sirve un oficio?" in office.texts(topic))
    copy = next(each for each in office.in_topic(topic) if each.get("text") == "¿Sirve un oficio?")
    office.reply(topic, "Ese sirve", reply_to=copy["message_id"])
    answer = office.heard("Ese sirve")
    assert answer["reply_to_message"]["message_id"] == question

    office.jean.say("Gracias por eso", reply_to=answer["message_id"])
    until(lambda: "Gracias por eso" in office.texts(topic))
    back = next(each for each in office.in_topic(topic) if each.get("text") == "Gracias por eso")
    assert back["reply_to_message"]["text"] == "Ese sirve"


def test_albums_come_whole_on_both_sides_and_a_photo_alone_opens_a_case(office: Office) -> None:
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.send_files({f"{n}.png": _picture(n) for n in range(3)}, kind="photo", caption="Estos son")
    topic = office.topic("D-20")
    until(lambda: len([each for each in office.in_topic(topic) if "photo" in each]) == 3)
    assert len(office.topics("D-20")) == 1

    office.sofia.send_files({"a.pdf": b"%PDF-1", "b.pdf": b"%PDF-2"}, chat=office.group.id, thread=topic)
    until(lambda: len([each for each in office.jean.messages() if "document" in each and each["from"]["is_bot"]]) == 2)
    office.heard("El equipo le envió estos archivos.")
    office.jean.send_odd("voice")
    until(lambda: any("voice" in each for each in office.in_topic(topic)))


def test_take_pass_on_canned_close_and_reopen(office: Office) -> None:
    topic = asked(office)
    office.press(topic, "Tomar")
    until(lambda: "tomado por Sofía" in office.card(topic).text)
    office.press(topic, "Devolver a la cola")
    until(lambda: "en espera" in office.card(topic).text)
    office.press(topic, "Respuesta preparada")
    office.press(topic, "Recibimos su mensaje")
    office.heard("Le escribimos aquí mismo")
    until(lambda: any("Se envió a la persona" in text for text in office.texts(topic)))
    office.press(topic, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    office.press(topic, "Reabrir")
    until(lambda: not office.group.topics[topic]["is_closed"])
    office.reply(topic, "Seguimos")
    office.heard("Seguimos")


def test_a_canned_reply_comes_in_the_persons_language(office: Office) -> None:
    office.jean.say("/idioma ht")
    until(lambda: "Kijan" in office.jean.screen().text or "ki" in office.jean.screen().text.lower())
    office.jean.say("/persona")
    office.jean.say("Mwen bezwen èd")
    topic = office.topic("D-20")
    until(lambda: "Idioma: Kreyòl" in office.card(topic).text)
    office.press(topic, "Respuesta preparada")
    office.press(topic, "Recibimos su mensaje")
    until(lambda: any("Se envió a la persona" in text for text in office.texts(topic)))
    assert not any("Recibimos su mensaje y lo estamos revisando" in screen.text for screen in office.jean.screens())


def test_writing_again_opens_a_closed_case_again(office: Office) -> None:
    topic = asked(office)
    office.press(topic, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    office.jean.say("Todavía tengo una duda")
    until(lambda: "Todavía tengo una duda" in office.texts(topic))
    until(lambda: not office.group.topics[topic]["is_closed"])
    assert len(office.topics("D-20")) == 1


def test_free_text_is_marked_with_its_language_for_whoever_reads_another(office: Office) -> None:
    office.jean.say("/idioma ht")
    office.jean.say("/persona")
    office.jean.say("Mwen bezwen èd")
    topic = office.topic_with("Mwen bezwen èd")
    office.reply(topic, "Venga mañana")
    answer = office.heard("Venga mañana")
    assert answer["reply_markup"]["inline_keyboard"][0][0]["text"] == "Reponn (an panyòl)"
