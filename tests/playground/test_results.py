from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.playground.calls import HANDLERS
from bot.playground.group import Group
from bot.playground.person import Person, Playground
from tests.playground.caller import Caller
from tests.playground.test_files import PIXEL

PLACE = {"latitude": -33.4, "longitude": -70.6}
PAPER = ("a.pdf", b"%PDF")


def test_every_method_answers_what_the_spec_says(bot: Caller, playground: Playground, marta: Person) -> None:
    """The caller checks each result; here every method is called once, so that none escapes it."""
    group = Group.new(playground, "Equipo", [marta]).id
    here, said = {"chat_id": marta.id}, marta.say("hola")
    mine = here | {"message_id": said}
    paper = bot.call("sendDocument", **here, files={"document": PAPER})
    its = here | {"message_id": paper["message_id"]}
    text = here | {"message_id": bot.call("sendMessage", **here, text="a")["message_id"]}
    topic = {"chat_id": group, "message_thread_id": bot.call("createForumTopic", chat_id=group, name="Caso")["message_thread_id"]}
    item = {"type": "document", "media": paper["document"]["file_id"]}
    passed_on = here | {"from_chat_id": marta.id}
    press = marta.press_data(text["message_id"], "a")
    calls: list[tuple[str, dict[str, Any]]] = [
        *((method, {}) for method in ("getMe", "getUpdates", "getWebhookInfo", "deleteWebhook", "getMyCommands", "getMyName")),
        *((method, {}) for method in ("getMyDescription", "getMyShortDescription", "setMyName", "setMyDescription")),
        ("setMyShortDescription", {"short_description": "corta"}),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b"}]}),
        ("deleteMyCommands", {}),
        ("setWebhook", {"url": ""}),
        ("getFile", {"file_id": paper["document"]["file_id"]}),
        ("answerCallbackQuery", {"callback_query_id": press}),
        *((f"send{kind.capitalize()}", here | {"files": {kind: PAPER}}) for kind in ("voice", "audio", "video", "sticker")),
        ("sendPhoto", here | {"files": {"photo": ("p.png", PIXEL)}}),
        ("sendMediaGroup", here | {"media": [item, item]}),
        ("sendLocation", here | PLACE),
        ("sendVenue", here | PLACE | {"title": "Oficina", "address": "Calle 1"}),
        ("sendContact", here | {"phone_number": "+56", "first_name": "Ana"}),
        ("sendChatAction", here | {"action": "typing"}),
        ("editMessageText", text | {"text": "b"}),
        ("editMessageReplyMarkup", text | {"reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}}),
        ("editMessageCaption", its | {"caption": "a"}),
        ("editMessageMedia", its | {"media": item}),
        *((method, passed_on | {"message_id": said}) for method in ("copyMessage", "forwardMessage")),
        *((method, passed_on | {"message_ids": [said]}) for method in ("copyMessages", "forwardMessages")),
        *((method, mine) for method in ("pinChatMessage", "unpinChatMessage", "setMessageReaction", "deleteMessage")),
        *((method, here) for method in ("unpinAllChatMessages", "getChat", "getChatMemberCount")),
        ("deleteMessages", here | {"message_ids": [said]}),
        ("getChatMember", {"chat_id": group, "user_id": 42}),
        ("getChatAdministrators", {"chat_id": group}),
        ("editForumTopic", topic | {"name": "Caso 1"}),
        *(
            (method, topic)
            for method in ("closeForumTopic", "reopenForumTopic", "unpinAllForumTopicMessages", "deleteForumTopic")
        ),
        ("leaveChat", {"chat_id": group}),
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
