"""What people type under a question, and what it can only mean."""

from decimal import Decimal

import pytest

from bot.dialogue.turn import Content
from bot.dialogue.typed import Address, Slip, read_typed
from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.kinds import EvidenceStatus
from content.months import Month
from content.sentences import Say

NOW = Month(2026, 11)
DATED = Dated(Month(2026, 5))


def read(content: Content, question: str, text: str, language: str = "es") -> Answer | Address | Slip:
    def words(label: Say) -> tuple[str, ...]:
        return content.words.word(label, language), label.source

    return read_typed(content.current.question(question), text, words, NOW)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("mayo 2026", "es"),
        ("Mayo de 2026", "es"),
        ("05-2026", "es"),
        ("5/2026", "es"),
        ("05.2026", "es"),
        ("2026-05", "es"),
        ("12/05/2026", "es"),
        ("5 de mayo de 2026", "es"),
        ("el 5 de mayo de 2026", "es"),
        ("mayo del 2026", "es"),
        ("me 2026", "ht"),
        ("5 me 2026", "ht"),
        ("May 2026", "en"),
        ("maio de 2026", "pt_BR"),
        ("1er mai 2026", "fr"),
        ("2026年5月", "zh_Hans"),
        ("2026 年 5 月", "zh_Hans"),
        ("2026年5月3日", "zh_Hans"),
    ],
)
def test_a_month_is_understood_however_it_is_written(content: Content, typed: str, language: str) -> None:
    assert read(content, "INS-3.1", typed, language) == DATED


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("05-26", "unread"),
        ("13-2026", "unread"),
        ("hace dos años", "unread"),
        ("2026", "unread"),
        ("", "unread"),
        ("mayo", "unread"),
        ("juicio 2026", "unread"),
        ("diciembre 2026", "future"),
        ("01-2027", "future"),
        ("12.345.678-5", "rut"),
    ],
)
def test_what_is_no_month_gets_a_hint(content: Content, typed: str, slip: str) -> None:
    assert read(content, "INS-3.1", typed) == Slip(slip)


def test_no_date_can_be_typed_too(content: Content) -> None:
    assert read(content, "INS-3.1", "no tenemos") == Dated(None)
    assert read(content, "ADH-1.3", "Aún no") == Dated(None)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("20", "20"),
        ("unas 20", "20"),
        ("20 horas", "20"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.200", "1200"),
        ("1,200", "1200"),
    ],
)
def test_a_number_is_understood_where_it_can_only_mean_one_thing(content: Content, typed: str, amount: str) -> None:
    assert read(content, "INS-2.1", typed) == Counted(Decimal(amount))


@pytest.mark.parametrize(
    ("question", "typed", "slip"),
    [
        ("INS-2.1", "muchas", "unread"),
        ("INS-2.1", "10 o 20", "unread"),
        ("INS-2.1", "10-20", "unread"),
        ("INS-2.1", "2001", "range"),
        ("INS-2.1", "-1", "range"),
        ("REG-1.1", "mayo 2026", "unread"),
        ("CAP-5.1", "33,5", "whole"),
        ("CAP-5.1", "101", "range"),
    ],
)
def test_what_is_no_number_here_gets_a_hint(content: Content, question: str, typed: str, slip: str) -> None:
    assert read(content, question, typed) == Slip(slip)


@pytest.mark.parametrize("typed", ["2", "2.", "Una persona con función asignada", "una persona con funcion asignada"])
def test_an_option_is_its_number_or_its_words(content: Content, typed: str) -> None:
    assert read(content, "INS-1.1", typed) == Chosen(("b",))


@pytest.mark.parametrize(
    ("typed", "slip"), [("0", "range"), ("5", "range"), ("quizás", "unread"), ("", "unread"), ("😀", "unread")]
)
def test_what_is_no_option_gets_a_hint(content: Content, typed: str, slip: str) -> None:
    assert read(content, "INS-1.1", typed) == Slip(slip)


@pytest.mark.parametrize(
    ("typed", "language"), [("sí", "es"), ("SI", "es"), ("1", "es"), ("wi", "ht"), ("yes", "en"), ("是。", "zh_Hans")]
)
def test_yes_is_said_in_each_language(content: Content, typed: str, language: str) -> None:
    assert read(content, "INS-4.3", typed, language) == Chosen(("yes",))


@pytest.mark.parametrize("typed", ["1, 3", "1 3", "1,3", "1 y 3", "1，3", "1、3", "3;1"])
def test_several_options_by_their_numbers(content: Content, typed: str) -> None:
    assert read(content, "INS-3.2", typed) == Chosen(("a", "c"))


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("Censo, INE o SERMIG", ("a",)),
        ("Censo, INE o SERMIG; Reuniones con comunidades", ("a", "d")),
        ("Reuniones con comunidades y 2", ("b", "d")),
    ],
)
def test_several_options_by_their_words_which_may_hold_a_comma(content: Content, typed: str, options: tuple[str, ...]) -> None:
    assert read(content, "INS-3.2", typed) == Chosen(options)


def test_several_options_keep_to_their_rules(content: Content) -> None:
    assert read(content, "INS-3.2", "Ninguna de estas") == Chosen(())
    assert read(content, "INS-7.2", "1, 6") == Slip("unread"), "an exclusive option stands alone"
    assert read(content, "INS-3.2", "1, 9") == Slip("range")


@pytest.mark.parametrize("question", ["INS-1.1", "INS-2.1", "INS-3.1", "INS-3.2", "INS-4.3", "INS-1.2", "ADH-3.2"])
def test_not_knowing_can_be_typed_under_every_kind(content: Content, question: str) -> None:
    assert read(content, question, "aún no lo sé") == Skipped()
    assert read(content, question, "Mwen poko konnen", "ht") == Skipped()


def test_evidence_takes_links_and_promises(content: Content) -> None:
    assert read(content, "INS-1.2", "https://muni.cl/decreto.pdf") == Address("https://muni.cl/decreto.pdf")
    assert read(content, "INS-1.2", "Lo adjunto después") == Attached(EvidenceStatus.LATER)
    assert read(content, "INS-1.2", "no lo tengo") == Attached(EvidenceStatus.NONE)
    assert read(content, "INS-1.2", "muni.cl/decreto") == Slip("unread")


def test_words_are_kept_as_they_are_unless_they_carry_a_rut(content: Content) -> None:
    assert read(content, "ADH-3.2", "  Llegaron 20 familias.  ") == Written("Llegaron 20 familias.")
    assert read(content, "ADH-3.2", "Ana, 12.345.678-K, dijo") == Slip("rut")
    assert read(content, "ADH-3.2", "   ") == Slip("unread")
