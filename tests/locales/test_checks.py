"""Small mistakes, planted one by one: each is found, named with its file and line, and comes with its remedy."""

from pathlib import Path

import pytest

from content.extraction.checking import check_catalogue, check_source
from content.extraction.found import Found
from content.extraction.spelling import misspellings
from content.languages import LANGUAGES
from content.reading.complaints import Complaint
from tests.locales.catalogue_files import header

SENTENCES = {
    "day": Found("Enviado el {day}.", None, None, ("a.py",)),
    "left": Found("Falta {count}.", "Faltan {count}.", None, ("a.py",)),
    "send": Found("Enviar", None, "button", ("a.py",)),
    "tasks": Found("Ver tareas", None, "button", ("a.py",)),
    "meets": Found("Cumple", None, "edicion", ("resultado",)),
    "mail": Found("Escriba a [[CORREO]].", None, "ayuda", ("ayuda",)),
}
GOOD: dict[str, dict[str, str | list[str]]] = {
    "ht": {"day": "Voye {day}.", "left": ["{count} manke.", "{count} manke."], "send": "Voye", "tasks": "Wè travay yo",
           "meets": "Konfòm", "mail": "Ekri [[CORREO]]."},
    "en": {"day": "Sent on {day}.", "left": ["{count} left.", "{count} left."], "send": "Send", "tasks": "See tasks",
           "meets": "Met", "mail": "Write to [[CORREO]]."},
    "pt_BR": {"day": "Enviado em {day}.", "left": ["Falta {count}.", "Faltam {count}."], "send": "Enviar", "tasks": "Ver tarefas",
              "meets": "Atendido", "mail": "Escreva a [[CORREO]]."},
    "fr": {"day": "Envoyé le {day}.", "left": ["Il manque {count}.", "Il manque {count}."], "send": "Envoyer",
           "tasks": "Voir les tâches", "meets": "Conforme", "mail": "Écrivez à [[CORREO]]."},
    "zh_Hans": {"day": "已于{day}发送。", "left": ["还缺{count}项。"], "send": "发送", "tasks": "查看任务", "meets": "符合",
                "mail": "请写信至[[CORREO]]。"},
}  # fmt: skip


def catalogue(language: str, words: dict[str, str | list[str]], top: str = "") -> str:
    text = top or header(language)
    for name, found in SENTENCES.items():
        said = words.get(name)
        if said is None:
            continue
        text += f'msgctxt "{found.context}"\n' if found.context else ""
        text += f'msgid "{found.source}"\n'
        if isinstance(said, list):
            text += f'msgid_plural "{found.plural}"\n' + "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(said))
        else:
            text += f'msgstr "{said}"\n'
        text += "\n"
    return text


def complaints(tmp_path: Path, language: str, text: str, *, complete: bool = False) -> list[Complaint]:
    po = tmp_path / "bot.po"
    po.write_text(text, encoding="utf-8")
    return list(check_catalogue(po, f"locales/{language}/bot.po", language, SENTENCES.values(), complete=complete))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_good_catalogue_is_not_complained_of(tmp_path: Path, language: str) -> None:
    assert complaints(tmp_path, language, catalogue(language, GOOD[language]), complete=True) == []


