"""Sentences in the reader's language, in Spanish where that language has none, and never anything else."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.months import Month
from content.sentences import Say, Text, Verbatim, Voice, told
from content.wording import LANGUAGES, Shortfall, Wording
from tests.locales.catalogue_files import write_catalogue, write_empty_catalogues

VOICE = Voice("bot")
MIDNIGHT = datetime.fromisoformat("1900-01-01T00:00")

_LEFT = 'msgid "Le falta {count} respuesta."\nmsgid_plural "Le faltan {count} respuestas."\n'
_SENT = 'msgid "Enviado el {day}."\n'
_BOT = {
    "ht": _LEFT
    + 'msgstr[0] "{count} repons manke."\nmsgstr[1] "{count} repons ki manke."\n\n'
    + _SENT
    + 'msgstr "Voye {day}."\n',
    "en": _SENT + 'msgstr "Sent {dia}."\n\n' + _LEFT + 'msgstr[0] "{count} answer left."\nmsgstr[1] "{count} answers left."\n',
    "pt_BR": _LEFT + 'msgstr[0] "Falta {count} resposta."\nmsgstr[1] "Faltam {count} respostas."\n',
    "fr": _LEFT + 'msgstr[0] "Il manque {count} réponse."\nmsgstr[1] "Il manque {count} réponses."\n',
    "zh_Hans": _LEFT + 'msgstr[0] "还缺{count}项回答。"\n\n' + 'msgctxt "button"\nmsgid "Enviar"\nmsgstr "发送"\n',
}
_CONTENT = (
    'msgctxt "INS-1"\nmsgid "Hay un decreto."\nmsgstr "Gen yon dekrè."\n\n'
    '#, fuzzy\nmsgctxt "INS-2"\nmsgid "Hay una oficina."\nmsgstr "Gen biwo."\n\n'
    'msgctxt "INS-3"\nmsgid "Hay un plan."\nmsgstr ""\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_empty_catalogues(tmp_path)
    for language, entries in _BOT.items():
        write_catalogue(tmp_path, language, "bot", entries)
    write_catalogue(tmp_path, "ht", "content", _CONTENT)
    return tmp_path


@pytest.fixture
def wording(folder: Path) -> Wording:
    return Wording.load(folder)


def left(count: int) -> Say:
    return VOICE.say_n("Le falta {count} respuesta.", "Le faltan {count} respuestas.", count=count)


@pytest.mark.parametrize(
    ("language", "none", "one", "many"),
    [
        ("es", "Le faltan 0 respuestas.", "Le falta 1 respuesta.", "Le faltan 1.200 respuestas."),
        ("ht", "0 repons ki manke.", "1 repons manke.", "1.200 repons ki manke."),
        ("en", "0 answers left.", "1 answer left.", "1,200 answers left."),
        ("pt_BR", "Falta 0 resposta.", "Falta 1 resposta.", "Faltam 1.200 respostas."),
        ("fr", "Il manque 0 réponse.", "Il manque 1 réponse.", "Il manque 1\u202f200 réponses."),
        ("zh_Hans", "还缺0项回答。", "还缺1项回答。", "还缺1,200项回答。"),
    ],
)
def test_counts_choose_the_form(wording: Wording, language: str, none: str, one: str, many: str) -> None:
    assert [wording.word(left(count), language) for count in (0, 1, 1200)] == [none, one, many]


def test_values_are_worded_in_the_language_of_the_sentence_around_them(wording: Wording) -> None:
    day = date(2026, 3, 5)
    assert wording.word(VOICE.say("Enviado el {day}.", day=day), "ht") == "Voye 5 mas 2026."
    assert wording.word(VOICE.say("Enviado el {day}.", day=day), "fr") == "Enviado el 5 de marzo de 2026."
    inside = VOICE.say("Enviado el {day}.", day=left(2))
    assert wording.word(inside, "ht") == "Voye 2 repons ki manke.."
    assert wording.word(inside, "fr") == "Enviado el Le faltan 2 respuestas.."


def test_a_button_is_another_word_than_the_same_word_in_a_text(wording: Wording) -> None:
    assert wording.word(Say("Enviar", "bot", context="button"), "zh_Hans") == "发送"
    assert wording.word(VOICE.say("Enviar"), "zh_Hans") == "Enviar"


def test_what_a_person_wrote_stays_as_it_is(wording: Wording) -> None:
    assert wording.word(Verbatim("{count} José"), "zh_Hans") == "{count} José"
    assert wording.word(VOICE.say("Enviado el {day}.", day=Verbatim("{day}")), "ht") == "Voye {day}."


def test_a_translation_that_asks_for_another_value_is_not_used(wording: Wording) -> None:
    say = VOICE.say("Enviado el {day}.", day=Month(2026, 3))
    assert wording.word(say, "en") == "Enviado el marzo de 2026."
    assert wording.shortfall([say], "en") is Shortfall.MISSING


def test_a_translation_behind_its_source_is_not_shown_and_is_told_from_a_missing_one(wording: Wording) -> None:
    current, behind, missing = told("Hay un decreto.", "INS-1"), told("Hay una oficina.", "INS-2"), told("Hay un plan.", "INS-3")
    assert wording.word(current, "ht") == "Gen yon dekrè."
    assert wording.word(behind, "ht") == "Hay una oficina."
    assert wording.word(missing, "ht") == "Hay un plan."
    assert wording.shortfall([current], "ht") is None
    assert wording.shortfall([current, missing], "ht") is Shortfall.MISSING
    assert wording.shortfall([missing, behind, current], "ht") is Shortfall.BEHIND
    assert wording.shortfall([behind], "fr") is Shortfall.MISSING


def test_the_same_sentence_under_another_criterion_is_another_sentence(wording: Wording) -> None:
    assert wording.word(told("Hay un decreto.", "INS-9"), "ht") == "Hay un decreto."


def test_a_shortfall_inside_a_sentence_counts(wording: Wording) -> None:
    inside = VOICE.say("Enviado el {day}.", day=told("Hay una oficina.", "INS-2"))
    assert wording.shortfall([inside], "ht") is Shortfall.BEHIND


def test_spanish_and_what_a_person_wrote_never_fall_short(wording: Wording) -> None:
    assert wording.shortfall([told("Hay un plan.", "INS-3")], "es-419") is None
    assert wording.shortfall([Verbatim("Hay un plan.")], "ht") is None


@pytest.mark.parametrize(
    ("language", "missing", "behind"),
    [
        (
            "ht",
            "Tèks sa a an panyòl paske nou poko gen tradiksyon li.",
            "Kondisyon sa a chanje. Nou montre nouvo tèks la an panyòl.",
        ),
        (
            "en",
            "This text is in Spanish because there is no translation yet.",
            "This requirement has changed. We show the new text in Spanish.",
        ),
        (
            "pt_BR",
            "Este texto está em espanhol porque ainda não há tradução.",
            "Este requisito mudou. Mostramos o texto novo em espanhol.",
        ),
        (
            "fr",
            "Ce texte est en espagnol, car il n’est pas encore traduit.",
            "Cette condition a changé. Nous affichons le nouveau texte en espagnol.",
        ),
        ("zh_Hans", "以下内容暂无中文译文，显示西班牙语原文。", "此项要求已有变动，现显示新的西班牙语原文。"),
        ("qu", *["Todavía no hablamos ese idioma. Este texto está en español."] * 2),
    ],
)
def test_the_notice_is_in_the_readers_language(wording: Wording, language: str, missing: str, behind: str) -> None:
    assert wording.notice(Shortfall.MISSING, language) == missing
    assert wording.notice(Shortfall.BEHIND, language) == behind


def test_a_language_not_offered_is_answered_in_spanish_and_says_so(wording: Wording) -> None:
    assert wording.word(left(1), "ay") == "Le falta 1 respuesta."
    assert wording.shortfall([left(1)], "ay") is Shortfall.MISSING


_words = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), min_size=1)
_values = st.one_of(
    _words,
    _words.map(Verbatim),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(min_value=MIDNIGHT, max_value=MIDNIGHT.replace(year=2100), timezones=st.sampled_from([None, UTC])),
    st.builds(Month, st.integers(1, 9999), st.integers(1, 12)),
)
_sentences = st.one_of(_words.map(VOICE.say), _words.map(lambda source: told(source, "INS-1")), st.integers().map(left))
_texts: st.SearchStrategy[Text] = st.recursive(
    st.one_of(_words.map(Verbatim), _sentences),
    lambda inside: st.builds(lambda day: VOICE.say("Enviado el {day}.", day=day), st.one_of(_values, inside)),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def any_wording(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    folder = tmp_path_factory.mktemp("locales")
    write_empty_catalogues(folder)
    for language, entries in _BOT.items():
        write_catalogue(folder, language, "bot", entries)
    return Wording.load(folder)


@given(text=_texts, language=st.one_of(st.sampled_from(LANGUAGES), st.text()))
def test_there_is_always_a_whole_sentence(any_wording: Wording, text: Text, language: str) -> None:
    shown = any_wording.word(text, language)
    assert shown
    assert "{" not in shown
    assert any_wording.notice(any_wording.shortfall([text], language) or Shortfall.MISSING, language)


def test_each_piece_of_a_sentence_has_its_language(wording: Wording) -> None:
    name, left = Verbatim("Barros Luco"), VOICE.say_n("Le falta {count} respuesta.", "Le faltan {count} respuestas.", count=1)
    unknown = VOICE.say("En {place}: {left}", place=name, left=left)
    assert list(wording.pieces(unknown, "pt_BR")) == [
        ("es", "En "),
        ("es", "Barros Luco"),
        ("es", ": "),
        *wording.pieces(left, "es"),
        ("es", ""),
    ]
    sent = VOICE.say("Enviado el {day}.", day=date(2026, 3, 5))
    assert "".join(text for _, text in wording.pieces(sent, "ht")) == wording.word(sent, "ht")
    assert {language for language, _ in wording.pieces(sent, "ht")} == {"ht"}
