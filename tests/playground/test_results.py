from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.playground.calls import HANDLERS
from bot.playground.group import Group
from bot.playground.person import Person, Playground
from bot.playground.wire import Wire
from tests.playground.caller import Caller, keyboard
from tests.playground.test_files import PIXEL

PLACE = {"latitude": -33.4, "longitude": -70.6}
PAPER = ("a.pdf", b"%PDF")


Calls = list[tuple[str, dict[str, Any]]]

ABOUT_ITSELF: Calls = [
    *((method, {}) for method in ("getMe", "getUpdates", "getWebhookInfo", "deleteWebhook", "getMyCommands", "getMyName")),
    *((method, {}) for method in ("getMyDescription", "getMyShortDescription", "setMyName", "setMyDescription")),
    ("setMyShortDescription", {"short_description": "corta"}),
    ("setMyCommands", {"commands": [{"command": "a", "description": "b"}]}),
    ("deleteMyCommands", {}),
    ("setWebhook", {"url": ""}),
]
SENT: Calls = [
    *((f"send{kind.capitalize()}", {"files": {kind: PAPER}}) for kind in ("voice", "audio", "video", "sticker")),
    ("sendPhoto", {"files": {"photo": ("p.png", PIXEL)}}),
    ("sendLocation", PLACE),
    ("sendVenue", PLACE | {"title": "Oficina", "address": "Calle 1"}),
    ("sendContact", {"phone_number": "+56", "first_name": "Ana"}),
    ("sendChatAction", {"action": "typing"}),
]


def of_messages(said: int, text: int, paper: Wire) -> Calls:
    """What is done to a message of Marta's, to a text of the bot, and to a document of the bot."""
    item = {"type": "document", "media": paper["document"]["file_id"]}
    its, source = {"message_id": paper["message_id"]}, {"from_chat_id": paper["chat"]["id"]}
    return [
        ("sendMediaGroup", {"media": [item, item]}),
        ("editMessageText", {"message_id": text, "text": "b"}),
        ("editMessageReplyMarkup", {"message_id": text, "reply_markup": keyboard([("a", "b")])}),
        ("editMessageCaption", its | {"caption": "a"}),
        ("editMessageMedia", its | {"media": item}),
        *((method, source | {"message_id": said}) for method in ("copyMessage", "forwardMessage")),
        *((method, source | {"message_ids": [said]}) for method in ("copyMessages", "forwardMessages")),
        *((method, {"message_id": said}) for method in ("pinChatMessage", "unpinChatMessage", "setMessageReaction")),
        *((method, {}) for method in ("unpinAllChatMessages", "getChat", "getChatMemberCount")),
        ("deleteMessage", {"message_id": said}),
        ("deleteMessages", {"message_ids": [said]}),
    ]


def of_groups(topic: int) -> Calls:
    thread = {"message_thread_id": topic}
    return [
        ("getChatMember", {"user_id": 42}),
        ("getChatAdministrators", {}),
        ("editForumTopic", thread | {"name": "Caso 1"}),
        *((method, thread) for method in ("closeForumTopic", "reopenForumTopic")),
        *((method, thread) for method in ("unpinAllForumTopicMessages", "deleteForumTopic")),
        ("leaveChat", {}),
    ]


def test_every_method_answers_what_the_spec_says(bot: Caller, playground: Playground, marta: Person) -> None:
    """The caller checks each result; here every method is called once, so that none escapes it."""
    group, said = Group.new(playground, "Equipo", [marta]).id, marta.say("hola")
    paper = bot.call("sendDocument", chat_id=marta.id, files={"document": PAPER})
    text = bot.call("sendMessage", chat_id=marta.id, text="a")["message_id"]
    topic = bot.call("createForumTopic", chat_id=group, name="Caso")["message_thread_id"]
    calls: Calls = [
        *ABOUT_ITSELF,
        *((method, {"chat_id": marta.id} | more) for method, more in [*SENT, *of_messages(said, text, paper)]),
        *((method, {"chat_id": group} | more) for method, more in of_groups(topic)),
        ("getFile", {"file_id": paper["document"]["file_id"]}),
        ("answerCallbackQuery", {"callback_query_id": marta.press_data(text, "a")}),
    ]
    for method, parameters in calls:
        bot.call(method, **parameters)
    assert HANDLERS.keys() - {method for method, _ in calls} == {"sendMessage", "sendDocument", "createForumTopic"}


@dataclass(frozen=True)
class Scene:
    """Marta, her group, and what she said to the bot."""

    marta: Person
    group: Group
    said: int


ACTS: list[Callable[[Scene], object]] = [
    lambda it: it.marta.send_odd("contact"),
    lambda it: it.marta.send_odd("location"),
    lambda it: it.marta.send_odd("voice"),
    lambda it: it.marta.send_odd("sticker"),
    lambda it: it.marta.send_odd("dice"),
    lambda it: it.marta.send_odd("quiz"),
    lambda it: it.marta.send_file("a.mp4", b"x", kind="video"),
    lambda it: it.marta.send_file("a.png", PIXEL, kind="photo"),
    lambda it: it.marta.edit(it.said, "otra"),
    lambda it: it.marta.forward(it.said),
    lambda it: it.marta.say("a", reply_to=it.said),
    lambda it: it.marta.press_data(it.said, "a"),
    lambda it: it.marta.block(),
    lambda it: it.group.open_topic(it.marta, "Caso"),
    lambda it: it.group.leave(it.marta),
    lambda it: it.group.migrate(),
]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_heard_as_the_spec_says(
    act: Callable[[Scene], object], bot: Caller, playground: Playground, marta: Person
) -> None:
    scene = Scene(marta, Group.new(playground, "Equipo", [marta]), marta.say("hola"))
    bot.updates()
    act(scene)
    assert bot.updates() != []
