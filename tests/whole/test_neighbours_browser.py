"""Two people look for a door to knock on, in `make demo` and a real browser: one writes Kreyòl, one Portuguese."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.whole.conftest import Demo
from tests.whole.test_browser import _picture
from tests.whole.test_room_browser import Handset

pytestmark = [pytest.mark.timeout(300), pytest.mark.alone]


def test_a_neighbour_in_kreyol_and_one_in_portuguese_find_where_to_go(demo: Demo, chromium: Path, tmp_path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1900, "height": 1000})
        page.goto(demo.page)
        _asks_before_all_else(Handset(page, "jean", "Jean"))
        page.screenshot(path=_picture(tmp_path, "kreyol.png"))
        _asks_in_another_language(Handset(page, "ana", "Ana"))
        page.screenshot(path=_picture(tmp_path, "portugues.png"))
        browser.close()


def _asks_before_all_else(jean: Handset) -> None:
    """The first words are a question: once the language is chosen, the answer stands there."""
    jean.say("mwen pa gen papye, pitit mwen malad")
    jean.press("Kreyòl ayisyen")
    jean.see("🏥 Swen sante")
    jean.see("Ijans, gwosès ak timoun: swen pou tout moun")
    jean.see("Sa ka ede ou tou:")
    jean.press("Chwazi komin")
    jean.see("Ekri non komin nan.")
    jean.say("sanantonyo")
    jean.press("San Antonio")
    jean.see("📍 Komin: San Antonio")
    jean.press("Enskri nan sant sante a (CESFAM)")
    jean.see("🎒")
    jean.press("Retounen")
    jean.see("📍 Komin: San Antonio")


def _asks_in_another_language(ana: Handset) -> None:
    """Her phone is set to Spanish, her words are not: she is answered, and offered her language."""
    ana.say("/start")
    ana.press("Español")
    ana.see("¿Qué necesita hoy?")
    ana.say("meu patrão não me paga faz dois meses, moro em San Antonio")
    ana.see("🛠️ Trabajo, capacitación y emprendimiento")
    ana.press("Português (Brasil)")
    ana.see("🛠️ Trabalho, capacitação e empreendedorismo")
    ana.see("📍 Comuna: San Antonio")
    ana.say("qual é o horóscopo de hoje?")
    ana.see("Não encontramos um serviço para isso.")
    ana.press("Perguntar a uma pessoa")
    ana.see("Escreva sua pergunta aqui")