@pytest.mark.parametrize(
    ("language", "name", "said", "what"),
    [
        ("ht", "day", "Voye.", "falta {day}"),
        ("ht", "day", "Voye {jou}.", "falta {day}"),
        ("ht", "day", "Voye {jou}.", "sobra {jou}"),
        ("ht", "day", "Voye {day} {day}.", "sobra {day}"),
        ("ht", "day", "Voye { day}.", "llave suelta"),
        ("ht", "day", "Voye {day}}.", "llave suelta"),
        ("ht", "day", "Voye {Day}.", "llave suelta"),
        ("en", "mail", "Write to us.", "falta [[CORREO]]"),
        ("en", "mail", "Write to [[MAIL]].", "sobra [[MAIL]]"),
        ("en", "day", "Sent on <b>{day}</b>.", "hay una marca"),
        ("en", "day", "Sent&nbsp;on {day}.", "hay una marca"),
        ("en", "day", "Sent on **{day}**.", "hay una marca"),
        ("en", "day", "Sent on `{day}`.", "hay una marca"),
        ("en", "day", " Sent on {day}.", "de más"),
        ("en", "day", "Sent on {day}. ", "de más"),
        ("en", "day", "Sent  on {day}.", "de más"),
        ("en", "day", "Sent\\non {day}.", "de más"),
        ("en", "left", ["{count} left.", ""], "forma del plural"),
        ("en", "left", ["", "{count} left."], "forma del plural"),
        ("en", "left", ["One left.", "{count} left."], "falta {count}"),
        ("en", "tasks", "See all of the open tasks", "el botón tiene 25"),
        ("en", "tasks", "See tasks.", "termina en punto"),
        ("zh_Hans", "tasks", "查看现在所有的任务内容", "el botón tiene 11"),
        ("fr", "send", "Transmettre", "el glosario dice «Envoyer»"),
        ("pt_BR", "meets", "Cumpre", "el glosario dice «Atendido»"),
        ("ht", "day", "Vòyé {day}.", "ortografía oficial"),
        ("ht", "day", "Voye mercredi {day}.", "ortografía oficial"),
        ("ht", "day", "Voye sù {day}.", "ortografía oficial"),
        ("ht", "day", "Voye nan kay qui {day}.", "ortografía oficial"),
        ("ht", "day", "Voye li ?  {day}", "espacio antes"),
        ("ht", "day", "Repons-li {day}.", "guion"),
        ("ht", "day", "Non m’ se {day}.", "apóstrofo"),
        ("ht", "day", "Moun san papye {day}.", "no usamos"),
        ("ht", "day", "Bot la {day}.", "no usamos"),
        ("en", "day", "An illegal {day}.", "no usamos"),
        ("en", "day", "Your ticket {day}.", "no usamos"),
        ("en", "day", "It's {day}.", "apóstrofo recto"),
        ("en", "day", 'Say \\"yes\\" {day}.', "comillas rectas"),
        ("en", "day", "Organize it {day}.", "británica"),
        ("en", "day", "A new center {day}.", "británica"),
        ("pt_BR", "day", "O ecrã {day}.", "de Portugal"),
        ("pt_BR", "day", "Os funcionários/as {day}.", "leer en voz alta"),
        ("pt_BR", "day", "Clandestino {day}.", "no usamos"),
        ("fr", "day", "Envoyé ? {day}", "espacio fino"),
        ("fr", "day", "Envoyé! {day}", "espacio fino"),
        ("fr", "day", "Envoyé; {day}", "espacio fino"),
        ("fr", "day", "Envoyé : {day}", "espacio duro antes"),
        ("fr", "day", "Envoyé: {day}", "espacio duro antes"),
        ("fr", "day", "Envoyé « le » {day}", "dentro de las comillas"),
        ("fr", "day", "L'envoi {day}", "apóstrofo recto"),
        ("fr", "day", "Les agent·es {day}", "leer en voz alta"),
        ("fr", "day", "Les agent(e)s {day}", "leer en voz alta"),
        ("fr", "day", "Les sans-papiers {day}", "no usamos"),
        ("zh_Hans", "day", "已发送,{day}。", "medio ancho"),
        ("zh_Hans", "day", "已发送吗? {day}", "medio ancho"),
        ("zh_Hans", "day", "已发送(今天){day}", "medio ancho"),
        ("zh_Hans", "day", "已发送. {day}", "medio ancho"),
        ("zh_Hans", "day", "已于 {day}发送。", "espacio entre chino"),
        ("zh_Hans", "day", "已于{day} 发送。", "espacio entre chino"),
        ("zh_Hans", "day", "已发送。 {day}", "junto a un signo"),
        ("zh_Hans", "day", "你已发送{day}。", "no usamos"),
        ("zh_Hans", "day", "她已发送{day}。", "no usamos"),
        ("zh_Hans", "day", "非法移民{day}。", "no usamos"),
    ],
)
def test_a_planted_mistake_is_found(tmp_path: Path, language: str, name: str, said: str | list[str], what: str) -> None:
    words: dict[str, str | list[str]] = {**GOOD[language], name: said}
    found = complaints(tmp_path, language, catalogue(language, words))
    assert what in " ".join(each.what for each in found)
    assert all(each.file == f"locales/{language}/bot.po" and each.line > 1 and each.remedy for each in found)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ht", "Chwazi meri a: li louvri soti 8:30 rive 14:00."),
        ("ht", "Pote Carta de Compromiso ak yon PDF."),
        ("ht", "Ou kapab wè l nan https://www.ejemplo.cl/quien?q=1 oswa /idioma."),
        ("ht", "Pàn, chik, nuit, oun, 24 sou 24"),
        ("en", "The size of the prize; capsized citizens’ organisation."),
        ("fr", "De 8:30 à 14:00\u00a0: «\u00a0oui\u00a0»\u202f?"),
        ("fr", "Voir https://www.ejemplo.cl/?q=1"),
        ("zh_Hans", "周一至周五，8:30至14:00（PDF、Word）；其他人也可以。"),
        ("pt_BR", "Salvar o arquivo e/ou enviar 24 h"),
    ],
)
def test_good_spelling_is_left_alone(language: str, said: str) -> None:
    assert list(misspellings(said, "Carta de Compromiso", language)) == []


