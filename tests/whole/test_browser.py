"""`make demo` as people meet it: the page in a real browser, from the first hello to a receipt, in Spanish and Creole at once."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

from bot.dialogue import labels
from bot.dialogue.places import declaration, receipt
from content.sentences import Say
from content.wording import Wording
from tests.whole.conftest import Demo

PATIENCE = 30_000
OTHER_COMMUNE = "05109"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
REFERENCE = re.compile(r"SM-2026-[0-9A-Z]{4}-[0-9A-Z]{2}")

pytestmark = [pytest.mark.timeout(420), pytest.mark.alone]


@dataclass
class Phone:
    """One person's phone on the page, and the language they read."""

    page: Page
    name: str
    language: str
    words: Wording

    @property
    def phone(self) -> Locator:
        return self.page.locator(f"[data-phone={self.name}]")

    @property
    def screen(self) -> Locator:
        """The newest message that has buttons."""
        return self.phone.locator("[data-message-id]", has=self.page.get_by_role("button")).last

    def says(self, label: Say) -> str:
        return self.words.word(label, self.language)

    def buttons(self) -> list[str]:
        return [text.strip() for text in self.screen.get_by_role("button").all_inner_texts() if text.strip() not in ("", "⋯")]

    def press(self, label: str) -> None:
        """Presses and waits until something else stands there."""
        before = self.phone.inner_text()
        self.screen.get_by_role("button", name=label, exact=True).last.click(timeout=PATIENCE)
        expect(self.phone).not_to_have_text(before, timeout=PATIENCE, use_inner_text=True)
        self.settle()

    def settle(self) -> None:
        """Waits until no press is waiting for its tick."""
        expect(self.phone.locator("[aria-busy=true]")).to_have_count(0, timeout=PATIENCE)

    def say(self, text: str) -> None:
        box = self.phone.get_by_placeholder("Mensaje")
        box.fill(text)
        screen = self.screen.get_attribute("data-message-id") if self.screen.count() else ""
        box.press("Enter")
        expect(self.screen).not_to_have_attribute("data-message-id", screen or "", timeout=PATIENCE)

    def see(self, text: str) -> None:
        expect(self.phone.get_by_text(text).last).to_be_visible(timeout=PATIENCE)


def test_two_officials_reach_a_receipt_on_the_page(demo: Demo, chromium: Path, tmp_path: Path) -> None:
    words = Wording.load()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1500, "height": 1000})
        page.goto(demo.page)
        marta, ana = Phone(page, "marta", "es", words), Phone(page, "ana", "ht", words)
        page.get_by_role("button", name="Marta abre su invitación").click()
        ana.say(f"/start {demo.invitation(OTHER_COMMUNE)}")
        _join(marta, "Español", "Marta Soto", "Encargada de Migraciones")
        _join(ana, "Kreyòl ayisyen", "Ana Rojas", "Travayè sosyal")
        _attach_a_decree(marta, tmp_path)
        page.screenshot(path=_picture(tmp_path, "documento.png"))
        _attach_a_decree(ana, tmp_path)
        _answer_everything([marta, ana])
        references = [_hand_over(each) for each in (marta, ana)]
        page.screenshot(path=_picture(tmp_path, "comprobante.png"))
        assert len(set(references)) == 2
        browser.close()


def _join(person: Phone, endonym: str, name: str, post: str) -> None:
    person.press(endonym)
    expect(person.phone.get_by_text("Municipalidad de").or_(person.phone.get_by_text("Meri")).last).to_be_visible(
        timeout=PATIENCE
    )
    person.say(name)
    person.say(post)
    for choice in ("c", "c", "c"):  # never had the Seal, no letter, nobody: the way in is *inicial*
        person.press(person.buttons()["abc".index(choice)])


def _attach_a_decree(person: Phone, folder: Path) -> None:
    """The first task: somebody has the function, and the decree is sent as a file."""
    person.press(person.says(labels.CONTINUE))
    person.press(person.buttons()[1])
    decree = folder / "decreto.pdf"
    decree.write_bytes(PDF)
    person.phone.locator("input[type=file][name=document]").set_input_files(decree)
    person.see("decreto.pdf")
    expect(person.screen.get_by_role("button", name=person.says(labels.DONE), exact=True)).to_be_visible(timeout=PATIENCE)
    person.press(person.says(labels.DONE))


def _answer_everything(people: list[Phone]) -> None:
    """Turn by turn, what a municipality that has nothing yet would press: the last choice, or "I don't know yet"."""
    waiting = list(people)
    for _ in range(150):
        for person in list(waiting):
            shown = person.buttons()
            if person.says(labels.REVIEW) in shown:
                waiting.remove(person)
            elif person.says(labels.UNKNOWN) in shown:
                place = shown.index(person.says(labels.UNKNOWN))
                person.press(shown[max(place - 1, 0)])
            else:
                person.press(person.says(labels.CONTINUE))
        if not waiting:
            return
    raise AssertionError("the questions never end")


def _hand_over(person: Phone) -> str:
    for label in (labels.REVIEW, labels.PREPARE, declaration.SEND):
        person.press(person.says(label))
    expect(person.screen.get_by_role("button", name=person.says(receipt.DOWNLOAD), exact=True)).to_be_visible(timeout=PATIENCE)
    found = REFERENCE.search(person.screen.inner_text())
    assert found, person.screen.inner_text()
    person.press(person.says(receipt.DOWNLOAD))
    expect(person.phone.get_by_text(f"{found[0]}.pdf")).to_be_visible(timeout=PATIENCE)
    return found[0]


def _picture(folder: Path, name: str) -> Path:
    """Where a screenshot goes: kept for looking at where SELLO_SCREENSHOTS names a folder."""
    return Path(os.environ.get("SELLO_SCREENSHOTS", str(folder))) / name
