"""What served its time, or whose person is forgotten, goes from the group, too: the topic with everything in it."""

from typing import Any

from sqlalchemy import Update, update

from bot.memory.database import open_engine
from bot.memory.tables import case, errand, person
from tests.telegram.conftest import ON_BOTH, Bot, StartBot
from tests.telegram.office import Office, until
from tests.telegram.test_room import asked
from tests.telegram.test_room_group import errands_left
from tests.telegram.test_room_removing import official

_DAY = 86400.0


def forgotten(office: Office) -> None:
    """Jean has everything forgotten."""
    office.jean.say("/borrar")
    office.jean.wait_for("se borran también de su grupo")
    office.jean.press("Sí, borrar todo")


def change(database_url: str, statement: Update) -> None:
    """Changes what the bot remembers."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()


def said_in_group(office: Office, words: str) -> int:
    """How many messages of the group have these words."""
    return sum(words in str(each.get("text", "")) for each in office.sofia.messages(office.group.id))


def settings_of(office: Office) -> dict[str, Any]:
    """What a bot needs to attend to this office."""
    return {"api_url": office.api.url, "api_token": office.api.token, "support_chat_id": office.group.id}


@ON_BOTH
def test_a_case_that_served_its_time_takes_its_topic_along(office: Office, bots: list[Bot], start_bot: StartBot) -> None:
    database_url, old = bots[-1].settings.bot_database_url, asked(office)
    office.press(old, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    until(lambda: office.group.topics[old]["is_closed"])
    office.jean.say("/persona")
    office.jean.say("Otra pregunta")
    fresh = office.topic_with("Otra pregunta")
    bots[-1].end()
    change(database_url, update(case).where(case.c.thread == old).values(closed_at=case.c.closed_at - 90.1 * _DAY))
    start_bot(**settings_of(office))
    until(lambda: old not in office.group.topics)
    assert fresh in office.group.topics
    until(lambda: not errands_left(database_url))


def test_whoever_is_forgotten_leaves_no_topic_open_or_closed(office: Office, bots: list[Bot]) -> None:
    closed = asked(office)
    office.press(closed, "Cerrar")
    office.jean.wait_for("¿Le sirvió la ayuda?")
    until(lambda: office.group.topics[closed]["is_closed"])
    office.jean.say("/persona")
    office.jean.say("Otra pregunta")
    waiting = office.topic_with("Otra pregunta")
    reference = office.group.topics[waiting]["name"].split(" ")[1]
    forgotten(office)
    until(lambda: not office.topics("D-20"))
    until(lambda: said_in_group(office, f"El caso {reference} terminó y su tema se borró"))
    assert said_in_group(office, "su tema se borró") == 1
    until(lambda: not errands_left(bots[-1].settings.bot_database_url))


def test_a_topic_that_is_gone_already_is_no_trouble(office: Office, bots: list[Bot]) -> None:
    topic = asked(office)
    office.group.delete_topic(office.sofia, topic)
    forgotten(office)
    until(lambda: said_in_group(office, "su tema se borró"))
    until(lambda: not errands_left(bots[-1].settings.bot_database_url))


def test_without_the_right_to_delete_it_is_closed_said_once_and_deleted_later(office: Office, bots: list[Bot]) -> None:
    database_url, topic = bots[-1].settings.bot_database_url, asked(office)
    office.group.let_bot_delete_messages(False)
    forgotten(office)
    until(lambda: said_in_group(office, "«Eliminar mensajes»"))
    until(lambda: office.group.topics[topic]["is_closed"])
    change(database_url, update(errand).values(due=0.0))

    rosa = office.playground.person("rosa", "Rosa")
    rosa.say("/start")
    rosa.wait_for("Choose your language")
    rosa.press("Español")
    rosa.say("/persona")
    rosa.wait_for("Hablar con una persona")
    rosa.say("¿Hay alguien?")
    office.topic_with("¿Hay alguien?")  # whoever asks meanwhile is heard
    assert said_in_group(office, "«Eliminar mensajes»") == 1

    office.group.let_bot_delete_messages(True)
    change(database_url, update(errand).values(due=0.0))
    until(lambda: topic not in office.group.topics)


def test_whoever_inherits_from_a_focal_point_who_stayed_away_for_a_year_is_told(
    office: Office, bots: list[Bot], start_bot: StartBot
) -> None:
    ana, bea = official(office, "ana", "Ana Soto", "Encargada"), official(office, "bea", "Bea Ruiz", "Abogada")
    bots[-1].end()
    absent = update(person).where(person.c.id == str(ana.id)).values(seen_at=person.c.seen_at - 366 * _DAY)
    change(bots[-1].settings.bot_database_url, absent)
    start_bot(**settings_of(office))
    bea.wait_for("Usted queda como contraparte de Quilicura", anywhere=True)


def test_a_topic_that_is_being_opened_meanwhile_goes_as_well(office: Office, bots: list[Bot]) -> None:
    office.playground.fault("slow", method="createForumTopic", seconds=5)
    office.playground.fault("slow", method="deleteForumTopic", seconds=1)  # so that it is seen before it goes
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say("No entiendo la pregunta")
    until(lambda: len(office.playground.get("state")["faults"]) == 1)
    forgotten(office)
    office.jean.wait_for("Borramos", anywhere=True)
    assert not office.topics("D-20")  # it comes only now
    office.topic("D-20")
    until(lambda: not office.topics("D-20"))
    until(lambda: not errands_left(bots[-1].settings.bot_database_url))
