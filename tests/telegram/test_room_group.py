"""The group is changed under our feet: that is found on use, and mended or said, and nothing is lost by it."""

import pytest
from sqlalchemy import func, select

from bot.memory.database import open_engine
from bot.memory.tables import errand
from bot.playground.person import Playground
from tests.telegram.conftest import NewDatabase, StartBot
from tests.telegram.office import Office, RunningApi, until
from tests.telegram.test_room import asked


def test_a_deleted_topic_is_opened_again_and_the_message_sent_into_it(office: Office) -> None:
    topic = asked(office)
    office.group.delete_topic(office.sofia, topic)
    office.jean.say("¿Sigue ahí?")
    until(lambda: any(id != topic for id in office.topics("D-20")))
    again = max(office.topics("D-20"))
    until(lambda: "¿Sigue ahí?" in office.texts(again))
    assert "Idioma:" in office.card(again).text
    office.reply(again, "Aquí sigo")
    office.heard("Aquí sigo")


def test_a_topic_closed_or_renamed_by_hand_keeps_nobody_from_being_heard(office: Office) -> None:
    topic = asked(office)
    office.group.rename_topic(office.sofia, topic, "otra cosa")
    office.group.close_topic(office.sofia, topic)
    office.jean.say("¿Me lee?")
    until(lambda: "¿Me lee?" in office.texts(topic))
    office.reply(topic, "Sí, le leo")
    office.heard("Sí, le leo")


def test_a_group_without_topics_is_found_and_the_person_told_the_truth(office: Office) -> None:
    office.group.use_topics(False)
    office.jean.say("/persona")
    office.jean.wait_for("Hablar con una persona")
    office.jean.say("¿Hay alguien?")
    office.jean.wait_for("Ahora no hay una persona conectada")
    office.group.use_topics(True)
    until(lambda: office.topics("D-20"), 40)
    topic = office.topic("D-20")
    until(lambda: "¿Hay alguien?" in office.texts(topic), 30)
    office.sofia.wait_for("El grupo no tiene temas", chat=office.group.id, anywhere=True)
    office.jean.wait_for("Esperamos responderle")
    assert "Ahora no hay una persona conectada" not in office.jean.screen().text


def test_a_group_that_moves_is_followed(office: Office) -> None:
    asked(office)
    moved = office.group.migrate()
    office.jean.say("¿Y ahora?")
    there = Office(office.playground, office.api, moved, office.jean, office.sofia)
    topic = there.topic("D-20")
    until(lambda: "¿Y ahora?" in there.texts(topic))
    there.reply(topic, "Ahora también")
    there.heard("Ahora también")


def test_a_bot_that_may_no_longer_manage_topics_says_so_and_loses_nothing(office: Office, new_database: NewDatabase) -> None:
    topic = asked(office)
    office.group.let_bot_manage_topics(False)
    office.jean.say("¿Sigue ahí?")
    until(lambda: "¿Sigue ahí?" in office.texts(topic))
    office.reply(topic, "Aquí sigo")
    office.heard("Aquí sigo")
    until(lambda: "tomado por Sofía" in office.card(topic).text)
    until(lambda: said_to_lack_rights(office))
    until(lambda: not errands_left(new_database("bot")))  # a card that cannot be named is not drawn over and over

    rosa = office.playground.person("rosa", "Rosa")
    rosa.say("/start")
    rosa.wait_for("Choose your language")
    rosa.press("Español")
    rosa.say("/persona")
    rosa.wait_for("Hablar con una persona")
    rosa.say("¿Hay alguien?")
    rosa.wait_for("Ahora no hay una persona conectada")
    assert said_to_lack_rights(office) == 1

    office.group.let_bot_manage_topics(True)
    until(lambda: any("¿Hay alguien?" in office.texts(each) for each in office.topics()), 40)
    office.press(topic, "Cerrar")
    until(lambda: office.group.topics[topic]["name"].startswith("✅"))


def errands_left(database_url: str) -> int:
    """How many wait or are tried again."""
    engine = open_engine(database_url)
    with engine.connect() as connection:
        left = connection.execute(select(func.count()).select_from(errand)).scalar_one()
    engine.dispose()
    return int(left)


def said_to_lack_rights(office: Office) -> int:
    """How often it was said in the group."""
    return sum("ya no puede administrar los temas" in screen.text for screen in office.sofia.screens(office.group.id))


@pytest.mark.parametrize("group", [None, -1002999999999], ids=["none configured", "gone"])
def test_without_a_group_the_person_is_told_the_truth_and_the_case_waits(
    playground: Playground, api: RunningApi, start_bot: StartBot, group: int | None
) -> None:
    start_bot(api_url=api.url, api_token=api.token, support_chat_id=group)
    jean = playground.person("jean", "Jean", "fr")
    jean.say("/start")
    jean.wait_for("Choose your language")
    jean.press("Español")
    jean.wait_for("¿Qué necesita hoy?")
    jean.say("/persona")
    jean.wait_for("Hablar con una persona")
    jean.say("¿Hay alguien?")
    jean.wait_for("D-20")
    jean.wait_for("Ahora no hay una persona conectada")
