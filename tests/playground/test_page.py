import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

from bot.playground.company import gather
from bot.playground.group import Group
from bot.playground.person import Playground
from bot.playground.serving import running
from tests.playground.caller import Caller, keyboard
from tests.playground.programs import free_place, program
from tests.playground.test_files import PIXEL

OPENING = {"invitation": "H7K2", "role": "apoyo1", "hint": "Pruebe a abrir la invitación de Marta."}
QUESTION = {"text": "<b>¿Hay oficina?</b>", "parse_mode": "HTML", "reply_markup": keyboard([("Sí", "a"), ("No", "b")])}
MARTA, SOFIA = 700_000_001, 700_000_004


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    with running(tmp_path, opening=OPENING, company=gather) as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    """The page, on which nothing may go wrong unseen."""
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.goto(root)
    expect(opened.get_by_text("Conectado")).to_be_visible()
    yield opened
    opened.close()
    assert wrong == []


def test_a_person_opens_the_invitation_and_answers(page: Page, bot: Caller) -> None:
    phone = page.locator("[data-phone=marta]")
    expect(page.get_by_text(OPENING["hint"])).to_be_visible()
    page.get_by_role("button", name="Marta abre su invitación").click()
    expect(phone.get_by_text("/start inv_H7K2")).to_be_visible()
    bot.updates(timeout=5)
    sent = bot.call("sendMessage", chat_id=MARTA, **QUESTION)
    message = phone.locator(f"[data-message-id='{sent['message_id']}']")
    expect(message.locator("strong")).to_have_text("¿Hay oficina?")
    phone.get_by_role("button", name="Sí", exact=True).click()
    expect(phone.get_by_role("button", name="Sí", exact=True)).to_have_attribute("aria-busy", "true")
    press = bot.updates(timeout=5)[0]["callback_query"]
    assert press["data"] == "a"
    bot.call("answerCallbackQuery", callback_query_id=press["id"], text="Guardado")
    expect(phone.get_by_role("button", name="Sí", exact=True)).not_to_have_attribute("aria-busy", "true")
    expect(phone.get_by_text("Guardado")).to_be_visible()
    bot.call("editMessageText", chat_id=MARTA, message_id=sent["message_id"], text="Gracias")
    expect(message.get_by_text("Gracias")).to_be_visible()
    expect(message.get_by_role("button", name="Sí", exact=True)).to_have_count(0)
    bot.call("deleteMessage", chat_id=MARTA, message_id=sent["message_id"])
    expect(message).to_have_count(0)


def test_words_are_never_markup(page: Page, bot: Caller) -> None:
    phone = page.locator("[data-phone=marta]")
    phone.get_by_label("Mensaje de Marta").fill("<img src=x onerror=document.title='roto'>")
    phone.get_by_label("Mensaje de Marta").press("Enter")
    expect(phone.get_by_text("<img src=x")).to_be_visible()
    evil = '<a href="javascript:alert(1)">uno</a> &lt;script&gt;alert(1)&lt;/script&gt;'
    bot.call("sendMessage", chat_id=MARTA, text=evil, parse_mode="HTML")
    expect(phone.get_by_text("<script>alert(1)</script>")).to_be_visible()
    assert "roto" not in page.title()


def test_links_to_the_bot_open_in_the_same_phone_and_long_quotations_unfold(page: Page, bot: Caller) -> None:
    phone = page.locator("[data-phone=marta]")
    phone.get_by_role("button", name="Iniciar").click()
    link = f"https://t.me/{bot.call('getMe')['username']}?start=com_13125"
    markup = {"inline_keyboard": [[{"text": "Servicios", "url": link}, {"text": "Sitio", "url": "https://example.cl"}]]}
    text = f"<blockquote expandable>{'Fuente. ' * 40}</blockquote>\nfin"
    bot.call("sendMessage", chat_id=MARTA, text=text, parse_mode="HTML", reply_markup=markup)
    quotation = phone.locator("blockquote")
    folded = quotation.bounding_box()
    phone.get_by_role("button", name="Ver más").click()
    unfolded = quotation.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > 2 * folded["height"]
    expect(phone.get_by_role("link", name="Sitio")).to_have_attribute("href", "https://example.cl")
    phone.get_by_role("button", name="Servicios").click()
    expect(phone.get_by_text("/start com_13125")).to_be_visible()


def test_files_go_both_ways(page: Page, bot: Caller) -> None:
    phone = page.locator("[data-phone=marta]")
    phone.locator("input[name=document]").set_input_files(
        [FilePayload(name=f"{name}.pdf", mimeType="application/pdf", buffer=b"%PDF") for name in ("uno", "dos")]
    )
    expect(phone.get_by_role("link", name="dos.pdf")).to_be_visible()
    heard = [update["message"] for update in bot.updates(timeout=5)]
    assert [message["document"]["file_name"] for message in heard] == ["uno.pdf", "dos.pdf"]
    assert heard[0]["media_group_id"] == heard[1]["media_group_id"]
    bot.call("sendPhoto", chat_id=MARTA, caption="Su resultado", files={"photo": ("r.png", PIXEL)})
    picture = phone.get_by_role("img", name="Imagen")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    with page.expect_download() as saved:
        phone.get_by_role("link", name="uno.pdf").click()
    assert saved.value.suggested_filename == "uno.pdf"


