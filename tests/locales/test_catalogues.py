"""The project's own catalogues and glossary."""

import csv
import shutil
from pathlib import Path

import pytest

from content.catalogues import LOCALES, read_catalogue
from content.extraction.__main__ import gathered, main, updated
from content.extraction.keeping import button_limit, kept_in
from content.extraction.spelling import misspellings
from content.wording import LANGUAGES

GLOSSARY = list(csv.DictReader((LOCALES / "glossary.csv").read_text(encoding="utf-8").splitlines()))


def test_the_catalogues_hold_every_sentence_and_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    refused = main(["check"])
    assert capsys.readouterr() == ("", "")
    assert refused == 0


def test_bringing_them_up_loses_nothing_and_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences, _ = gathered()
    shutil.copytree(LOCALES, tmp_path / "locales")
    monkeypatch.setattr("content.extraction.__main__.LOCALES", tmp_path / "locales")
    monkeypatch.setattr("content.extraction.__main__.ROOT", tmp_path)
    files = sorted((tmp_path / "locales").rglob("*.po"))
    kept = [kept_in(read_catalogue(po)) for po in files]
    assert len(list(updated(sentences))) == len(files) == 15
    once = [po.read_text(encoding="utf-8") for po in files]
    for before, after in zip(kept, [kept_in(read_catalogue(po)) for po in files], strict=True):
        assert {
            key: each for key, each in before.items() if key in after and any(each.forms) and each.plural == after[key].plural
        }.items() <= after.items()
    list(updated(sentences))
    assert [po.read_text(encoding="utf-8") for po in files] == once


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_fixed_word_fits_its_button_and_is_well_spelt(language: str) -> None:
    for row in GLOSSARY:
        word = row[language]
        assert word == word.strip() != "", row["es"]
        if row["context"] == "button":
            assert len(word) <= button_limit(language), word
        known = " ".join(each[language] for each in GLOSSARY if each["keep_spanish"] == "yes")
        assert [what for what, _ in misspellings(word, row["es"], language, known)] == [], word


def test_no_two_buttons_share_a_word_in_any_language() -> None:
    for language in LANGUAGES:
        words = [row[language] for row in GLOSSARY if row["context"] == "button"]
        assert len(words) == len(set(words)), language
