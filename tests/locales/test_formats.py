"""Numbers, days, months and hours as the language guide writes them."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from content.calendar_words import day_in_words, moment_in_words, month_in_words, month_named, weekday_in_words
from content.months import Month
from content.numerals import figures
from content.wording import LANGUAGES

MARCH_5 = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("language", "day", "month", "weekday"),
    [
        ("es", "5 de marzo de 2026", "marzo de 2026", "jueves 5 de marzo"),
        ("ht", "5 mas 2026", "mas 2026", "jedi 5 mas"),
        ("en", "5 March 2026", "March 2026", "Thursday 5 March"),
        ("pt_BR", "5 de março de 2026", "março de 2026", "quinta-feira, 5 de março"),
        ("fr", "5 mars 2026", "mars 2026", "jeudi 5 mars"),
        ("zh_Hans", "2026年3月5日", "2026年3月", "3月5日星期四"),
    ],
)
def test_days_and_months(language: str, day: str, month: str, weekday: str) -> None:
    assert day_in_words(MARCH_5, language) == day
    assert month_in_words(Month(2026, 3), language) == month
    assert weekday_in_words(MARCH_5, language) == weekday


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    first = date(2026, 5, 1)
    assert day_in_words(first, "fr") == "1er mai 2026"
    assert weekday_in_words(first, "fr") == "vendredi 1er mai"
    assert day_in_words(first, "ht") == "1 me 2026"
    assert day_in_words(first, "es") == "1 de mayo de 2026"


def test_every_month_and_weekday_of_haitian_creole_is_its_own() -> None:
    months = [month_in_words(Month(2026, number), "ht").split()[0] for number in range(1, 13)]
    assert months == ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"]
    week = [weekday_in_words(date(2026, 3, 2) + timedelta(days=n), "ht").split()[0] for n in range(7)]
    assert week == ["lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_months_or_weekdays_share_a_name(language: str) -> None:
    assert len({month_in_words(Month(2026, number), language) for number in range(1, 13)}) == 12
    assert len({weekday_in_words(date(2026, 3, 1) + timedelta(days=n), language) for n in range(7)}) == 7


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("es", "5 de marzo de 2026, 15:05"),
        ("ht", "5 mas 2026, 15:05"),
        ("en", "5 March 2026, 15:05"),
        ("pt_BR", "5 de março de 2026, 15:05"),
        ("fr", "5 mars 2026, 15:05"),
        ("zh_Hans", "2026年3月5日15:05"),
    ],
)
def test_moments_are_told_by_the_clocks_of_santiago(language: str, shown: str) -> None:
    moment = datetime(2026, 3, 5, 18, 5, tzinfo=UTC)
    assert moment_in_words(moment, language) == shown
    assert moment_in_words(moment.astimezone(timezone(timedelta(hours=9))), language) == shown
    assert moment_in_words(moment.replace(tzinfo=None), language) == shown


def test_a_moment_after_midnight_in_london_is_still_the_evening_before_and_winter_has_its_own_hour() -> None:
    assert moment_in_words(datetime(2026, 3, 6, 1, 0, tzinfo=UTC), "es") == "5 de marzo de 2026, 22:00"
    assert moment_in_words(datetime(2026, 7, 1, 12, 30, tzinfo=UTC), "es") == "1 de julio de 2026, 8:30"


@pytest.mark.parametrize(
    ("language", "with_decimals", "whole"),
    [
        ("es", "1.234,5", "1.234.567"),
        ("ht", "1.234,5", "1.234.567"),
        ("pt_BR", "1.234,5", "1.234.567"),
        ("fr", "1\u202f234,5", "1\u202f234\u202f567"),
        ("en", "1,234.5", "1,234,567"),
        ("zh_Hans", "1,234.5", "1,234,567"),
    ],
)
def test_amounts(language: str, with_decimals: str, whole: str) -> None:
    assert figures(Decimal("1234.5"), language) == with_decimals
    assert figures(1234567, language) == whole
    assert figures(0, language) == "0"
    assert figures(Decimal("1E+2"), language) == "100"
    assert figures(-12, language) == "-12"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("marzo", 3), ("MARZO", 3), ("mas", 3), ("março", 3), ("marco", 3), ("mars", 3), ("mar.", 3), ("me", 5), ("mai", 5),
        ("setiembre", 9), ("set", 9), ("sept", 9), ("Septiembre", 9), ("jen", 6), ("juin", 6), ("jiyè", 7), ("jiye", 7),
        ("août", 8), ("aout", 8), ("dez", 12), ("dic", 12), ("3月", 3), ("12月", 12), ("jui", None), ("out", None),
        ("m", None), ("", None), ("marte", None), ("ma", None),
    ],
)  # fmt: skip
def test_a_month_typed_in_any_language_is_understood_where_it_can_only_be_one(typed: str, number: int | None) -> None:
    assert month_named(typed) == number


def test_every_month_is_understood_as_it_is_shown() -> None:
    shown = {(language, n): month_in_words(Month(2026, n), language).split()[0] for language in LANGUAGES for n in range(1, 13)}
    del shown["ht", 8]  # «out», which a Brazilian types for October
    for (language, number), name in shown.items():
        assert month_named(name.removeprefix("2026年")) == number, (language, name)
