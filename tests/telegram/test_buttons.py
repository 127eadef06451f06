"""Buttons carry events: 64 bytes, there and back, and old ones do no harm."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.dialogue.case_events import Rated
from bot.dialogue.events import (
    Asked,
    Chose,
    Confirmed,
    Finished,
    Labelled,
    Looked,
    Marked,
    Opened,
    Place,
    Pressable,
    Removed,
    Replied,
    Spoke,
    Started,
    WentBack,
)
from bot.dialogue.person import Person, Standing, State
from bot.dialogue.places import services
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press
from bot.dialogue.turn import Content
from bot.telegram.buttons import LIMIT, ButtonTooLong, read_button, write_button
from content.kinds import OneOf, SomeOf
from content.local_services import Category
from content.offering import KEY
from content.reading import read_services
from content.wording import LANGUAGES

LONGEST_TOPICS = ",".join(sorted(Category, key=len, reverse=True)[:3])
LARGEST_CHAT = "9" * 13  # Telegram promises at most 52 significant bits … and 13 digits hold them with room
LONGEST_PIECE = f"{LARGEST_CHAT}:{2**31}"
CODE = "A" * 24


def test_what_was_found_fits_below_however_much_was_looked_for(content: Content) -> None:
    best = next(each for each in read_services() if each.commune is None)
    for mood in "fuc":
        state = State(Person("7", "es", Standing(Place.SERVICES, f"{mood}@{LONGEST_TOPICS}@{best.id[:KEY]}@05601")))
        screen = services.show(Scene(content, state, datetime(2026, 11, 24, 12, tzinfo=UTC)))
        written = [write_button(each.event) for row in screen.rows for each in row if isinstance(each, Press)]
        assert any(data.startswith("o|svc|") for data in written) == (mood == "f")


def every_button(content: Content) -> Iterator[Pressable]:
    """Every event that a button of the real programme can carry, with the largest numbers it can come to."""
    programme = content.current
    yield from (Started(f"inv_{CODE}"), Looked())
    yield from (Spoke(language) for language in LANGUAGES)
    abouts = ["", *(each.id for each in programme.dimensions), *(each.code for each in programme.criteria())]
    abouts += [each.id for each in programme.questions()]
    yield from (Opened(place, about) for place in Place for about in abouts)
    yield from (Chose(each.cut) for each in content.communes.all())
    yield from (Confirmed(what, 999) for what in ("hand-over", "forget", "correct", "edition"))
    yield from (Rated(str(2**63), helped) for helped in (True, False))
    for question in programme.questions():
        said = ["yes", "no", "none", "?", "later", "lacking"]
        if isinstance(question.kind, OneOf | SomeOf):
            options = [option.id for option in question.kind.options]
            said += options
            yield from (Marked(option, on, question.id, 9999) for option in options for on in (True, False))
        yield from (Replied(each, question.id, 9999) for each in said)
        yield from (Asked(aside, question.id) for aside in ("why", "example"))
        yield from (Finished(question.id, 9999), WentBack(question.id))
        yield from (Labelled(LONGEST_PIECE, 99, question.id), Removed(LONGEST_PIECE, question.id))


def test_every_button_of_the_programme_comes_back_as_it_was(content: Content) -> None:
    tried = set()
    for event in every_button(content):
        written = write_button(event)
        assert len(written.encode()) <= LIMIT
        assert read_button(written) == event
        tried.add(type(event))
    assert tried == set(get_args(Pressable))


def test_64_bytes_fit_and_65_do_not() -> None:
    assert len(write_button(Chose("x" * 62)).encode()) == 64
    with pytest.raises(ButtonTooLong):
        write_button(Chose("x" * 63))
    with pytest.raises(ButtonTooLong):
        write_button(Chose("ñ" * 32))  # bytes, not letters


def test_a_mark_inside_a_field_is_refused() -> None:
    with pytest.raises(ButtonTooLong):
        write_button(Chose("a|b"))


@given(some.text())
def test_whatever_is_pressed_means_something_harmless(data: str) -> None:
    event = read_button(data)
    assert isinstance(event, get_args(Pressable))


@pytest.mark.parametrize("data", ["", "z|a", "o", "o|nowhere", "r|yes", "m|a|x|Q|b", "r|yes|Q|1|2", "cualquier cosa"])
def test_an_unreadable_button_draws_the_screen_again(data: str) -> None:
    assert read_button(data) == Looked()
