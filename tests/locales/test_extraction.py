"""Which sentences reach the translators, under which name, and what becomes of their work when a sentence changes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from content.catalogues import read_catalogue
from content.extraction.calls import said_in
from content.extraction.found import Found, Key, once
from content.extraction.keeping import Kept, brought_up, kept_in, written
from content.extraction.walking import told_in
from content.reading import read_editions
from content.reading.complaints import Complaint
from content.sentences import told
from content.wording import Shortfall, Wording
from tests.locales.catalogue_files import write_empty_catalogues

_IMPORT = "from bot.dialogue.voice import button, say, say_n\n"


def said(tmp_path: Path, code: str) -> list[Found | Complaint]:
    (tmp_path / "bot" / "places").mkdir(parents=True)
    (tmp_path / "bot" / "places" / "home.py").write_text(code, encoding="utf-8")
    return list(said_in(tmp_path, "bot"))


def keys(entries: list[Found | Complaint]) -> list[tuple[str | None, str, str | None]]:
    return [(each.context, each.source, each.plural) for each in entries if isinstance(each, Found)]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        ('say("Hola.")', (None, "Hola.", None)),
        ('say("Una frase " "en dos líneas.")', (None, "Una frase en dos líneas.", None)),
        ('say("Van {done}.", done=3)', (None, "Van {done}.", None)),
        ('say("Van {done}.", **values)', (None, "Van {done}.", None)),
        ('say_n("Falta {count}.", "Faltan {count}.", count=2)', (None, "Falta {count}.", "Faltan {count}.")),
        ('button("Enviar")', ("button", "Enviar", None)),
        ('x = {"a": [button("Enviar")]}', ("button", "Enviar", None)),
    ],
)
def test_a_call_is_a_sentence(tmp_path: Path, call: str, key: tuple[str | None, str, str | None]) -> None:
    assert keys(said(tmp_path, _IMPORT + call)) == [key]


def test_either_branch_of_a_choice_is_a_sentence(tmp_path: Path) -> None:
    assert [source for _, source, _ in keys(said(tmp_path, _IMPORT + 'say("Una" if one else "Varias")'))] == ["Una", "Varias"]


def test_another_name_and_the_voice_itself_are_known_and_strangers_are_not(tmp_path: Path) -> None:
    code = (
        "from bot.dialogue.voice import say as tell\nfrom api import voice\nfrom bot.telegram.buttons import button\n"
        'tell("Uno.")\nvoice.say("Dos.")\nbutton("Tres")\nclient.say("Cuatro.")\n'
    )
    assert [source for _, source, _ in keys(said(tmp_path, code))] == ["Uno.", "Dos."]


@pytest.mark.parametrize(
    ("call", "what"),
    [
        ("say(text)", "no está escrita entera"),
        ('say(f"Van {done}.")', "no está escrita entera"),
        ('say("Van " + done)', "no está escrita entera"),
        ('say_n("Falta {count}.", count=1)', "no está escrita entera"),
        ('say("Una" if one else other)', "no está escrita entera"),
        ('say("Van {done} de {total}.", done=3)', "no recibe {total}"),
        ("def say(:", "no es Python"),
    ],
)
def test_a_sentence_that_cannot_be_translated_is_complained_of(tmp_path: Path, call: str, what: str) -> None:
    complaints = [each for each in said(tmp_path, _IMPORT + call) if isinstance(each, Complaint)]
    assert [(each.file, each.line) for each in complaints] == [("bot/places/home.py", 2)]
    assert what in complaints[0].what
    assert complaints[0].remedy


def test_a_sentence_met_twice_is_one_with_both_places() -> None:
    one, other = Found("Hola.", None, None, ("a.py",)), Found("Hola.", None, None, ("b.py",))
    on_a_button = Found("Hola.", None, "button", ("c.py",))
    assert once([one, on_a_button, other]) == (Found("Hola.", None, None, ("a.py", "b.py")), on_a_button)


def test_every_sentence_of_the_programme_is_told_under_its_criterion() -> None:
    editions = read_editions()
    found = once(told_in(tuple(editions.values())))
    by_key = {each.key: each for each in found}
    for programme in editions.values():
        assert (programme.disclaimer.context, programme.disclaimer.source) in by_key
        for criterion in programme.criteria():
            for say in (criterion.meaning, criterion.example, *criterion.guidance.values()):
                assert by_key[criterion.code, say.source].places[0].startswith(criterion.code)
            for question in criterion.questions:
                assert any(place.startswith(f"{question.id} · ") for place in by_key[criterion.code, question.text.source].places)
    assert all(place.strip() for each in found for place in each.places)


def test_the_place_names_the_question_and_not_all_that_is_around_it() -> None:
    programme = next(iter(read_editions().values()))
    question = next(programme.criteria()).questions[0]
    place = next(each.places[0] for each in told_in(programme) if each.source == question.why.source)
    assert place == f"{question.id} · por qué preguntamos"


NOTHING: Mapping[Key, str] = {}
OLD: Mapping[Key, Kept] = {
    ("INS-1", "Hay un decreto."): Kept(("Gen yon dekrè.",), notes=("de Marie",)),
    ("INS-1", "Nombre a una persona encargada."): Kept(("Nonmen yon moun.",)),
    ("INS-2", "Hay un plan de trabajo anual."): Kept(("Gen yon plan.",)),
}


def up(source: str, context: str | None, plural: str | None = None, known: Mapping[Key, str] = NOTHING) -> Kept:
    return next(brought_up([Found(source, plural, context, ("x",))], OLD, known))[1]


def test_an_unchanged_sentence_keeps_its_translation_and_its_notes() -> None:
    assert up("Hay un decreto.", "INS-1") == Kept(("Gen yon dekrè.",), notes=("de Marie",))


def test_a_changed_sentence_is_to_be_revised_and_says_from_what() -> None:
    changed = up("Nombre a una persona encargada, con decreto.", "INS-1")
    assert changed == Kept(("Nonmen yon moun.",), fuzzy=True, previous="Nombre a una persona encargada.")


def test_a_sentence_like_that_of_another_criterion_is_not_taken_for_it() -> None:
    assert up("Hay un plan de trabajo anual firmado.", "INS-1") == Kept()


def test_the_same_sentence_under_another_criterion_is_translated_already() -> None:
    assert up("Hay un plan de trabajo anual.", "INS-9") == Kept(("Gen yon plan.",))
    assert up("Hay un plan de trabajo anual.", "button") == Kept()


def test_a_sentence_that_is_still_in_use_lends_nothing_to_a_new_one() -> None:
    listed = [Found(source, None, "INS-1", ("x",)) for source in ("Hay un decreto.", "Hay un decreto nuevo.")]
    assert [kept for _, kept in brought_up(listed, OLD, {})] == [OLD["INS-1", "Hay un decreto."], Kept()]


def test_the_glossary_comes_first_on_buttons_and_in_texts_separately() -> None:
    known: Mapping[Key, str] = {("button", "Enviar"): "Voye", (None, "Cumple"): "Konfòm"}
    assert up("Enviar", "button", known=known) == Kept(("Voye",))
    assert up("Enviar", None, known=known) == Kept()
    assert up("Cumple", "edicion", known=known) == Kept(("Konfòm",))


def test_a_new_plural_makes_the_translation_one_to_be_revised() -> None:
    assert up("Hay un decreto.", "INS-1", plural="Hay {count} decretos.").fuzzy


@pytest.mark.parametrize("language", ["ht", "zh_Hans"])
def test_what_is_written_is_read_back_the_same_and_written_again_the_same(tmp_path: Path, language: str) -> None:
    forms = ("Un", "Deux") if language == "ht" else ("一",)
    entries: list[tuple[Found, Kept]] = [
        (Found('Con "comillas", \\ y salto\nde línea.', None, None, ("a.py", "b.py")), Kept(('\\ "no"\nya',), notes=("a",))),
        (Found("Falta {count}.", "Faltan {count}.", None, ("a.py",)), Kept(forms, "Faltan {count}.")),
        (Found("Enviar", None, "button", ("a.py",)), Kept()),
        (Found("Hay.", None, "INS-1", ("INS-1 · texto",)), Kept(("Gen.",), fuzzy=True, previous="Había.")),
    ]  # fmt: skip
    po = tmp_path / "x.po"
    po.write_text(written(language, entries), encoding="utf-8")
    kept = kept_in(read_catalogue(po))
    assert [kept[found.key] for found, _ in entries[:2]] == [entries[0][1], entries[1][1]]
    assert kept["button", "Enviar"] == Kept(("",))
    assert kept["INS-1", "Hay."] == entries[3][1]
    again = list(brought_up([found for found, _ in entries], kept, {}))
    assert written(language, again) == po.read_text(encoding="utf-8")


def test_a_catalogue_says_the_same_today_and_tomorrow() -> None:
    text = written("ht", [(Found(str(told("Hay.", "INS-1").source), None, "INS-1", ("INS-1",)), Kept())])
    assert "Date" not in text
    assert "fuzzy" not in text


def test_a_changed_requirement_is_shown_in_spanish_with_a_word_about_it(tmp_path: Path) -> None:
    write_empty_catalogues(tmp_path)
    changed = told("Nombre a una persona encargada, con decreto.", "INS-1")
    entries = list(brought_up(told_in(changed, "INS-1"), OLD, NOTHING))
    (tmp_path / "ht" / "LC_MESSAGES" / "content.po").write_text(written("ht", entries), encoding="utf-8")
    wording = Wording.load(tmp_path)
    assert wording.word(changed, "ht") == "Nombre a una persona encargada, con decreto."
    assert wording.shortfall([changed], "ht") is Shortfall.BEHIND
