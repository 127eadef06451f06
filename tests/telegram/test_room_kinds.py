"""Messages of every kind: brought to the other side, or said not to have been."""

import pytest

from tests.telegram.conftest import ON_BOTH
from tests.telegram.office import Office, until
from tests.telegram.test_room import asked

pytestmark = ON_BOTH


def brought(office: Office, kind: str, topic: int = 0) -> None:
    """The bot's copy is there: in the topic, or with the person where none is named."""
    until(
        lambda: any(
            kind in each and each["from"]["is_bot"] for each in (office.in_topic(topic) if topic else office.jean.messages())
        )
    )


def test_stickers_and_contacts_go_both_ways(office: Office) -> None:
    topic = asked(office)
    for kind in ("sticker", "contact"):
        office.sofia.send_odd(kind, chat=office.group.id, thread=topic)
        brought(office, kind)
        office.jean.send_odd(kind)
        brought(office, kind, topic)


@pytest.mark.parametrize("kind", ["dice", "quiz"])
def test_a_kind_that_cannot_be_copied_is_said_to_whoever_sent_it(office: Office, kind: str) -> None:
    topic = asked(office)
    office.sofia.send_odd(kind, chat=office.group.id, thread=topic)
    until(lambda: any("No llegó a la persona" in text for text in office.texts(topic)))
    office.reply(topic, "Mejor se lo escribo")
    office.heard("Mejor se lo escribo")
    assert not any({"dice", "poll"} & each.keys() for each in office.jean.messages())


def test_what_a_person_sends_and_cannot_be_copied_is_said_to_staff_and_stops_nothing(office: Office) -> None:
    topic = asked(office)
    office.jean.send_odd("quiz")
    until(lambda: any("no se pudo copiar aquí" in text for text in office.texts(topic)))
    office.jean.send_odd("dice")
    brought(office, "dice", topic)
    office.jean.say("¿Llegó?")
    until(lambda: "¿Llegó?" in office.texts(topic))
