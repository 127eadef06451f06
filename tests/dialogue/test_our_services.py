"""An official looks after the services of their municipality."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from bot.dialogue.errands import ProposeService, Tell
from bot.dialogue.events import Accepted, Opened, Place
from bot.dialogue.known_data import known_data
from bot.dialogue.proposals import Change, ProposalKind
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Paper
from bot.dialogue.service_fields import EXAMPLE, HOURS
from bot.dialogue.turn import Content
from bot.dialogue.upkeep import MonthSheet, Upkeep
from bot.dialogue.upkeep_events import NotProposed, ProposalDecided, StillRight
from content.local_services import Checked, Hours, LocalService, ServiceStatus
from content.months import Month
from content.typed_hours import read_hours
from content.wording import LANGUAGES
from tests.dialogue.chat import Chat
from tests.dialogue.test_services import SAN_ANTONIO, _service, _with

BY = "Ana Pérez, DIDECO"
ID = "0123456789abcdef"
OLD = Checked("x", date(2026, 1, 2), "Ana")


def _official(content: Content, *services: LocalService, upkeep: Upkeep | None = None) -> Chat:
    known = replace(_with(content, *services), upkeep=upkeep or Upkeep())
    chat = Chat.of(known).start().outcome(Accepted(SAN_ANTONIO, focal_point=True)).write("Ana Pérez", "DIDECO")
    return chat.happens(Opened(Place.HOME)).press("Servicios de mi comuna")


def _proposed(chat: Chat) -> list[ProposeService]:
    return [each for each in chat.errands if isinstance(each, ProposeService)]


def _edited(**change: object) -> ProposeService:
    return ProposeService(ProposalKind.EDITED, SAN_ANTONIO, ID, BY, Change(**change))  # type: ignore[arg-type]


def test_without_a_municipality_there_is_nothing_to_look_after(content: Content) -> None:
    for place in (Place.OUR_SERVICES, Place.OUR_SERVICE, Place.ADDING, Place.SHEET):
        assert Chat.of(content).start().happens(Opened(place)).person.standing.place is Place.OFFICIAL


def test_their_services_are_listed_and_no_others(content: Content) -> None:
    other = _service(id="f" * 16, name="De otra comuna", commune="13101")
    chat = _official(content, _service(), other)
    assert chat.text.startswith("Servicios de San Antonio")
    assert "Programa Migrantes" in chat.buttons()
    assert "De otra comuna" not in chat.buttons()
    assert "ya no está" in chat.happens(Opened(Place.OUR_SERVICE, "f" * 13)).text


def test_what_readers_doubt_is_a_task(content: Content) -> None:
    upkeep = Upkeep(doubts={ID: ("ya no atienden los lunes", "")})
    chat = _official(content, _service(doubts=2), upkeep=upkeep)
    assert "• Programa Migrantes: 2 personas dijeron que algo está mal." in chat.text.splitlines()
    assert "«ya no atienden los lunes»" in chat.press("Programa Migrantes").text.splitlines()


def test_one_press_confirms(content: Content) -> None:
    chat = _official(content, _service()).press("Programa Migrantes", "Sigue igual")
    assert _proposed(chat) == [ProposeService(ProposalKind.CONFIRMED, SAN_ANTONIO, ID, BY, Change())]
    assert "queda confirmado" in chat.text


@pytest.mark.parametrize(
    ("label", "typed", "change"),
    [
        ("Cambiar horario", "lunes 9 a 14", {"hours": (Hours((0,), time(9), time(14)),)}),
        ("Cambiar teléfono", "(35) 233-7205", {"phone": "35 233 7205"}),
        ("Cambiar dirección", " Calle  2 ", {"address": "Calle 2"}),
        ("Cambiar qué llevar", "Cédula\n\nComprobante de  domicilio", {"bring": ("Cédula", "Comprobante de domicilio")}),
    ],
)
def test_one_thing_is_changed_by_typing(content: Content, label: str, typed: str, change: dict[str, object]) -> None:
    chat = _official(content, _service()).press("Programa Migrantes", label).write(typed)
    assert _proposed(chat) == [_edited(**change)]
    assert "El equipo revisa su cambio" in chat.text


@pytest.mark.parametrize(
    ("label", "typed", "says"),
    [
        ("Cambiar horario", "lunes 18 a 9", "Ese horario no puede ser"),
        ("Cambiar horario", "llame antes", "No pudimos leer el horario. Por ejemplo: lunes a viernes"),
        ("Cambiar teléfono", "llame de día", "No pudimos leer el teléfono."),
        ("Cambiar dirección", "x" * 201, "Es muy largo."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(content: Content, label: str, typed: str, says: str) -> None:
    chat = _official(content, _service()).press("Programa Migrantes", label).write(typed)
    assert says in chat.text
    assert typed[:200] in chat.text.splitlines()
    assert _proposed(chat) == []
    assert typed[:200] not in chat.press("Cancelar").press(label).text.splitlines()


def test_a_rut_goes_nowhere(content: Content) -> None:
    chat = _official(content, _service()).press("Programa Migrantes", "Cambiar dirección").write("RUT 12.345.678-9")
    assert "traía un RUT" in chat.text
    assert _proposed(chat) == []


def test_it_is_closed_opened_again_and_gone(content: Content) -> None:
    chat = _official(content, _service()).press("Programa Migrantes", "Cerrar por un tiempo", "Ya no existe")
    closed = _service(status=ServiceStatus.CLOSED_FOR_A_WHILE)
    again = _official(content, closed).press("Programa Migrantes", "Reabrir")
    assert _proposed(chat) == [_edited(status="temporarily closed"), _edited(status="defunct")]
    assert _proposed(again) == [_edited(status="active")]


def test_a_change_that_waits_is_said(content: Content) -> None:
    chat = _official(content, _service(), upkeep=Upkeep(waiting=frozenset({ID})))
    assert "• Programa Migrantes: hay un cambio en revisión." in chat.text.splitlines()
    assert "Hay un cambio en revisión." in chat.press("Programa Migrantes").text.splitlines()


def test_a_new_service_is_told_one_question_a_screen(content: Content) -> None:
    chat = _official(content).press("Agregar un servicio").write("Oficina nueva", "Orienta sobre visas.")
    chat.press("🛂 Visa y residencia", "Con o sin residencia").write("Calle 1", "lunes 9 a 25")
    assert "Ese horario no puede ser" in chat.text
    chat.write("lunes 9 a 14").press("No lo sé ahora")
    assert "Lunes: 9:00–14:00" in chat.text or "lunes: 9:00–14:00" in chat.text
    chat.press("Enviar al equipo")
    told = Change("Oficina nueva", "Orienta sobre visas.", "MIG-STATUS", "any", "Calle 1", (Hours((0,), time(9), time(14)),))
    assert _proposed(chat) == [ProposeService(ProposalKind.ADDED, SAN_ANTONIO, "", BY, told)]
    assert "¿Cómo se llama el servicio?" in chat.press("Agregar un servicio").text


def test_telling_of_it_can_begin_again(content: Content) -> None:
    chat = _official(content).press("Agregar un servicio").write("Oficina nueva").press("Empezar de nuevo")
    assert "Oficina nueva" not in chat.text


def test_what_nobody_confirmed_is_asked_once_in_ninety_days(content: Content) -> None:
    chat = _official(content, _service(checked=OLD), _service(id="e" * 16, name="Otra", checked=Checked("x")))
    for _ in range(2):
        chat.outcome(StillRight())
    (tell,) = [each for each in chat.errands if isinstance(each, Tell)]
    assert "2 servicios de San Antonio" in chat.word(tell.text)
    chat.happens(tell.event)
    assert "1. Otra: nunca se confirmó." in chat.text.splitlines()
    chat.press("1 ✅ Igual")
    assert [each.service for each in _proposed(chat)] == ["e" * 16]
    chat.press("1 Cerrado")
    assert _proposed(chat)[-1] == _edited(status="temporarily closed")
    assert "Todo está confirmado." in chat.text


def test_where_all_is_confirmed_nobody_is_asked(content: Content) -> None:
    chat = _official(content, _service()).outcome(StillRight())
    assert [each for each in chat.errands if isinstance(each, Tell)] == []


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (ProposalDecided("Oficina", approved=True), "aprobó su cambio en «Oficina»."),
        (
            ProposalDecided("Oficina", approved=False, reason="Sigue abierta."),
            "«Oficina»: «Sigue abierta.»",
        ),
        (NotProposed(), "No pudimos guardar"),
    ],
)
def test_what_became_of_it_is_told(content: Content, event: ProposalDecided | NotProposed, says: str) -> None:
    chat = _official(content).outcome(event)
    (tell,) = [each for each in chat.errands if isinstance(each, Tell)]
    assert says in chat.word(tell.text)


def test_the_sheet_of_last_month(content: Content) -> None:
    sheet = MonthSheet(Month(2026, 10), 40, 7, (("ht", 25), ("es", 10)), (("HOUSING", 6),), (("desalojo", 5),))
    chat = _official(content, _service(checked=OLD), upkeep=Upkeep(sheets={SAN_ANTONIO: sheet})).press("Hoja del mes")
    for line in (
        "Servicios en San Antonio, octubre de 2026",
        "Preguntas: 40",
        "Sin buena respuesta: 7",
        "• Kreyòl ayisyen: 25",
        "Lo que más se buscó sin respuesta:",
        "• desalojo: 5",
        "El que lleva más tiempo sin confirmar: Programa Migrantes, desde el 2 de enero de 2026",
    ):
        assert line in chat.text.splitlines(), line
    chat.press("Descargar hoja")
    assert chat.screen is not None
    (paper,) = chat.screen.attachments
    assert isinstance(paper, Paper)
    assert paper.name == "servicios-05601-2026-10.pdf"
    assert any("desalojo" in chat.word(line) for block in paper.blocks for line in block.lines)


def test_where_few_asked_no_number_is_shown(content: Content) -> None:
    old = MonthSheet(Month(2026, 9), 40)
    chat = _official(content, upkeep=Upkeep(sheets={SAN_ANTONIO: old})).press("Hoja del mes")
    assert "menos de cinco" in chat.text
    assert "40" not in chat.text


def test_what_was_told_of_a_new_service_is_known_data(content: Content) -> None:
    chat = _official(content).press("Agregar un servicio").write("Oficina nueva")
    known = json.loads(known_data(Scene(chat.content, chat.state, chat.now)))
    assert known["servicio_por_agregar"]["nombre"] == "Oficina nueva"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_hours_can_be_typed_in_every_language(content: Content, language: str) -> None:
    example = content.words.word(EXAMPLE[HOURS], language).partition(":" if language != "zh_Hans" else "：")[2]
    spells = [(time(9), time(14)), (time(15), time(17))]
    assert read_hours(example) == tuple(Hours((0, 1, 2, 3, 4), opens, closes) for opens, closes in spells)
