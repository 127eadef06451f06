"""What a card says: where, when and what to bring, and how far it can be relied on."""

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue.events import Opened, Place
from bot.dialogue.turn import Content
from content.local_services import Category, Checked, LocalService, Papers, Phone, ServiceStatus, Spot
from content.offering import KEY
from content.reading import read_services
from tests.dialogue.chat import Chat
from tests.dialogue.test_services import _at_services, _service, _with

OLD = Checked("x", date(2026, 1, 2), "Ana")
EXPIRED = Checked("x", date(2026, 11, 2), "Ana", date(2026, 11, 20))
HEALTH_IN_DANGER = (Category.MIG_STATUS, Category.EMERGENCY)


def test_the_whole_card_says_where_when_and_what_to_bring(content: Content) -> None:
    chat = _at_services(_with(content, _service())).write("visa San Antonio").press("Mapa y más opciones")
    for line in (
        "Programa Migrantes",
        "✅ Con o sin residencia: no importa su situación migratoria.",
        "• Su pasaporte",
        "💵 Es gratis.",
        "📍 Barros Luco 1881, San Antonio",
        "🕘 Abierto ahora, hasta las 14:00.",
        "De lunes a viernes: 9:00–14:00",
        "☎️ +56 35 233 7205",
        "🗣 También se habla: Kreyòl ayisyen",
        "Revisado: 2 de noviembre de 2026, por Ana Díaz, DIDECO.",
        "Fuente: Página municipal",
    ):
        assert line in chat.text.splitlines(), line
    assert chat.press("Volver").text.startswith("🛂")


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"status": ServiceStatus.CLOSED_FOR_A_WHILE}, "⏸ Está cerrado por un tiempo."),
        ({"alert": "Solo con hora."}, "⚠️ Solo con hora."),
        ({"doubts": 3}, "⚠️ Varias personas dijeron que algo está mal. Confirme antes de ir."),
        ({"is_example": True}, "Es un ejemplo: la municipalidad todavía no lo confirma. Pregunte en la municipalidad."),
        ({"checked": Checked("x")}, "Nadie del equipo lo ha confirmado todavía. Pregunte antes de ir."),
        ({"checked": OLD}, "Sin confirmar desde el 2 de enero de 2026. Pregunte antes de ir."),
        ({"checked": EXPIRED}, "Sin confirmar desde el 20 de noviembre de 2026. Pregunte antes de ir."),
        ({"checked": replace(EXPIRED, on=None)}, "Sin confirmar desde el 20 de noviembre de 2026. Pregunte antes de ir."),
        ({"checked": OLD, "spots": ()}, "Sin confirmar desde el 2 de enero de 2026. Puede haber cambiado."),
        ({"checked": OLD, "alert": "Llame antes."}, "Sin confirmar desde el 2 de enero de 2026. Puede haber cambiado."),
        ({"checked": OLD, "categories": HEALTH_IN_DANGER}, "Sin confirmar desde el 2 de enero de 2026."),
        ({"doubts": 3, "spots": ()}, "⚠️ Varias personas dijeron que algo está mal."),
        ({"papers": Papers.DEFINITIVE}, "🪪 Se necesita residencia definitiva."),
    ],
)
def test_what_is_unsure_is_said(content: Content, other: dict[str, object], says: str) -> None:
    chat = _at_services(_with(content, _service(**other))).write("visa San Antonio").press("Mapa y más opciones")
    assert says in chat.text.splitlines()


def _card(content: Content, service: LocalService, language: str = "es") -> str:
    chat = Chat.of(_with(content, service), language=language)
    return chat.happens(Opened(Place.SERVICE, f"{service.id[:KEY]}f@@@")).text


def test_what_the_municipality_confirmed_names_no_person(content: Content) -> None:
    checked = Checked("x", date(2026, 11, 2), "Municipalidad de San Antonio")
    assert "Revisado: 2 de noviembre de 2026, por la municipalidad." in _card(content, _service(checked=checked)).splitlines()


def test_where_nobody_has_to_go_nobody_is_told_to_ask_before(content: Content) -> None:
    by_phone = _service(spots=(), checked=Checked("El Sol (2024)"))
    told = _card(content, by_phone)
    assert told.endswith("Fuente: El Sol (2024)")
    assert "antes de ir" not in told
    assert "confirmado" not in told


def test_in_an_emergency_the_number_comes_first_and_nothing_makes_anybody_hesitate(content: Content) -> None:
    urgent = _service(categories=(Category.EMERGENCY,), phones=(Phone("131"),), checked=Checked("El Sol (2024)"), doubts=3)
    told = _card(content, urgent).splitlines()
    assert told.index("☎️ 131") < told.index("Municipalidad de San Antonio")
    assert told[-2:] == ["⚠️ Varias personas dijeron que algo está mal.", "Fuente: El Sol (2024)"]
    assert "antes de ir" not in " ".join(told)


def test_a_notice_that_says_what_to_ask_is_not_said_twice(content: Content) -> None:
    told = _card(content, _service(alert="Llame antes de ir.", checked=Checked("x")))
    assert told.count("antes de ir") == 1


def test_many_offices_are_told_by_commune(content: Content) -> None:
    offices = tuple(Spot(f"Prat {number}", cut) for number, cut in enumerate(("15101", "01101", "02101")))
    told = _card(content, _service(spots=offices, commune=None))
    assert "📍 Hay en: Arica, Iquique, Antofagasta. Elija una comuna para ver la dirección." in told.splitlines()


def test_a_service_of_unknown_source_has_no_empty_line(content: Content) -> None:
    chat = Chat.of(_with(content, _service(spots=(), checked=Checked(""))))
    chat.happens(Opened(Place.SERVICE, "0123456789abcf@@@"))
    assert chat.screen is not None
    assert all(block.lines for block in chat.screen.blocks)


def test_what_the_programme_wrote_is_told_in_the_readers_language_names_and_notes_too(content: Content) -> None:
    emergency = next(each for each in read_services() if each.name == "Números de emergencia")
    told = _card(content, emergency, "ht").splitlines()
    assert told[1:4] == ["☎️ 131 (anbilans, SAMU)", "☎️ 132 (ponpye, si gen dife)", "☎️ 133 (lapolis, Carabineros)"]
    assert "SAMU, ponpye, Carabineros (lapolis) ak PDI" in told
    work = next(each for each in read_services() if each.organization.name == "Dirección del Trabajo")
    assert "Dirección del Trabajo (inspection du travail)" in _card(content, work, "fr").splitlines()
    seeking_refuge = next(each for each in read_services() if each.name == "Pedir refugio")
    assert "20 fevriye 2024" in _card(content, seeking_refuge, "ht").splitlines()[-1]


def test_a_source_that_nobody_translated_leaves_the_rest_of_the_card_as_it_is(content: Content) -> None:
    work = next(each for each in read_services() if each.organization.name == "Dirección del Trabajo")
    told = _card(content, replace(work, checked=Checked("Visita a la oficina")), "ht")
    assert "Pwoblèm nan travay" in told
    assert told.endswith("Sous: Visita a la oficina")


def test_a_municipality_keeps_its_own_name(content: Content) -> None:
    ours = next(each for each in read_services() if each.organization.name == "Municipalidad de Colina")
    assert "Municipalidad de Colina" in _card(content, ours, "zh_Hans").splitlines()


def test_what_a_municipality_wrote_stands_in_spanish_and_says_so(content: Content) -> None:
    chat = _at_services(_with(content, _service(name="Oficina nueva")), "en").write("visa San Antonio")
    assert "Oficina nueva" in chat.text
    assert "This text is in Spanish." in chat.text
