import time

import httpx2
import pytest

from bot.playground.group import Group
from bot.playground.person import Person, Playground
from tests.playground.caller import Caller


def test_too_many_requests_for_one_chat_do_not_delay_another(bot: Caller, playground: Playground, marta: Person) -> None:
    ana = playground.person("ana")
    ana.say("hola")
    playground.fault("too_many", times=2, seconds=7, chat=marta.id)
    for _ in range(2):
        answer = bot.answer("sendMessage", chat_id=marta.id, text="a")
        assert (answer.status_code, answer.json()["parameters"]) == (429, {"retry_after": 7})
        assert answer.json()["description"] == "Too Many Requests: retry after 7"
        bot.call("sendMessage", chat_id=ana.id, text="a")
    bot.call("sendMessage", chat_id=marta.id, text="b")
    assert [screen.text for screen in marta.screens()] == ["b"]


def test_a_lost_answer_was_carried_out(bot: Caller, playground: Playground, marta: Person) -> None:
    playground.fault("lost")
    with pytest.raises(httpx2.RemoteProtocolError):
        bot.answer("sendMessage", chat_id=marta.id, text="perdida")
    assert marta.screen().text == "perdida"
    assert playground.get("faults") == []


def test_a_bad_gateway_did_nothing(bot: Caller, playground: Playground, marta: Person) -> None:
    playground.fault("bad_gateway")
    assert bot.answer("sendMessage", chat_id=marta.id, text="a").status_code == 502
    assert marta.screens() == []


def test_an_outage_ends_by_itself(bot: Caller, playground: Playground, marta: Person) -> None:
    playground.fault("outage", seconds=60)
    for method in ("getMe", "getUpdates"):
        with pytest.raises(httpx2.RemoteProtocolError):
            bot.answer(method)
    playground.advance(61)
    bot.call("getMe")


def test_slowness(bot: Caller, playground: Playground) -> None:
    playground.fault("slow", seconds=0.3)
    started = time.monotonic()
    bot.call("getMe")
    assert time.monotonic() - started >= 0.3


def test_polls_are_spared_unless_they_are_meant(bot: Caller, playground: Playground, marta: Person) -> None:
    playground.fault("lost")
    bot.call("getUpdates")
    playground.mend()
    marta.say("hola")
    playground.fault("lost", method="getUpdates")
    with pytest.raises(httpx2.RemoteProtocolError):
        bot.answer("getUpdates")
    assert bot.updates()[0]["message"]["text"] == "hola"


def test_an_update_may_come_twice(bot: Caller, playground: Playground, marta: Person) -> None:
    playground.fault("duplicate")
    marta.say("hola")
    assert [update["message"]["text"] for update in bot.updates()] == ["hola"]
    assert [update["message"]["text"] for update in bot.updates()] == ["hola"]
    assert bot.updates() == []


def test_a_rate_strikes_some_and_spares_some(bot: Caller, playground: Playground, marta: Person) -> None:
    playground.fault("bad_gateway", times=None, rate=0.5)
    codes = {bot.answer("getMe").status_code for _ in range(40)}
    assert codes == {200, 502}
    playground.mend()
    assert {bot.answer("getMe").status_code for _ in range(10)} == {200}


def test_the_pace_of_telegram(bot: Caller, playground: Playground, marta: Person) -> None:
    ana = playground.person("ana")
    ana.say("hola")
    playground.fault("pace", times=None)
    for _ in range(3):
        bot.call("sendMessage", chat_id=marta.id, text="a")
    assert bot.answer("sendMessage", chat_id=marta.id, text="a").json()["parameters"]["retry_after"] in (2, 3)
    bot.call("sendMessage", chat_id=ana.id, text="a")
    bot.call("sendChatAction", chat_id=ana.id, action="typing")
    playground.advance(3)
    bot.call("sendMessage", chat_id=marta.id, text="a")


def test_a_group_takes_twenty_a_minute(bot: Caller, playground: Playground, marta: Person) -> None:
    group = Group.new(playground, "Equipo", [marta])
    playground.fault("pace", times=None)
    for _ in range(20):
        bot.call("sendMessage", chat_id=group.id, text="a")
    assert 50 < bot.answer("sendMessage", chat_id=group.id, text="a").json()["parameters"]["retry_after"] <= 60
