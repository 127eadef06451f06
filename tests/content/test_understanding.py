"""Whether danger is heard in what people write: in any language, in spite of slips, and without crying wolf."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.danger import Danger
from content.extraction.walking import told_in
from content.phrases import Part, Phrase, Step
from content.reading import read_editions, read_help, read_support
from content.understanding import Distress, Understanding
from tests.benchmarks.distress import FILES, heard_of
from tests.read import phrases


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nobody_is_missed_and_few_alarms_are_false(file: Path) -> None:
    found = heard_of(phrases(), file)
    assert found.distress + found.others > 0
    assert found.missed == ()
    assert len(found.false) <= 0.02 * found.others, found.false


@settings(deadline=None)
@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    found = phrases().distress(text)
    assert found is None or all(found.matched)


def test_words_that_showed_it_are_told_as_they_were_written() -> None:
    found = phrases().distress("Por favor: NO PUEDO   respirar, tengo asma")
    assert found == Distress(Danger.MEDICAL, ("NO PUEDO   respirar",))


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("mi papá no respira", Danger.MEDICAL),
        ("je veux mourir", Danger.SELF_HARM),
        ("yo pran paspò m yo fè m kouche ak gason", Danger.TRAFFICKING),
        ("I can't find my 5 year old", Danger.CHILD),
        ("meu marido tá me batendo agora", Danger.VIOLENCE),
        ("il dit qu'il va me tuer si je parle", Danger.VIOLENCE),
        ("il va se tuer ce soir", Danger.SELF_HARM),
        ("我有危险，救救我", Danger.GENERAL),
    ],
)
def test_each_kind_is_told_apart(text: str, danger: Danger) -> None:
    found = phrases().distress(text)
    assert found is not None
    assert found.danger is danger


@pytest.mark.parametrize(
    "text",
    [
        "no puedo respirar",
        "NO PUEDO RESPIRAR",
        "no puédo respirár",
        "no pueedo respiraaar",
        "no puedo respirrar",
        "no\npuedo\n\nrespirar!!!",
        "ｎｏ ｐｕｅｄｏ ｒｅｓｐｉｒａｒ",
        "hola buenas tardes disculpe la hora no puedo respirar gracias",
    ],
)
def test_a_hurried_hand_is_forgiven(text: str) -> None:
    assert phrases().distress(text) is not None


@pytest.mark.parametrize(
    "text", ["", "   ", "👍", "hola", "me muero de hambre jaja", "taller sobre violencia contra la mujer", "12345", "INS-1.1"]
)
def test_harmless_words_are_let_go(text: str) -> None:
    assert phrases().distress(text) is None


def test_what_the_programme_says_and_asks_is_no_alarm() -> None:
    said = {found.source for found in told_in((*read_editions().values(), read_help(), read_support()))}
    assert len(said) > 500
    assert [sentence for sentence in said if phrases().distress(sentence)] == []


def _words(*said: str, gap: bool = False) -> Part:
    steps = tuple(Step({word.split()[0]: (tuple(word.split()),)}, gap=gap and place > 0) for place, word in enumerate(said))
    return Part(steps)


def _knowing(*phrases: Phrase, harmless: tuple[Phrase, ...] = ()) -> Understanding:
    return Understanding([(phrase, Danger.GENERAL) for phrase in phrases], harmless)


def test_a_gap_holds_six_words_and_no_more() -> None:
    knows = _knowing((_words("red", "blue", gap=True),))
    assert knows.distress("red a b c d e f blue")
    assert knows.distress("red a b c d e f g blue") is None


def test_parts_come_in_any_order_but_not_far_apart() -> None:
    knows = _knowing((_words("red"), _words("blue")))
    assert knows.distress("blue and red") == Distress(Danger.GENERAL, ("blue", "red"))
    assert knows.distress("red " + "a " * 50 + "blue") is None


def test_one_word_does_not_serve_for_two_parts() -> None:
    assert _knowing((_words("red"), _words("red"))).distress("red") is None


def test_harmless_words_hide_only_themselves() -> None:
    knows = _knowing((_words("red"),), harmless=((_words("red wine"),),))
    assert knows.distress("red wine") is None
    assert knows.distress("red wine and red") == Distress(Danger.GENERAL, ("red",))


def test_the_graver_danger_is_answered_first() -> None:
    knows = Understanding([((_words("red"),), Danger.GENERAL), ((_words("blue"),), Danger.MEDICAL)], ())
    assert knows.distress("red, blue") == Distress(Danger.MEDICAL, ("blue",))


class _Wine:
    """An ear that hears danger in wine alone."""

    def distress(self, text: str) -> Distress | None:
        return Distress(Danger.CHILD, (text,)) if "wine" in text else None


def test_another_ear_hears_what_no_phrase_says_and_quiets_none() -> None:
    knows = Understanding([((_words("red"),), Danger.MEDICAL)], (), _Wine())
    assert knows.distress("red") == Distress(Danger.MEDICAL, ("red",))
    assert knows.distress("red wine") == Distress(Danger.MEDICAL, ("red",))
    assert knows.distress("wine") == Distress(Danger.CHILD, ("wine",))
    assert knows.distress("water") is None
