import pytest

from bot.playground.person import NothingCame, Person, Playground
from tests.playground.caller import Caller, keyboard

QUESTION = {"text": "¿Hay <b>oficina</b>?", "parse_mode": "HTML", "reply_markup": keyboard([("Sí", "a"), ("No", "b")])}


def test_a_press_is_heard_and_answered(bot: Caller, marta: Person) -> None:
    bot.call("sendMessage", chat_id=marta.id, **QUESTION)
    screen = marta.wait_for("¿Hay oficina?")
    assert screen.buttons == (("Sí", "No"),)
    press = marta.press("No")
    query = bot.updates()[0]["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (press, "b", marta.id)
    assert query["message"]["message_id"] == screen.message_id
    bot.call("answerCallbackQuery", callback_query_id=press, text="Guardado")
    assert marta.wait_for_answer(press) == "Guardado"


@pytest.mark.parametrize(("age", "is_answered"), [(149, True), (151, False)])
def test_a_press_can_be_answered_for_two_and_a_half_minutes(
    age: int, is_answered: bool, bot: Caller, marta: Person, playground: Playground
) -> None:
    bot.call("sendMessage", chat_id=marta.id, **QUESTION)
    press = marta.press("Sí")
    playground.advance(age)
    assert bot.answer("answerCallbackQuery", callback_query_id=press).is_success is is_answered


def test_an_edit_changes_the_message_in_its_place(bot: Caller, marta: Person) -> None:
    sent = bot.call("sendMessage", chat_id=marta.id, **QUESTION)
    place = {"chat_id": marta.id, "message_id": sent["message_id"]}
    assert "message is not modified" in bot.refused("editMessageText", **place, **QUESTION)
    edited = bot.call("editMessageText", **place, text="Gracias")
    assert "reply_markup" not in edited
    assert edited["date"] == sent["date"]
    assert [screen.text for screen in marta.screens()] == ["Gracias"]
    assert "message is not modified" in bot.refused("editMessageReplyMarkup", **place)
    bot.call("editMessageReplyMarkup", **place, reply_markup=keyboard([("Otra vez", "c")]))
    assert marta.screen().labels == ("Otra vez",)
    assert marta.screen().text == "Gracias"


def test_what_has_a_reply_keyboard_cannot_be_edited(bot: Caller, marta: Person) -> None:
    sent = bot.call("sendMessage", chat_id=marta.id, text="a", reply_markup={"remove_keyboard": True})
    assert bot.refused("editMessageText", chat_id=marta.id, message_id=sent["message_id"], text="b") == (
        "Bad Request: message can't be edited"
    )


def test_a_message_can_be_deleted_for_two_days(bot: Caller, marta: Person, playground: Playground) -> None:
    old = bot.call("sendMessage", chat_id=marta.id, text="a")["message_id"]
    playground.advance(48 * 3600 + 1)
    new = bot.call("sendMessage", chat_id=marta.id, text="b")["message_id"]
    assert bot.refused("deleteMessage", chat_id=marta.id, message_id=old) == "Bad Request: message can't be deleted for everyone"
    bot.call("deleteMessage", chat_id=marta.id, message_id=new)
    bot.call("deleteMessages", chat_id=marta.id, message_ids=[old, new, 999])
    assert [screen.text for screen in marta.screens()] == ["a"]


def test_replies_show_what_they_reply_to(bot: Caller, marta: Person) -> None:
    said = marta.say("hola")
    first = bot.call("sendMessage", chat_id=marta.id, text="a", reply_parameters={"message_id": said})
    assert first["reply_to_message"]["text"] == "hola"
    marta.say("sí", reply_to=first["message_id"])
    replied = bot.updates()[-1]["message"]["reply_to_message"]
    assert replied["text"] == "a"
    assert "reply_to_message" not in replied


def test_copies_say_not_from_whom_and_forwards_do(bot: Caller, playground: Playground, marta: Person) -> None:
    ana = playground.person("ana")
    ana.say("hola")
    said = marta.say("gracias")
    copy = bot.call("copyMessage", chat_id=ana.id, from_chat_id=marta.id, message_id=said)
    assert list(copy) == ["message_id"]
    assert "forward_origin" not in ana.screen().message
    assert ana.screen().text == "gracias"
    forwarded = bot.call("forwardMessage", chat_id=ana.id, from_chat_id=marta.id, message_id=said)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Marta"


def test_what_is_too_long_is_sent_as_several_and_words_are_never_emptied(bot: Caller, marta: Person) -> None:
    last = marta.say("a" * 4096 + "b" * 10)
    assert [len(update["message"]["text"]) for update in bot.updates()] == [4096, 10]
    for words in ("", "c" * 4097):
        with pytest.raises(AssertionError, match="1 to 4096"):
            marta.edit(last, words)


def test_of_a_quiz_there_is_no_copy(bot: Caller, marta: Person) -> None:
    place = {"chat_id": marta.id, "from_chat_id": marta.id}
    assert bot.refused("copyMessage", **place, message_id=marta.send_odd("quiz")) == "Bad Request: the message can't be copied"
    bot.call("copyMessage", **place, message_id=marta.send_odd("dice"))


def test_odd_things_are_heard_as_what_they_are(bot: Caller, marta: Person) -> None:
    for kind in ("sticker", "voice", "location", "contact"):
        marta.send_odd(kind)
    heard = [update["message"] for update in bot.updates()]
    assert [kind in message for kind, message in zip(("sticker", "voice", "location", "contact"), heard, strict=True)] == [
        True
    ] * 4


def test_a_phone_shows_commands_of_its_language_and_chat(bot: Caller, playground: Playground, marta: Person) -> None:
    jean = playground.person("jean", language="fr-CA")

    def offered(person: Person) -> list[str]:
        commands = playground.get(f"people/{person.key}")["person"]["commands"][str(person.id)]
        return [command["description"] for command in commands]

    bot.call("setMyCommands", commands=[{"command": "ayuda", "description": "Ayuda"}])
    bot.call("setMyCommands", commands=[{"command": "ayuda", "description": "Aide"}], language_code="fr")
    assert (offered(marta), offered(jean)) == (["Ayuda"], ["Aide"])
    here = {"scope": {"type": "chat", "chat_id": jean.id}}
    bot.call("setMyCommands", commands=[{"command": "ayuda", "description": "Èd"}], **here)
    assert offered(jean) == ["Èd"]
    assert bot.call("getMyCommands", **here)[0]["description"] == "Èd"
    bot.call("deleteMyCommands", **here)
    assert offered(jean) == ["Aide"]
    jean.speak("")
    assert offered(jean) == ["Ayuda"]


def test_descriptions_are_kept_by_language(bot: Caller) -> None:
    bot.call("setMyDescription", description="Le acompaña")
    bot.call("setMyDescription", description="Li akonpaye ou", language_code="ht")
    assert bot.call("getMyDescription", language_code="ht") == {"description": "Li akonpaye ou"}
    assert bot.call("getMyDescription", language_code="fr") == {"description": "Le acompaña"}
    assert bot.call("getMyName") == {"name": "Sello Migrante"}


def test_waiting_in_vain_says_what_stood_there(bot: Caller, marta: Person) -> None:
    bot.call("sendMessage", chat_id=marta.id, text="otra cosa")
    with pytest.raises(NothingCame, match="otra cosa"):
        marta.wait_for("nunca", seconds=0.1)
    with pytest.raises(NothingCame, match="no button"):
        marta.press("No existe")
