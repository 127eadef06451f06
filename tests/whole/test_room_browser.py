"""A case in `make demo`, seen in a real browser: Marta asks on her phone, Sofía answers from the group on hers."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect, sync_playwright

from tests.whole.conftest import Demo
from tests.whole.test_browser import _picture

PATIENCE = 30_000
SECRET = "esto es entre nosotras"

pytestmark = [pytest.mark.timeout(300), pytest.mark.alone]


class Handset:
    """One phone on the page."""

    def __init__(self, page: Page, key: str, name: str) -> None:
        self.page, self.name = page, name
        self.phone = page.locator(f"[data-phone={key}]")

    def say(self, text: str) -> None:
        field = self.phone.get_by_label(f"Mensaje de {self.name}")
        field.fill(text)
        field.press("Enter")

    def press(self, label: str) -> None:
        self.phone.get_by_role("button", name=label, exact=True).last.click(timeout=PATIENCE)

    def see(self, text: str) -> Locator:
        found = self.phone.get_by_text(text).last
        expect(found).to_be_visible(timeout=PATIENCE)
        return found

    def edit(self, words: str, to: str) -> None:
        """Changes one of their own messages by its menu."""
        bubble = self.phone.locator("[data-message-id][data-from=person]", has_text=words).last
        bubble.get_by_label("Opciones del mensaje").click()
        self.page.get_by_role("menuitem", name="Editar").click()
        field = self.page.get_by_label("Editar el mensaje").get_by_role("textbox")
        field.fill(to)
        field.press("Enter")


def test_a_case_is_taken_noted_edited_illustrated_closed_reopened_and_rated_on_the_page(
    demo: Demo, chromium: Path, tmp_path: Path
) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1900, "height": 1000})
        page.goto(demo.page)
        marta, sofia = Handset(page, "marta", "Marta"), Handset(page, "sofia", "Sofía")
        _enter(marta, sofia, (demo.folder / "var/demo-role").read_text())
        _ask(marta, sofia)
        page.screenshot(path=_picture(tmp_path, "caso.png"))
        _converse(marta, sofia)
        page.screenshot(path=_picture(tmp_path, "conversacion.png"))
        _finish(marta, sofia)
        expect(marta.phone.get_by_text(SECRET)).to_have_count(0)
        browser.close()


def _enter(marta: Handset, sofia: Handset, invitation: str) -> None:
    code = next(word for word in invitation.split() if word.startswith("rol_"))
    for handset in (marta, sofia):
        handset.say("/start")
        handset.press("Español")
        handset.see("¿Qué necesita hoy?")
    sofia.say(f"/start {code}")
    sofia.see("Aceptamos su invitación")


def _ask(marta: Handset, sofia: Handset) -> None:
    marta.say("/persona")
    marta.see("Escriba aquí su pregunta")
    marta.say("¿Dónde se firma la carta?")
    marta.see("Folio del caso: D-20")
    sofia.press("Equipo de apoyo")
    sofia.phone.locator("[data-topic]").last.click()
    sofia.see("¿Dónde se firma la carta?")
    sofia.press("Tomar")
    sofia.see("tomado por Sofía")


def _converse(marta: Handset, sofia: Handset) -> None:
    sofia.say(f"// {SECRET}")
    sofia.say("En la oficina de partes")
    marta.see("En la oficina de partes")
    sofia.edit("En la oficina de partes", "En la alcaldía")
    marta.see("En la alcaldía")
    shades = {"puerta.png": 40, "mesa.png": 200}
    pictures = [FilePayload(name=name, mimeType="image/png", buffer=_shade(shade)) for name, shade in shades.items()]
    sofia.phone.locator("input[name=photo]").set_input_files(pictures)
    marta.see("El equipo le envió estos archivos")
    expect(marta.phone.get_by_role("img", name="Imagen")).to_have_count(2, timeout=PATIENCE)
    marta.press("Responder")
    marta.see("Lo que escriba o envíe aquí se agrega a su caso")
    marta.say("Muchas gracias")
    sofia.see("Muchas gracias")


def _finish(marta: Handset, sofia: Handset) -> None:
    sofia.press("Cerrar")
    marta.see("¿Le sirvió la ayuda?")
    sofia.see("Estado: cerrado")
    sofia.press("Reabrir")
    expect(marta.phone.get_by_text("Caso cerrado")).to_have_count(0, timeout=PATIENCE)
    sofia.see("en espera de quien lo tome")
    sofia.press("Cerrar")
    marta.see("¿Le sirvió la ayuda?")
    marta.press("Me sirvió")
    marta.see("Gracias. Su opinión ayuda")


def _shade(grey: int) -> bytes:
    written = io.BytesIO()
    Image.new("L", (60, 60), grey).save(written, "PNG")
    return written.getvalue()
