"""Kreyòl as it sounds, held against espeak-ng's own account of what it says (IPA)."""

import subprocess
from pathlib import Path

import pytest

from bot.speech import kreyol

WORDS = {
    "ou": "u",
    "nou": "nu",
    "moun": "mun",
    "chanm": "ʃɑ̃m",
    "dokiman": "dokimɑ̃",
    "bezwen": "bezwɛ̃",
    "genyen": "ɡɛ̃jɛ̃",
    "bon": "bɔ̃",
    "onè": "onɛ",
    "lendi": "lɛ̃di",
    "kounye": "kunje",
    "lopital": "lopital",
    "timoun": "timun",
    "travay": "tɣavaj",
    "kriye": "kɣije",
    "djòb": "dʒɔb",
    "tchèk": "tʃɛk",
    "jou": "ʒu",
    "uit": "wit",
    "travayè": "tɣavajɛ",
    "àn": "an",
}


@pytest.mark.parametrize(("word", "sound"), WORDS.items())
def test_a_word_sounds_as_it_is_spelt(speaker: Path, word: str, sound: str) -> None:
    assert _ipa(speaker, _said(word)) == sound


@pytest.mark.parametrize(
    ("number", "spelt"),
    [
        ("0", "zewo"),
        ("14", "katòz"),
        ("21", "ven en"),
        ("70", "swasant dis"),
        ("91", "katreven onz"),
        ("100", "san"),
        ("1881", "mil uit san katreven en"),
        ("2026", "de mil ven sis"),
        ("12500", "douz mil senk san"),
    ],
)
def test_numbers_are_said_in_kreyol(number: str, spelt: str) -> None:
    assert _said(number) == _said(spelt)


def test_what_kreyol_could_not_spell_is_said_in_spanish() -> None:
    assert list(kreyol.pieces("Ale nan consultorio, ak RUN ou.")) == [
        ("ht", _said("Ale nan")),
        ("es", "consultorio,"),
        ("ht", _said("ak")),
        ("es", "RUN"),
        ("ht", _said("ou.")),
    ]


def _said(text: str) -> str:
    ((language, said),) = kreyol.pieces(text)
    assert language == "ht"
    return said


def _ipa(speaker: Path, text: str) -> str:
    said = subprocess.run([speaker, "-q", "--ipa", "-v", "ht", text], capture_output=True, text=True, check=True).stdout
    return said.replace("ˈ", "").strip()
