"""Which services are offered, and in which order."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from content.directory import Communes
from content.local_services import Category, Checked, LocalService, Organization, Papers, ServiceStatus
from content.offering import Directory, Offer, is_doubted, is_stale
from content.reading import read_communes, read_services

TODAY = date(2026, 11, 24)
SAN_ANTONIO, CARTAGENA, MELIPILLA, MARIA_PINTO, TALAGANTE = "05601", "05603", "13501", "13504", "13601"


@cache
def _communes() -> Communes:
    return read_communes()


def _service(name: str, *categories: Category, commune: str | None = None) -> LocalService:
    return LocalService(
        id=name,
        name=name,
        organization=Organization("o", "Quien atiende", commune),
        description="",
        categories=categories or (Category.HEALTH,),
        commune=commune,
        papers=Papers.ANY,
        who_may_use="",
        checked=Checked("fuente", TODAY, "Ana"),
    )


def _offer(*services: LocalService, commune: str | None = None, about: tuple[Category, ...] = (Category.HEALTH,)) -> Offer:
    return Directory(services, _communes()).offer(about, commune, TODAY)


def _names(offer: Offer) -> list[str]:
    return [each.name for each in offer.services]


def test_the_municipality_comes_before_all_chile() -> None:
    offer = _offer(_service("A de Chile"), _service("B de la comuna", commune=SAN_ANTONIO), commune=SAN_ANTONIO)
    assert (_names(offer), offer.nearby) == (["B de la comuna", "A de Chile"], None)


def test_at_most_three_and_each_once() -> None:
    both = (Category.HEALTH, Category.MENTAL)
    offer = _offer(*(_service(name, *both) for name in "ABCDE"), about=both)
    assert _names(offer) == ["A", "B", "C"]


def test_the_likeliest_category_comes_first_then_the_main_one_of_a_service() -> None:
    services = (
        _service("A", Category.MENTAL),
        _service("B", Category.LEGAL, Category.HEALTH),
        _service("C", Category.HEALTH, Category.LEGAL),
    )
    assert _names(_offer(*services, about=(Category.HEALTH, Category.MENTAL))) == ["C", "B", "A"]


def test_what_answers_the_words_best_comes_first() -> None:
    directory = Directory([_service("A"), _service("B")], _communes())
    assert _names(directory.offer([Category.HEALTH], None, TODAY, {"B": 0.5})) == ["B", "A"]


@pytest.mark.parametrize(
    "worse",
    [
        replace(_service("A"), status=ServiceStatus.CLOSED_FOR_A_WHILE),
        replace(_service("A"), doubts=3),
        replace(_service("A"), is_example=True),
        replace(_service("A"), checked=Checked("fuente")),
        replace(_service("A"), checked=Checked("fuente", date(2026, 5, 1), "Ana")),
        replace(_service("A"), checked=Checked("fuente", TODAY, "Ana", expires_on=TODAY)),
    ],
)
def test_what_is_surer_comes_first(worse: LocalService) -> None:
    assert _names(_offer(worse, _service("B"))) == ["B", "A"]


@pytest.mark.parametrize("status", [ServiceStatus.INACTIVE, ServiceStatus.DEFUNCT])
def test_what_is_no_more_is_not_shown(status: ServiceStatus) -> None:
    gone = replace(_service("A"), status=status)
    assert _names(_offer(gone)) == []
    assert Directory([gone], _communes()).of("A") is None


def test_where_the_commune_has_none_the_nearest_is_offered_beside_all_chile() -> None:
    of_chile = [_service(name) for name in "ABC"]
    offer = _offer(
        *of_chile, _service("Talagante", commune=TALAGANTE), _service("Melipilla", commune=MELIPILLA), commune=MARIA_PINTO
    )
    assert (_names(offer), offer.nearby and offer.nearby.name) == (["A", "B"], "Melipilla")


def test_another_region_is_not_near() -> None:
    assert _offer(_service("San Antonio", commune=SAN_ANTONIO), commune=MARIA_PINTO) == Offer(())


def test_stale_is_never_checked_long_ago_or_expired() -> None:
    service = _service("A")
    assert not is_stale(service, TODAY)
    assert not is_stale(replace(service, checked=Checked("f", date(2026, 5, 28), "Ana")), TODAY)
    assert is_stale(replace(service, checked=Checked("f", date(2026, 5, 27), "Ana")), TODAY)
    assert is_stale(replace(service, checked=Checked("f")), TODAY)


def test_two_may_be_wrong_three_are_a_doubt() -> None:
    assert [is_doubted(replace(_service("A"), doubts=n)) for n in (2, 3)] == [False, True]


def test_the_real_directory_has_a_door_for_every_category_in_every_commune() -> None:
    directory = Directory(read_services(), _communes())
    for commune in (SAN_ANTONIO, CARTAGENA, MARIA_PINTO, None):
        for category in Category:
            assert directory.offer([category], commune, TODAY).services, (commune, category)
    assert directory.offer([Category.MIG_STATUS], SAN_ANTONIO, TODAY).services[0].commune == SAN_ANTONIO
    nearby = directory.offer([Category.MIG_STATUS], CARTAGENA, TODAY).nearby
    assert nearby is not None
    assert nearby.commune == SAN_ANTONIO
