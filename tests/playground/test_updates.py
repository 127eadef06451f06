import threading
import time

from bot.playground.person import Person, Playground
from tests.playground.caller import Caller, keyboard

DAY = 24 * 3600


def ids(updates: list[dict[str, object]]) -> list[object]:
    return [update["update_id"] for update in updates]


def test_an_update_comes_again_until_a_higher_offset_confirms_it(bot: Caller, marta: Person) -> None:
    marta.say("uno")
    marta.say("dos")
    first = bot.call("getUpdates")
    assert [update["message"]["text"] for update in first] == ["uno", "dos"]
    assert ids(bot.call("getUpdates")) == ids(first)
    assert marta.playground.waiting() == 2
    assert ids(bot.call("getUpdates", offset=first[1]["update_id"])) == ids(first[1:])
    assert marta.playground.waiting() == 1
    assert bot.call("getUpdates", offset=first[1]["update_id"] + 1) == []
    assert bot.call("getUpdates") == []


def test_a_negative_offset_keeps_the_last_ones(bot: Caller, marta: Person) -> None:
    for word in ("uno", "dos", "tres"):
        marta.say(word)
    assert [update["message"]["text"] for update in bot.call("getUpdates", offset=-1)] == ["tres"]
    assert len(bot.call("getUpdates")) == 1


def test_limit(bot: Caller, marta: Person) -> None:
    for number in range(5):
        marta.say(str(number))
    assert [update["message"]["text"] for update in bot.call("getUpdates", limit=2)] == ["0", "1"]


def test_a_long_poll_ends_when_something_happens(bot: Caller, marta: Person) -> None:
    started = time.monotonic()
    later = threading.Timer(0.3, lambda: marta.say("hola"))
    later.start()
    assert bot.updates(timeout=30)[0]["message"]["text"] == "hola"
    later.join()
    assert 0.2 < time.monotonic() - started < 10


def test_a_second_poller_ends_the_first(bot: Caller, root: str, marta: Person) -> None:
    refusals: list[str] = []
    with Caller(root) as other:
        older = threading.Thread(target=lambda: refusals.append(other.refused("getUpdates", timeout=30)))
        older.start()
        time.sleep(0.3)
        bot.call("getUpdates")
        older.join(10)
    assert refusals[0].startswith("Conflict: terminated by other getUpdates request")


def test_setting_a_webhook_ends_a_poll(bot: Caller, root: str, marta: Person) -> None:
    refusals: list[str] = []
    with Caller(root) as other:
        poll = threading.Thread(target=lambda: refusals.append(other.refused("getUpdates", timeout=30)))
        poll.start()
        time.sleep(0.3)
        bot.call("setWebhook", url="https://127.0.0.1:1/")
        poll.join(10)
    assert refusals == ["Conflict: terminated by setWebhook request"]


def test_only_the_kinds_asked_for_are_kept(bot: Caller, marta: Person) -> None:
    bot.call("getUpdates", allowed_updates=["callback_query"])
    marta.say("no se oye")
    sent = bot.call("sendMessage", chat_id=marta.id, text="¿Sí?", reply_markup=keyboard([("Sí", "a")]))
    marta.press_data(sent["message_id"], "a")
    assert [update["callback_query"]["data"] for update in bot.updates()] == ["a"]
    bot.call("getUpdates", allowed_updates=[])
    marta.say("se oye")
    assert "message" in bot.updates()[0]


def test_messages_are_kept_a_day_and_presses_two_and_a_half_minutes(bot: Caller, marta: Person, playground: Playground) -> None:
    sent = bot.call("sendMessage", chat_id=marta.id, text="¿Sí?", reply_markup=keyboard([("Sí", "a")]))
    marta.press_data(sent["message_id"], "a")
    marta.say("hola")
    playground.advance(151)
    assert [list(update)[1] for update in bot.call("getUpdates")] == ["message"]
    playground.advance(DAY)
    assert bot.call("getUpdates") == []


def test_edits_and_forwards_are_told(bot: Caller, marta: Person) -> None:
    said = marta.say("ofisina")
    marta.edit(said, "oficina")
    marta.forward(said)
    first, edited, forwarded = bot.updates()
    assert "edit_date" not in first["message"]
    assert edited["edited_message"]["text"] == "oficina"
    assert edited["edited_message"]["message_id"] == said
    assert forwarded["message"]["forward_origin"]["sender_user"]["id"] == marta.id


def test_who_speaks_may_have_a_language_or_none(bot: Caller, playground: Playground) -> None:
    playground.person("jean", language="ht").say("bonjou")
    playground.person("shy", language=None).say("hola")
    assert [update["message"]["from"].get("language_code") for update in bot.updates()] == ["ht", None]