def test_a_voice_message_has_a_player(page: Page, bot: Caller) -> None:
    phone = page.locator("[data-phone=marta]")
    phone.get_by_role("button", name="Iniciar").click()
    bot.updates(timeout=5)
    bot.call("sendVoice", chat_id=MARTA, duration=75, files={"voice": ("voz.ogg", b"OggS")})
    expect(phone.get_by_text("Nota de voz, 1:15")).to_be_visible()
    expect(phone.locator("audio")).to_be_visible()


def test_wrong_things_can_be_sent_and_commands_chosen(page: Page, bot: Caller) -> None:
    bot.call("setMyCommands", commands=[{"command": "ayuda", "description": "Qué puedo hacer"}])
    phone = page.locator("[data-phone=marta]")
    phone.get_by_label("Adjuntar").click()
    phone.get_by_role("menuitem", name="Sticker").click()
    expect(phone.get_by_text("Sticker", exact=True).last).to_be_visible()
    phone.get_by_label("Comandos").click()
    phone.get_by_role("menuitem", name="/ayuda").click()
    expect(phone.get_by_role("button", name="/ayuda")).to_be_visible()
    sticker, command = (update["message"] for update in bot.updates(timeout=5))
    assert "sticker" in sticker
    assert command["text"] == "/ayuda"


def test_the_phone_speaks_another_language_and_blocks_the_bot(page: Page, bot: Caller) -> None:
    bot.call("setMyDescription", description="Li akonpaye ou", language_code="ht")
    phone = page.locator("[data-phone=marta]")
    phone.get_by_label("Idioma del teléfono de Marta").select_option("ht")
    expect(phone.get_by_text("Li akonpaye ou")).to_be_visible()
    phone.get_by_role("button", name="Iniciar").click()
    assert bot.updates(timeout=5)[0]["message"]["from"]["language_code"] == "ht"
    phone.get_by_label("Opciones de Marta").click()
    phone.get_by_role("menuitem", name="Bloquear el bot").click()
    expect(phone.get_by_text("El bot está bloqueado")).to_be_visible()
    assert bot.refused("sendMessage", chat_id=MARTA, text="a") == "Forbidden: bot was blocked by the user"


def test_the_support_team_sees_its_topics(page: Page, bot: Caller, root: str) -> None:
    with Playground(root) as playground:
        group = next(chat["id"] for chat in playground.get("state")["chats"] if chat["kind"] == "supergroup")
        topic = bot.call("createForumTopic", chat_id=group, name="Caso 1")["message_thread_id"]
        bot.call("sendMessage", chat_id=group, message_thread_id=topic, text="Jean pregunta")
        phone = page.locator("[data-phone=sofia]")
        phone.get_by_role("button", name="Equipo de apoyo").click()
        expect(phone.get_by_text("Jean pregunta")).to_have_count(0)
        phone.get_by_role("button", name="Caso 1").click()
        expect(phone.get_by_text("Jean pregunta")).to_be_visible()
        phone.get_by_label("Mensaje de Sofía").fill("Lo tomo")
        phone.get_by_role("button", name="Enviar").click()
        assert bot.updates(timeout=5)[-1]["message"]["message_thread_id"] == topic
        phone.get_by_label("Opciones del tema").click()
        phone.get_by_role("menuitem", name="Cerrar").click()
        expect(phone.get_by_role("button", name="Caso 1 (cerrado)")).to_be_visible()
        assert Group(playground, group).topics[topic]["is_closed"]


def test_faults_are_a_click_away(page: Page, bot: Caller) -> None:
    page.locator("[data-phone=marta]").get_by_role("button", name="Iniciar").click()
    page.locator("#faults summary").click()
    page.get_by_label("Qué falla").select_option("too_many")
    page.get_by_label("Segundos").fill("9")
    page.get_by_role("button", name="Provocar la falla").click()
    expect(page.get_by_role("listitem")).to_have_text(re.compile("429.*3 veces más"))
    assert bot.refused("sendMessage", chat_id=MARTA, text="a") == "Too Many Requests: retry after 9"
    page.get_by_role("button", name="Que todo funcione").click()
    expect(page.get_by_role("listitem")).to_have_count(0)
    bot.call("sendMessage", chat_id=MARTA, text="a")


def test_a_narrow_window_shows_one_phone_at_a_time(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    expect(page.locator("[data-phone=marta]")).to_be_visible()
    expect(page.locator("[data-phone=ana]")).not_to_be_visible()
    page.get_by_role("navigation").get_by_role("button", name="Ana").click()
    expect(page.locator("[data-phone=ana]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_after_the_playground_was_away_nothing_is_missed(browser: Browser, tmp_path: Path) -> None:
    place = free_place()
    page = browser.new_page()
    with program("--data", str(tmp_path), place=place) as root:
        page.goto(root)
        expect(page.get_by_text("Conectado")).to_be_visible()
    expect(page.get_by_text("Sin conexión")).to_be_visible()
    with program("--data", str(tmp_path), place=place) as root, Playground(root) as playground:
        playground.person("ana").say("hola")
        expect(page.get_by_text("Conectado")).to_be_visible(timeout=10_000)
        expect(page.locator("[data-phone=ana]").get_by_text("hola")).to_be_visible()
    page.close()
