"""The bot dies in the midst of it, and another one takes up what it left: nothing is lost, nothing leaks."""

import time
from collections.abc import Callable

import pytest

from bot.memory import relays
from bot.memory.database import open_engine
from tests.telegram.conftest import Bot, NewDatabase, StartBot
from tests.telegram.office import Office, until
from tests.telegram.test_room import asked


@pytest.fixture
def another(office: Office, bots: list[Bot], start_bot: StartBot) -> Callable[[], None]:
    """Lets the bot die this moment, and starts another on the same database."""

    def die_and_begin() -> None:
        bots[-1].die()
        start_bot(api_url=office.api.url, api_token=office.api.token, support_chat_id=office.group.id)

    return die_and_begin


def in_hand(office: Office, method: str) -> None:
    """Holds the next call of that kind; the bot will die over it."""
    office.playground.fault("slow", method=method, seconds=1.5)


def held(office: Office) -> None:
    """The call is being held."""
    until(lambda: not office.playground.get("state")["faults"])


def heard(office: Office, words: str) -> int:
    """How often the person heard them, once the call that was held is over."""
    office.heard(words)
    time.sleep(2)
    return len([each for each in office.jean.screens() if each.text == words])


def unsure(database_url: str) -> int:
    """How many messages the bot itself counts as maybe sent twice."""
    engine = open_engine(database_url)
    with engine.connect() as connection:
        counted = relays.repeated(connection)
    engine.dispose()
    return counted


def test_while_the_topic_is_being_opened(office: Office, another: Callable[[], None]) -> None:
    in_hand(office, "createForumTopic")
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say("uno")
    held(office)
    another()
    office.jean.say("dos")
    topic = office.topic_with("dos")
    assert [text for text in office.texts(topic) if text in ("uno", "dos")] == ["uno", "dos"]
    references = {each["name"].split(" ")[1] for each in office.topics("D-20").values()}
    assert len(references) == 1
    office.jean.wait_for(references.pop())


def test_while_an_answer_is_being_copied(office: Office, another: Callable[[], None], new_database: NewDatabase) -> None:
    topic = asked(office)
    in_hand(office, "copyMessage")
    office.reply(topic, "Llame mañana")
    held(office)
    another()
    office.reply(topic, "Y después vuelva")
    assert heard(office, "Y después vuelva") == 1
    assert 1 <= heard(office, "Llame mañana") <= 1 + unsure(new_database("bot"))


def test_while_the_person_blocks_us(office: Office, another: Callable[[], None]) -> None:
    topic = asked(office)
    office.jean.block()
    office.reply(topic, "Vuelva a escribir")
    until(lambda: "bloqueó el asistente" in office.card(topic).text)
    another()
    office.jean.unblock()
    office.jean.say("Ya")
    assert heard(office, "Vuelva a escribir") == 1


def test_while_the_group_takes_no_more(office: Office, another: Callable[[], None]) -> None:
    topic = asked(office)
    office.playground.fault("too_many", chat=office.group.id, times=2, seconds=2)
    office.jean.say("Escribo durante el límite")
    time.sleep(0.5)
    another()
    until(lambda: "Escribo durante el límite" in office.texts(topic))
    assert office.texts(topic).count("Escribo durante el límite") == 1


def test_before_somebody_without_a_role_is_answered(office: Office, another: Callable[[], None]) -> None:
    topic = asked(office)
    stranger = office.playground.person("ana", "Ana")
    office.group.join(stranger)
    stranger.say("SECRETO de quien no atiende", chat=office.group.id, thread=topic)
    press = office.press(topic, "Cerrar", stranger)
    another()
    assert "no tiene el rol" in stranger.wait_for_answer(press)
    until(lambda: any("no llegó a la persona" in text for text in office.texts(topic)))
    office.stays_unheard("SECRETO", 0.5)
    assert "en espera" in office.card(topic).text


def test_before_what_cannot_be_brought_is_named(office: Office, another: Callable[[], None]) -> None:
    topic = asked(office)
    office.sofia.send_odd("quiz", chat=office.group.id, thread=topic)
    another()
    until(lambda: any("No llegó a la persona" in text for text in office.texts(topic)))
    office.press(topic, "Cerrar")
    until(lambda: "Estado: cerrado" in office.card(topic).text)
    office.reply(topic, "TARDE")
    another()
    until(lambda: any("el caso está cerrado" in text for text in office.texts(topic)))
    office.stays_unheard("TARDE", 0.5)


def test_while_two_of_the_staff_answer_one_of_them_at_length(
    office: Office, another: Callable[[], None], new_database: NewDatabase
) -> None:
    topic = asked(office)
    luis = office.playground.person("luis", "Luis")
    office.group.join(luis)
    office.join_staff(luis)
    in_hand(office, "copyMessage")
    office.reply(topic, "a" * 4096 + "b" * 10)
    luis.say("Respuesta de Luis", chat=office.group.id, thread=topic)
    held(office)
    another()
    assert heard(office, "Respuesta de Luis") == 1
    words = [each.text for each in office.jean.screens() if each.text in ("a" * 4096, "b" * 10, "Respuesta de Luis")]
    assert list(dict.fromkeys(words)) == ["a" * 4096, "b" * 10, "Respuesta de Luis"]
    assert len(words) <= 3 + unsure(new_database("bot"))
    until(lambda: "tomado por Sofía" in office.card(topic).text)
