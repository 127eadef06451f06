"""What staff mark as a note while it is on its way does not stay with the person."""

from tests.telegram.conftest import ON_BOTH
from tests.telegram.office import Office, until
from tests.telegram.test_room import asked

pytestmark = ON_BOTH
SECRET = "SECRETO: no decirle"


def taken_back(office: Office, topic: int) -> None:
    """The note had reached the person, is there no more, and staff know."""
    until(lambda: any("se retiró del chat" in text for text in office.texts(topic)))
    assert len(office.playground.calls("deleteMessage")) == 1
    assert not any(SECRET in str(each) for each in office.jean.messages())
    assert sum("se retiró del chat" in text for text in office.texts(topic)) == 1


def test_an_answer_changed_into_a_note_while_it_is_being_copied_is_taken_back(office: Office) -> None:
    topic = asked(office)
    office.playground.fault("slow", method="copyMessage", seconds=1.5)
    answer = office.reply(topic, "Venga el lunes")
    until(lambda: not office.playground.get("state")["faults"])
    office.sofia.edit(answer, f"// {SECRET}", chat=office.group.id)
    taken_back(office, topic)
    office.reply(topic, "Venga el martes")
    office.heard("Venga el martes")


def test_one_whose_change_is_heard_of_after_the_copy_is_taken_back_too(office: Office) -> None:
    topic = asked(office)
    office.playground.fault("slow", method="getUpdates", seconds=3)
    office.playground.fault("slow", method="copyMessage", seconds=1)
    answer = office.reply(topic, "Venga el lunes")
    until(lambda: not office.playground.get("state")["faults"])
    office.sofia.edit(answer, f"// {SECRET}", chat=office.group.id)
    until(lambda: any(SECRET in str(each) for each in office.jean.messages()))
    taken_back(office, topic)


def test_an_album_whose_words_become_a_note_before_it_leaves_does_not_leave(office: Office) -> None:
    topic = asked(office)
    office.jean.block()
    album = {"a.pdf": b"%PDF-1", "b.pdf": b"%PDF-2"}
    parts = office.sofia.send_files(album, caption="Lea esto", chat=office.group.id, thread=topic)
    until(lambda: "bloqueó el asistente" in office.card(topic).text)
    office.sofia.edit(parts[0], f"// {SECRET}", chat=office.group.id)
    office.reply(topic, "Hasta luego")
    office.jean.unblock()
    office.jean.say("Volví")
    office.heard("Hasta luego")
    assert not any("document" in each for each in office.jean.messages())
