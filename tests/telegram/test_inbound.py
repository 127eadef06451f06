"""What people do on their phones, as Telegram tells it, and what it means."""

import json
from typing import Any

import pytest

from bot.dialogue.commands import PLACES_BY_COMMAND
from bot.dialogue.events import Event, Looked, Opened, Place, Replied, Sent, SentOther, Spoke, Started, Wrote
from bot.memory.inbox import lane_of
from bot.telegram.inbound import read_update

WHO = {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "pt-br"}
CHAT = {"id": 7, "type": "private"}


def message(**content: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 5, "date": 1, "chat": CHAT, "from": WHO, **content}}


def meaning(raw: dict[str, Any]) -> Event | None:
    arrival = read_update(json.dumps(raw))
    return arrival.event if arrival else None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("hola", Wrote("hola", message="7:5")),
        ("/", Wrote("/", message="7:5")),
        ("/start", Started()),
        ("/start inv_AbC-1_", Started("inv_AbC-1_")),
        ("/START@sello_demo_bot com_13101", Started("com_13101")),
        ("/ayuda", Opened(Place.HELP)),
        ("/help", Opened(Place.HELP)),
        ("/idioma", Opened(Place.LANGUAGE)),
        ("/idioma ht", Spoke("ht")),
        ("/language zh-CN", Spoke("zh_Hans")),
        ("/language ay", Opened(Place.LANGUAGE, "ay")),
        ("/requisitos", Opened(Place.REQUIREMENTS)),
        ("/assessment", Opened(Place.QUESTION)),
        ("/avance", Opened(Place.TASKS)),
        ("/status", Opened(Place.STATUS)),
        ("/servicios", Opened(Place.SERVICES)),
        ("/human", Opened(Place.ADVISER)),
        ("/privacidad", Opened(Place.PRIVACY)),
        ("/mydata", Opened(Place.MY_DATA)),
        ("/forget", Opened(Place.FORGETTING)),
        ("/nosuchcommand", Opened(Place.HELP)),
    ],
)
def test_words_and_commands(text: str, event: Event) -> None:
    assert meaning(message(text=text)) == event


def test_every_command_of_the_contract_is_known_by_its_spanish_name() -> None:
    promised = "ayuda requisitos autoevaluacion avance estado servicios persona privacidad misdatos borrar"
    assert sorted(PLACES_BY_COMMAND) == sorted(promised.split())


def test_a_document() -> None:
    document = {"file_id": "F", "file_unique_id": "U", "file_name": "carta.pdf", "mime_type": "application/pdf", "file_size": 9}
    event = meaning(message(document=document, caption="la carta", media_group_id="G"))
    assert event == Sent("7:5", "F", "carta.pdf", "application/pdf", 9, "G", "la carta")


def test_a_photo_is_taken_in_its_largest_size() -> None:
    sizes = [{"file_id": f"F{n}", "width": n, "height": n, "file_size": n} for n in (90, 1280, 320)]
    assert meaning(message(photo=sizes)) == Sent("7:5", "F1280", "", "image/jpeg", 1280)


@pytest.mark.parametrize("kind", ["sticker", "voice", "location", "contact", "video", "video_note", "poll", "dice", "checklist"])
def test_whatever_answers_no_question(kind: str) -> None:
    assert meaning(message(**{kind: {}})) == SentOther(kind, "7:5")


def test_a_voice_note_and_what_stands_below_a_video() -> None:
    assert meaning(message(voice={"file_id": "F", "file_size": 9})) == SentOther("voice", "7:5", 9)
    event = meaning(message(video={"file_id": "F", "file_size": 9}, caption="mire", media_group_id="G"))
    assert event == SentOther("video", "7:5", 9, "G", "mire")


def test_what_was_forwarded() -> None:
    origin = {"type": "user", "date": 1, "sender_user": WHO}
    assert meaning(message(text="hola", forward_origin=origin)) == Wrote("hola", message="7:5", forwarded=True)
    assert meaning(message(voice={}, forward_origin=origin)) == SentOther("voice", "7:5", forwarded=True)


def test_a_press_says_what_its_button_means() -> None:
    callback = {"id": "99", "from": WHO, "message": {"message_id": 4, "chat": CHAT}, "data": "r|yes|INS-1.1|2"}
    arrival = read_update(json.dumps({"update_id": 1, "callback_query": callback}))
    assert arrival is not None
    assert (arrival.event, arrival.pressed, arrival.callback, arrival.message) == (Replied("yes", "INS-1.1", 2), 4, "99", 0)
    assert arrival.language == "pt_BR"


def test_a_press_below_a_message_that_telegram_no_longer_shows() -> None:
    callback = {"id": "99", "from": WHO, "message": {"message_id": 4, "chat": CHAT, "date": 0}, "data": "old stuff"}
    assert meaning({"update_id": 1, "callback_query": callback}) == Looked()
    assert meaning({"update_id": 1, "callback_query": {"id": "99", "from": WHO}}) == Looked()


def test_an_edited_message() -> None:
    assert meaning({"update_id": 1, "edited_message": message(text="20")["message"]}) == Wrote("20", edited=True, message="7:5")


@pytest.mark.parametrize(("caption", "said"), [({"caption": "carta"}, "carta"), ({}, "")], ids=["changed", "taken away"])
def test_what_is_changed_below_a_file(caption: dict[str, str], said: str) -> None:
    changed = message(photo=[{}], **caption)["message"]
    assert meaning({"update_id": 1, "edited_message": changed}) == Wrote(said, edited=True, message="7:5", is_caption=True)


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "edited_message": message(location={"latitude": 0, "longitude": 0})["message"]},
        {"update_id": 1, "my_chat_member": {"chat": CHAT, "from": WHO}},
        {"update_id": 1, "message": {"message_id": 1, "chat": {"id": -1, "type": "supergroup"}, "from": WHO, "text": "hola"}},
        {"update_id": 1, "message": {"message_id": 1, "chat": CHAT, "from": WHO, "pinned_message": {}}},
        {"update_id": 1, "something_of_next_year": {"id": 1}},
        {
            "update_id": 1,
            "callback_query": {"id": "9", "from": WHO, "message": {"chat": {"id": -1, "type": "group"}}, "data": "k"},
        },
    ],
    ids=["a place that moves", "blocked", "group", "service", "unknown", "press in a group"],
)
def test_what_nobody_answers_is_passed_over(raw: dict[str, Any]) -> None:
    assert meaning(raw) is None


def test_the_lane_is_the_person_or_the_topic() -> None:
    group = {"id": -100, "type": "supergroup"}
    in_topic = {"message_id": 1, "chat": group, "message_thread_id": 12, "is_topic_message": True}
    assert lane_of(message(text="x")) == "7"
    assert lane_of({"update_id": 1, "callback_query": {"id": "9", "from": WHO, "message": in_topic}}) == "-100:12"
    assert lane_of({"update_id": 1, "callback_query": {"id": "9", "from": WHO, "message": {"chat": CHAT}}}) == "7"
    assert lane_of({"update_id": 1, "message": in_topic}) == "-100:12"
    assert lane_of({"update_id": 1, "message": {"message_id": 1, "chat": group, "message_thread_id": 12}}) == "-100:0"
    assert lane_of({"update_id": 1, "poll": {"id": "1"}}) == "-"
