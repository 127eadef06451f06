"""What the tests have drawn: assessments on the edition in force, and catalogues that translate what is said about them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from bot.dialogue.screen import Chart
from bot.pictures.drawing import facts
from bot.pictures.spoken import texts
from content.assessment import Assessment, Index, assess
from content.catalogues import DOMAINS
from content.languages import LANGUAGES
from content.months import Month
from content.programme import Profile, Programme, Verdict
from content.reading import current, read_editions
from content.sentences import Say, Text, Verbatim
from content.wording import Wording

MONTH = Month(2026, 11)
SOME = (Fraction(1), Fraction(13, 16), Fraction(3, 10), Fraction(599, 1000), Fraction(0), None)


@cache
def programme() -> Programme:
    """The edition in force."""
    return current(read_editions())


def assessment(*indexes: Fraction | None, verdicts: Iterable[Verdict] = tuple(Verdict)) -> Assessment:
    """An assessment with these indexes, and these verdicts for the first criteria; the others are pending."""
    bare = assess(programme(), Profile.REVALIDATION, {}, MONTH)
    turned = dict(enumerate(verdicts))
    criteria = tuple(replace(each, verdict=turned.get(place, each.verdict)) for place, each in enumerate(bare.criteria))
    dimensions = tuple(Index(each, value) for each, value in zip(programme().dimensions, indexes, strict=True))
    return replace(bare, criteria=criteria, dimensions=dimensions, band=programme().bands[1])


def a_chart(assessed: Assessment | None = None, municipality: Text | None = None) -> Chart:
    """A chart of November 2026."""
    where = municipality or Verbatim("Municipalidad de Quinta Normal")
    return Chart(programme(), assessed or assessment(*SOME), MONTH, where, Verbatim("caption"))


def wording(folder: Path, language: str | None = None, translate: Callable[[str], str] = str, *, without: str = "") -> Wording:
    """Wording with empty catalogues, but that language translates all that a chart says, except the sentence `without`."""
    says = [each for each in texts(facts(a_chart())) if isinstance(each, Say) and each.source != without]
    for code, domain in product(LANGUAGES[1:], DOMAINS):
        translated = [each for each in says if each.catalogue == domain and code == language]
        _write(folder / code / "LC_MESSAGES" / f"{domain}.po", code, translated, translate)
    return Wording.load(folder)


def strings(sheet: object) -> list[str]:
    """Every string of a worded sheet."""
    match sheet:
        case str():
            return [sheet]
        case dict():
            return [each for value in sheet.values() for each in strings(value)]
        case list() | tuple():
            return [each for value in sheet for each in strings(value)]
    return []


def _write(po: Path, language: str, says: Iterable[Say], translate: Callable[[str], str]) -> None:
    catalogue = Catalog(language, fuzzy=False)
    for each in says:
        catalogue.add(each.source, translate(each.source), context=each.context)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as file:
        write_po(file, catalogue)
