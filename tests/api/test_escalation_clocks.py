"""Clocks, queue and figures: the desk's time, need before luck, and medians that anybody can check by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import time_machine

from tests.api.cases import ANA, PEDRO, ROSA, add, enrol, listed, opened, problem, told
from tests.api.conftest import Api

# How much of their income comes from the Fondo Común Municipal, as `content/comunas` has it: from most to least.
NEEDY, MIDDLING, RICH = "01107", "08305", "13132"


@pytest.fixture(autouse=True)
def staff(api: Api) -> None:
    enrol(api, ROSA, PEDRO)


@contextmanager
def at(written: str) -> Iterator[None]:
    """A time on the wall in Santiago in the summer of 2026, `11-24 10:00`."""
    with time_machine.travel(f"2026-{written.replace(' ', 'T')}:00-03:00", tick=False):
        yield


def _open(api: Api, when: str, **other: object) -> int:
    with at(when):
        return int(opened(api, **other)["id"])


def _add(api: Api, when: str, id: int, kind: str, by: str = ROSA, **other: object) -> None:
    with at(when):
        assert add(api, id, kind, by, **other).status_code == 201


def _told(api: Api, when: str, id: int) -> Any:
    with at(when):
        return told(api, id)


def _queue(api: Api, when: str, **wanted: Any) -> list[int]:
    with at(when):
        return [each["id"] for each in listed(api, order="queue", **wanted)["results"]]


def _summary(api: Api, when: str, **wanted: Any) -> Any:
    with at(when):
        return api.client.get("/v1/escalations/summary", params=wanted, headers=api.as_("support")).json()


def test_the_wait_counts_until_somebody_answers_and_only_what_the_desk_works(api: Api) -> None:
    id = _open(api, "11-24 12:30")
    waits = _told(api, "11-24 14:30", id)
    assert (waits["waiting_since"], waits["waited_minutes"]) == ("2026-11-24T15:30:00Z", 60)
    _add(api, "11-24 15:00", id, "claimed")
    assert _told(api, "11-24 15:10", id)["waited_minutes"] == 100
    _add(api, "11-25 09:30", id, "answered")
    answered = _told(api, "11-27 09:30", id)
    assert (answered["first_answer_at"], answered["first_answer_by"]) == ("2026-11-25T12:30:00Z", ROSA)
    assert (answered["first_answer_minutes"], answered["waiting_since"], answered["waited_minutes"]) == (300, None, 0)
    assert (answered["resolution_minutes"], answered["closed_at"]) == (None, None)


def test_a_later_answer_is_not_the_first_and_a_later_question_waits_anew(api: Api) -> None:
    id = _open(api, "11-24 10:00")
    _add(api, "11-24 10:30", id, "answered")
    _add(api, "11-24 11:00", id, "asked", ANA)
    _add(api, "11-24 11:30", id, "asked", ANA)
    waits = _told(api, "11-24 12:00", id)
    assert (waits["state"], waits["waiting_since"], waits["waited_minutes"]) == ("taken", "2026-11-24T14:00:00Z", 60)
    _add(api, "11-24 12:30", id, "answered", PEDRO)
    answered = _told(api, "11-24 12:40", id)
    assert (answered["first_answer_minutes"], answered["first_answer_by"]) == (30, ROSA)


def test_clocks_stop_on_close(api: Api) -> None:
    id = _open(api, "11-24 10:00")
    _add(api, "11-24 12:00", id, "closed")
    closed = _told(api, "11-30 12:00", id)
    assert (closed["resolution_minutes"], closed["waited_minutes"], closed["waiting_since"]) == (120, 0, None)
    assert (closed["first_answer_at"], closed["first_answer_minutes"], closed["taken_by"]) == (None, None, None)


def test_opened_again_they_begin_anew(api: Api) -> None:
    id = _open(api, "11-24 10:00")
    _add(api, "11-24 10:30", id, "answered")
    _add(api, "11-24 11:00", id, "closed")
    _add(api, "11-26 09:00", id, "asked", ANA)
    again = _told(api, "11-26 09:45", id)
    assert (again["state"], again["waited_minutes"], again["first_answer_at"], again["closed_at"]) == ("waiting", 45, None, None)
    assert again["expected"]["by"] == "2026-11-26T21:00:00Z"
    _add(api, "11-26 10:00", id, "answered")
    _add(api, "11-26 11:00", id, "closed")
    closed = _told(api, "11-26 12:00", id)
    assert (closed["first_answer_minutes"], closed["resolution_minutes"]) == (60, 120)


def test_a_note_does_not_stop_the_clock(api: Api) -> None:
    id = _open(api, "11-24 10:00")
    _add(api, "11-24 10:30", id, "noted")
    assert _told(api, "11-24 11:00", id)["waited_minutes"] == 60


def test_the_queue_puts_need_first_within_the_hour_and_hours_before_need(api: Api) -> None:
    rich = _open(api, "11-24 10:00", commune=RICH)
    needy = _open(api, "11-24 10:40", commune=NEEDY)
    middling = _open(api, "11-24 10:20", commune=MIDDLING)
    nowhere = _open(api, "11-24 10:50", commune=None)
    urgent = _open(api, "11-24 10:55", kind="distress", commune=RICH)
    assert _queue(api, "11-24 10:59") == [urgent, nowhere, needy, middling, rich]
    assert _queue(api, "11-24 11:10") == [urgent, rich, nowhere, needy, middling]
    assert _queue(api, "11-24 11:45") == [urgent, needy, middling, rich, nowhere]


def test_the_hours_in_the_queue_are_working_hours(api: Api) -> None:
    late = _open(api, "11-20 17:30", commune=RICH)
    weekend = _open(api, "11-21 10:00", commune=NEEDY)
    assert _queue(api, "11-23 09:29") == [weekend, late]
    assert _queue(api, "11-23 09:30") == [late, weekend]


def test_of_two_in_the_same_place_the_older_goes_first_and_who_was_answered_last(api: Api) -> None:
    answered = _open(api, "11-24 09:00", commune=NEEDY)
    _add(api, "11-24 09:10", answered, "answered")
    first, second = (_open(api, "11-24 10:00") for _ in range(2))
    closed = _open(api, "11-24 09:00")
    _add(api, "11-24 09:10", closed, "closed")
    assert _queue(api, "11-24 10:10", state="open") == [first, second, answered]
    assert _queue(api, "11-24 10:10", state="waiting") == [first, second]


def test_lists_are_narrowed_and_paged(api: Api) -> None:
    kreyol = [_open(api, "11-24 10:00") for _ in range(3)]
    english = _open(api, "11-24 10:00", language="en", commune=RICH)
    distress = _open(api, "11-24 10:00", kind="distress", language="pt-br", commune=None)
    _add(api, "11-24 10:01", kreyol[0], "claimed")
    _add(api, "11-24 10:01", kreyol[1], "closed")

    def ids(**wanted: Any) -> list[int]:
        return [each["id"] for each in listed(api, **wanted)["results"]]

    assert ids() == [distress, english, *reversed(kreyol)]
    assert ids(language="HT") == list(reversed(kreyol))
    assert ids(language="pt") == ids(kind="distress") == [distress]
    assert ids(commune=RICH) == [english]
    assert (ids(state="taken"), ids(state="closed")) == ([kreyol[0]], [kreyol[1]])
    assert ids(state="waiting") == [distress, english, kreyol[2]]
    assert ids(state="open") == [distress, english, kreyol[2], kreyol[0]]
    for order in ("newest", "queue"):
        page, seen, pages = listed(api, order=order, limit=2), [], 1
        while page["next"]:
            seen += page["results"]
            page, pages = listed(api, order=order, limit=2, cursor=page["next"]), pages + 1
        assert ([each["id"] for each in seen + page["results"]], pages) == (ids(order=order), 3)


@pytest.mark.parametrize(
    ("wanted", "refused"),
    [
        ({"state": "lost"}, "invalid-request"),
        ({"order": "luck"}, "invalid-request"),
        ({"limit": 201}, "invalid-request"),
        ({"cursor": "-1"}, "invalid-request"),
        ({"language": "ay"}, "unknown-language"),
        ({"commune": "x"}, "invalid-request"),
    ],
)
def test_a_wrong_list_is_named(api: Api, wanted: dict[str, object], refused: str) -> None:
    answer = api.client.get("/v1/escalations", params=wanted, headers=api.as_("bot"))  # type: ignore[arg-type]
    assert problem(answer) == (422, refused)


def test_figures_of_nothing(api: Api) -> None:
    nothing = {"waiting": 0, "taken": 0, "answered": 0, "median_minutes": None, "p90_minutes": None}
    more: dict[str, object] = {"oldest_waiting_since": None, "by_kind": {}, "by_commune": {}, "by_language": {}, "rated": []}
    assert _summary(api, "11-24 10:00") == {**nothing, **more}


def test_median_and_ninetieth_of_first_answers(api: Api) -> None:
    for minutes in (5, 10, 15, 20, 25, 30, 35, 40, 45, 59):
        id = _open(api, "11-24 10:00")
        _add(api, f"11-24 10:{minutes:02}", id, "answered")
    told = _summary(api, "11-24 12:00")
    assert (told["answered"], told["median_minutes"], told["p90_minutes"], told["taken"]) == (10, 27, 45, 10)


def test_figures_by_what_a_case_is(api: Api) -> None:
    quick = _open(api, "11-24 10:00")
    _add(api, "11-24 10:10", quick, "answered")
    _add(api, "11-24 10:20", quick, "closed")
    _add(api, "11-24 11:00", quick, "asked", ANA)
    _add(api, "11-24 11:30", quick, "answered")
    _open(api, "11-24 11:40", language="en", commune=None, kind="distress")
    told = _summary(api, "11-24 12:00")
    assert (told["waiting"], told["taken"], told["oldest_waiting_since"]) == (1, 1, "2026-11-24T14:40:00Z")
    answered = {"waiting": 0, "taken": 1, "answered": 2, "median_minutes": 20, "p90_minutes": 30}
    waiting = {"waiting": 1, "taken": 0, "answered": 0, "median_minutes": None, "p90_minutes": None}
    assert told["by_kind"] == {"question": answered, "distress": waiting}
    assert told["by_commune"] == {"13101": answered, "": waiting}
    assert told["by_language"] == {"ht": answered, "en": waiting}
    assert _summary(api, "11-24 12:00", since="2026-11-24T14:30:00Z")["by_language"] == {"en": waiting}


def test_who_said_that_it_helped_by_month_and_language_the_last_word_counting(api: Api) -> None:
    said = [("10-30 10:00", "ht", [True]), ("11-24 10:00", "ht", [True, False]), ("11-24 10:00", "ht", [True])]
    for when, language, words in [*said, ("11-24 10:00", "en", [False]), ("11-24 10:00", "en", [])]:
        id = _open(api, when, language=language)
        _add(api, when, id, "closed")
        for helped in words:
            _add(api, when, id, "rated", ANA, helped=helped)
    again = _open(api, "11-24 10:00")
    for helped in (False, True):
        _add(api, "11-24 10:00", again, "closed")
        _add(api, "11-24 10:00", again, "rated", ANA, helped=helped)
        _add(api, "11-24 10:00", again, "asked", ANA)
    assert _summary(api, "11-24 12:00")["rated"] == [
        {"month": "2026-10", "language": "ht", "helped": 1, "not_helped": 0},
        {"month": "2026-11", "language": "en", "helped": 0, "not_helped": 1},
        {"month": "2026-11", "language": "ht", "helped": 2, "not_helped": 2},
    ]


def test_the_load_is_in_the_metrics(api: Api) -> None:
    _open(api, "11-24 10:00")
    taken = _open(api, "11-24 10:30")
    _add(api, "11-24 10:40", taken, "claimed")
    with at("11-24 11:00"):
        figures = api.client.get("/metrics", headers=api.as_("admin")).text
    assert 'sello_escalations_open{state="waiting"} 1.0' in figures
    assert 'sello_escalations_open{state="taken"} 1.0' in figures
    assert "sello_escalations_longest_wait_seconds 3600.0" in figures
