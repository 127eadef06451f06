"""What an official tells of a new service waits for the room, which approves or refuses it."""

from sqlmodel import select

from api.directory import proposing, records
from api.directory.proposing import ServiceProposalRow
from bot.playground.person import Person
from tests.telegram.office import Office, until
from tests.telegram.test_room_removing import in_group, official, press


def _tells_of(ana: Person, name: str) -> None:
    ana.say("/start")
    ana.wait_for("Municipalidad de Quilicura")
    ana.press("Servicios de mi comuna")
    ana.wait_for("Servicios de Quilicura")
    ana.press("Agregar un servicio")
    for asked, said in (("¿Cómo se llama el servicio?", name), ("¿Qué hace?", "Orienta sobre visas.")):
        ana.wait_for(asked)
        ana.say(said)
    ana.wait_for("¿De qué se trata?")
    ana.press("🛂 Visa y residencia")
    ana.wait_for("¿Quién puede usarlo?")
    ana.press("Con o sin residencia")
    for asked, said in (
        ("¿Cuál es la dirección?", "Calle 1"),
        ("¿Qué días", "lunes a viernes 9 a 14"),
        ("¿Cuál es el tel", "600"),
    ):
        ana.wait_for(asked)
        ana.say(said)
    ana.wait_for("¿Está bien así?")
    ana.press("Enviar al equipo")
    ana.wait_for("El equipo revisa el servicio")


def _states(office: Office) -> dict[str, str]:
    with office.api.database.look() as session:
        return {row.name: row.state for row in session.exec(select(ServiceProposalRow))}


def test_a_new_service_is_approved_and_another_refused(office: Office) -> None:
    office.sofia.say("/servicios", chat=office.group.id)
    in_group(office, "Ningún cambio de servicios espera.")
    ana = official(office, "ana", "Ana Soto", "Encargada")
    for name in ("Oficina nueva", "Oficina de más"):
        _tells_of(ana, name)
    until(lambda: len(_states(office)) == 2)

    office.sofia.say("/servicios", chat=office.group.id)
    listed = in_group(office, "Cambios de servicios que esperan")
    assert "1. Quilicura · Oficina nueva · servicio nuevo · Ana Soto, Encargada" in listed.text
    assert "horario: De lunes a viernes: 9:00–14:00" in listed.text
    press(office, "Cambios de servicios que esperan", "Aprobar 1")
    assert "1. Quilicura · Oficina de más" in in_group(office, "✅ «Oficina nueva»: aprobado. Lo decidió Sofía.").text
    press(office, "«Oficina nueva»: aprobado", "Rechazar 1")
    in_group(office, "❌ «Oficina de más»: rechazado.")

    assert _states(office) == {"Oficina nueva": "approved", "Oficina de más": "refused"}
    with office.api.database.look() as session:
        (approved,) = proposing.listed(session, "approved", None)
        assert approved.service is not None
        assert records.find(session, approved.service).commune == "13125"


def test_without_the_role_nothing_is_decided(office: Office) -> None:
    _tells_of(official(office, "ana", "Ana Soto", "Encargada"), "Oficina nueva")
    until(lambda: len(_states(office)) == 1)
    stranger = office.playground.person("luis", "Luis")
    office.group.join(stranger)
    stranger.say("/servicios", chat=office.group.id)
    in_group(office, "no tiene el rol de apoyo")
    office.sofia.say("/servicios", chat=office.group.id)
    pressed = press(office, "Cambios de servicios que esperan", "Aprobar 1", stranger)
    assert "no tiene el rol" in stranger.wait_for_answer(pressed)
    assert _states(office) == {"Oficina nueva": "waiting"}