def test_a_header_marked_fuzzy_is_found(tmp_path: Path) -> None:
    text = catalogue("fr", GOOD["fr"], "#, fuzzy\n" + header("fr"))
    assert ["encabezado" in each.what for each in complaints(tmp_path, "fr", text)] == [True]


def test_a_wrong_plural_rule_is_found(tmp_path: Path) -> None:
    text = catalogue("fr", GOOD["fr"], header("en"))
    assert ["Plural-Forms" in each.what for each in complaints(tmp_path, "fr", text)] == [True]


def test_a_stale_catalogue_is_found_both_ways(tmp_path: Path) -> None:
    words = {name: said for name, said in GOOD["en"].items() if name != "tasks"}
    text = catalogue("en", words) + 'msgid "Adiós."\nmsgstr "Goodbye."\n'
    found = complaints(tmp_path, "en", text)
    assert [each.what for each in found] == ["falta la frase «Ver tareas».", "la frase «Adiós.» ya no se usa."]
    assert all("update" in each.remedy for each in found)


def test_a_changed_plural_is_stale(tmp_path: Path) -> None:
    text = catalogue("en", GOOD["en"]).replace('msgid_plural "Faltan {count}."', 'msgid_plural "Faltan aún {count}."')
    assert "update" in "".join(each.remedy for each in complaints(tmp_path, "en", text))


def test_what_is_not_translated_or_has_to_be_revised_is_named_only_when_asked(tmp_path: Path) -> None:
    words: dict[str, str | list[str]] = {**GOOD["en"], "day": "", "left": ["", ""]}
    text = catalogue("en", words).replace('msgctxt "edicion"', '#, fuzzy\nmsgctxt "edicion"')
    assert complaints(tmp_path, "en", text) == []
    found = complaints(tmp_path, "en", text, complete=True)
    assert [each.what.partition(":")[0] for each in found] == ["«Enviado el {day}.»", "«Falta {count}.»", "«Cumple»"]


def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    assert "no se puede leer" in complaints(tmp_path, "en", "nada")[0].what


@pytest.mark.parametrize(
    ("found", "what"),
    [
        (Found("", None, None, ("a.py",)), "vacía"),
        (Found("Hola ", None, None, ("a.py",)), "de más"),
        (Found("Hola  {name}.", None, None, ("a.py",)), "de más"),
        (Found("Hola <b>{name}</b>.", None, None, ("a.py",)), "marca"),
        (Found("Falta una.", "Faltan {count}.", None, ("a.py",)), "falta {count}"),
        (Found("Adjuntar los documentos ya", None, "button", ("a.py",)), "tiene 26 caracteres"),
        (Found("Enviar.", None, "button", ("a.py",)), "termina en punto"),
        (Found('Elija "Sí".', None, None, ("a.py",)), "comillas rectas"),
        (Found("El bot le ayuda.", None, None, ("a.py",)), "no usamos"),
        (Found("Los/as funcionarios.", None, None, ("a.py",)), "todas las personas"),
    ],
)
def test_a_mistake_in_the_spanish_of_the_code_is_found(found: Found, what: str) -> None:
    complained = list(check_source([found]))
    assert what in " ".join(each.what + each.remedy for each in complained)
    assert {each.file for each in complained} == {"a.py"}


def test_good_spanish_is_left_alone() -> None:
    good = [Found("¿Seguimos con «{name}»?", None, None, ("a.py",)), Found("Falta {count}.", "Faltan {count}.", None, ("a.py",))]
    assert list(check_source(good)) == []
