"""Days, months and hours in words. Own tables: the general locale data for Haitian Creole are French."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from content.folding import folded
from content.months import Month

CHILE = ZoneInfo("America/Santiago")

_MONTHS: Mapping[str, tuple[str, ...]] = {
    language: tuple(names.split())
    for language, names in {
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ht": "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm",
        "en": "January February March April May June July August September October November December",
        "pt_BR": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "zh_Hans": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    }.items()
}

_WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    language: tuple(names.split())
    for language, names in {
        "es": "lunes martes miércoles jueves viernes sábado domingo",
        "ht": "lendi madi mèkredi jedi vandredi samdi dimanch",
        "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "pt_BR": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "zh_Hans": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    }.items()
}

_NAMED = {folded(name): number for names in _MONTHS.values() for number, name in enumerate(names, start=1)} | {"setiembre": 9}

_DAYS_NAMED = {folded(name): day for names in _WEEKDAYS.values() for day, name in enumerate(names)} | {
    each + sign: day for each in ("周", "礼拜") for day, sign in enumerate("一二三四五六日")
}


def weekday_named(name: str) -> int | None:
    """The day of the week (0 is Monday) of that name in any of the languages, or of its first three letters or more."""
    typed = folded(name)
    typed = typed if typed in _DAYS_NAMED else typed.removesuffix("s")
    meant = {day for known, day in _DAYS_NAMED.items() if known == typed or (len(typed) >= 3 and known.startswith(typed))}
    return meant.pop() if len(meant) == 1 else None


def month_named(name: str) -> int | None:
    """The month of that name in any of the languages, or of its first three letters or more.

    None where that is two different months: «out» is August in Haitian Creole and short for October in Portuguese.
    """
    typed = folded(name)
    meant = {number for known, number in _NAMED.items() if known == typed or (len(typed) >= 3 and known.startswith(typed))}
    return meant.pop() if len(meant) == 1 else None


def month_in_words(month: Month, language: str) -> str:
    """`marzo de 2026`."""
    name = _MONTHS[language][month.number - 1]
    match language:
        case "es" | "pt_BR":
            return f"{name} de {month.year}"
        case "zh_Hans":
            return f"{month.year}年{name}"
    return f"{name} {month.year}"


def day_in_words(day: date, language: str) -> str:
    """`5 de marzo de 2026`."""
    month = month_in_words(Month.of(day), language)
    match language:
        case "es" | "pt_BR":
            return f"{day.day} de {month}"
        case "zh_Hans":
            return f"{month}{day.day}日"
    return f"{_ordinal(day, language)} {month}"


def weekday_in_words(day: date, language: str) -> str:
    """`jueves 5 de marzo`."""
    weekday, month = _WEEKDAYS[language][day.weekday()], _MONTHS[language][day.month - 1]
    match language:
        case "es":
            return f"{weekday} {day.day} de {month}"
        case "pt_BR":
            return f"{weekday}, {day.day} de {month}"
        case "zh_Hans":
            return f"{month}{day.day}日{weekday}"
    return f"{weekday} {_ordinal(day, language)} {month}"


def moment_in_words(moment: datetime, language: str) -> str:
    """`5 de marzo de 2026, 15:30`, by the clocks of Santiago; a moment without a zone is taken as UTC."""
    there = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(CHILE)
    clock = f"{there.hour}:{there.minute:02}"
    return f"{day_in_words(there, language)}{'' if language == 'zh_Hans' else ', '}{clock}"


def _ordinal(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)
