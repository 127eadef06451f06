"""Presses perish; what they did does not. And the menu speaks the language that was chosen."""

import pytest

from bot.playground.person import NothingCame, Person, Playground
from tests.playground.waiting import eventually
from tests.telegram.conftest import Bot, StartBot


def test_a_press_is_answered_at_once(marta: Person) -> None:
    assert marta.wait_for_answer(marta.press("Ver requisitos")) == ""


def test_a_press_of_149_seconds_counts(marta: Person, bot: Bot, start_bot: StartBot, playground: Playground) -> None:
    bot.end()
    press = marta.press("Ver requisitos")
    playground.advance(149)
    start_bot()
    marta.wait_for("Requisitos")
    marta.wait_for_answer(press, 3)


def test_a_press_of_151_seconds_perished_and_may_be_repeated(
    marta: Person, bot: Bot, start_bot: StartBot, playground: Playground
) -> None:
    bot.end()
    press = marta.press("Ver requisitos")
    playground.advance(151)
    start_bot()
    with pytest.raises(NothingCame):
        marta.wait_for_answer(press, 1)
    marta.press("Ver requisitos")
    marta.wait_for("Requisitos")


def test_what_a_press_did_is_kept_though_its_answer_came_too_late(marta: Person, playground: Playground) -> None:
    playground.fault("bad_gateway", method="answerCallbackQuery", times=1)
    marta.press("Ver requisitos")
    marta.wait_for("Requisitos")


def test_press_and_words_at_the_same_moment_both_count(marta: Person) -> None:
    screen = marta.screen()
    marta.press_data(screen.message_id, screen.data("Idioma"))
    marta.say("/requisitos")
    marta.press_data(screen.message_id, "l|fr")
    eventually(lambda: "Langue" in marta.screen().labels)


def test_the_menu_follows_the_language_of_the_chat(marta: Person, playground: Playground) -> None:
    marta.say("/idioma ht")

    def menu() -> list[dict[str, str]]:
        (seen,) = [each for each in playground.get("state")["people"] if each["key"] == "marta"]
        return list(seen["commands"][str(marta.id)])

    eventually(lambda: len(menu()) == 12)
    names = [command["command"] for command in menu()]
    assert names[:2] == ["start", "autoevaluacion"]
