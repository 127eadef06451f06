"""What the api is told of a municipality's work: once a day for each person, with what is unmet; nothing of a practice."""

from datetime import timedelta

from bot.dialogue.events import Accepted, HandedOver, Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import NOON, Chat


def member(content: Content) -> Chat:
    return Chat.of(content).start().outcome(Accepted("05109", focal_point=True)).write("Ana Pérez", "Asesora")


def told(chat: Chat) -> list[str]:
    return [each.kind for each in chat.reports]


def test_opened_and_answered_once_a_day(content: Content) -> None:
    chat = member(content).press("No lo ha tenido", "No", "No", "Continuar", "Nadie")
    assert told(chat) == ["opened", "answered"]
    assert {each.cut for each in chat.reports} == {"05109"}
    chat.now += timedelta(days=1)
    chat.happens(Opened(Place.HOME)).happens(Opened(Place.TASKS))
    assert told(chat) == ["opened", "answered", "opened"]
    chat.happens(Opened(Place.QUESTION)).press("Sí" if "Sí" in chat.buttons() else "Aún no lo sé")
    assert told(chat)[3:] == ["answered"]


def test_what_is_unmet_goes_along_and_what_is_still_open_does_not(content: Content) -> None:
    chat = member(content).press("No lo ha tenido", "No", "No", "Continuar", "Nadie")
    assert chat.reports[-1].unmet_essential == ()
    chat.now += timedelta(days=1)
    chat.happens(Opened(Place.TASKS))
    assert chat.reports[-1].unmet_essential == ("INS-1",)


def test_a_hand_over_is_told_on_the_day_of_an_opening_too(content: Content) -> None:
    chat = member(content)
    chat.outcome(HandedOver(1, "SM-2026-0001-AB", NOON, "ab"))
    assert told(chat) == ["opened", "handed_over"]
    chat.outcome(HandedOver(1, "SM-2026-0001-AB", NOON, "ab"))
    assert told(chat) == ["opened", "handed_over"]


def test_a_practice_is_nobody_s_business(content: Content) -> None:
    assert Chat.of(content).start().press("Trabajo en municipalidad", "Practicar", "No lo ha tenido", "No", "No").reports == []


def test_services_do_not_open_the_dossier(content: Content) -> None:
    chat = member(content)
    chat.reports.clear()
    chat.now += timedelta(days=1)
    assert told(chat.happens(Opened(Place.SERVICES)).happens(Opened(Place.ADVISER))) == []
