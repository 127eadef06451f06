"""One living screen stays at the bottom of the chat, whatever happens in between."""

from bot.memory import outbox
from bot.playground.person import Person, Playground
from tests.playground.waiting import eventually
from tests.telegram.conftest import Bot, StartBot


def with_keyboard(person: Person) -> list[int]:
    return [screen.message_id for screen in person.screens() if screen.buttons]


def is_reachable(bot: Bot, person: Person) -> bool:
    with bot.memory.engine.begin() as connection:
        return outbox.is_reachable(connection, str(person.id))


def test_a_press_changes_the_screen_in_place(marta: Person) -> None:
    before = marta.screen().message_id
    marta.press("Ver requisitos")
    after = marta.wait_for("Requisitos")
    assert (after.message_id, len(marta.screens())) == (before, 1)


def test_after_words_the_screen_moves_below_them_and_the_old_one_loses_its_buttons(marta: Person) -> None:
    before = marta.screen().message_id
    said = marta.say("/requisitos")
    after = marta.wait_for("Requisitos")
    assert after.message_id > said > before
    marta.press("Inicio")
    marta.wait_for("¿Qué necesita hoy?")
    assert with_keyboard(marta) == [after.message_id]


def test_a_press_on_an_old_screen_is_answered_where_one_stands_now(marta: Person, playground: Playground) -> None:
    old = marta.screen()
    marta.say("/requisitos")
    marta.wait_for("Requisitos")
    press = marta.press_data(old.message_id, old.data("Privacidad"))
    marta.wait_for_answer(press)
    new = marta.wait_for("Privacidad")
    assert new.message_id > old.message_id
    assert with_keyboard(marta) == [new.message_id]


def test_the_same_screen_again_is_no_failure(marta: Person, playground: Playground) -> None:
    data = marta.screen().data("Idioma")
    for _ in range(3):
        press = marta.press_data(marta.screen().message_id, data)
        marta.wait_for_answer(press)
    marta.wait_for("Choose your language")
    marta.press("Français")
    eventually(lambda: "Langue" in marta.screen().labels)
    assert len(marta.screens()) == 1


def test_a_screen_that_is_gone_is_sent_anew(marta: Person) -> None:
    old = marta.screen()
    marta.playground.post(f"people/{marta.key}/delete", {"message_id": old.message_id})
    marta.say("/requisitos")  # the old keyboard cannot be taken away: that is no failure
    new = marta.wait_for("Requisitos")
    marta.playground.fault("slow", seconds=1, method="editMessageText")
    marta.press("Inicio")
    marta.playground.post(f"people/{marta.key}/delete", {"message_id": new.message_id})
    assert marta.wait_for("¿Qué necesita hoy?").message_id > new.message_id


def test_a_lost_answer_may_repeat_a_message_but_leaves_one_to_press(marta: Person, playground: Playground) -> None:
    playground.fault("lost", method="sendMessage", times=1)
    marta.say("/requisitos")
    marta.wait_for("Requisitos")
    marta.press("Inicio")
    marta.wait_for("¿Qué necesita hoy?")


def test_too_many_messages_to_one_chat_keep_no_other_waiting(marta: Person, playground: Playground) -> None:
    playground.fault("too_many", times=1, chat=marta.id, seconds=6)
    marta.say("/requisitos")
    jean = playground.person("jean", "Jean", "fr")
    jean.say("/start")
    jean.wait_for("Choose your language", seconds=4)
    assert "Requisitos" not in marta.screen().text
    marta.wait_for("Requisitos", seconds=12)


def test_who_blocked_the_bot_is_left_alone_until_they_write_again(marta: Person, bot: Bot, start_bot: StartBot) -> None:
    bot.end()
    marta.say("/requisitos")
    marta.block()
    again = start_bot()
    eventually(lambda: not is_reachable(again, marta))
    marta.unblock()
    marta.say("/privacidad")
    marta.wait_for("Privacidad")
    eventually(lambda: is_reachable(again, marta))


def test_an_outage_is_waited_out(marta: Person, playground: Playground) -> None:
    playground.fault("outage", seconds=2)
    marta.say("/requisitos")
    marta.wait_for("Requisitos", seconds=20)


def test_a_second_start_goes_on_where_the_first_one_ended(marta: Person, bot: Bot, start_bot: StartBot) -> None:
    screen = marta.screen()
    bot.end()
    marta.press_data(screen.message_id, screen.data("Ver requisitos"))
    start_bot()
    assert marta.wait_for("Requisitos").message_id == screen.message_id
