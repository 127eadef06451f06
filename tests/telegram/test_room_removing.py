"""Staff take an official out of a municipality's team: asked once more, done at once, and told to everybody it concerns."""

from sqlmodel import col, delete

from api import members
from api.invitations import records
from bot.playground.person import Person, Screen
from tests.telegram.office import Office, until

QUILICURA = "13125"


def official(office: Office, key: str, name: str, post: str) -> Person:
    """Somebody who joined Quilicura's dossier by an invitation."""
    with office.api.database.transaction() as session:
        code = records.invite(session, QUILICURA, None, uses=1, days=7, bot="sello").start
    person = office.playground.person(key, name)
    person.say("/start")
    person.wait_for("Choose your language")
    person.press("Español")
    person.wait_for("¿Qué necesita hoy?")
    person.say(f"/start {code}")
    person.wait_for("¿Cómo se llama usted?")
    person.say(name)
    person.wait_for("¿Cuál es su cargo")
    person.say(post)
    person.wait_for("Usted ya es parte del expediente")
    return person


def in_group(office: Office, words: str) -> Screen:
    """The bot's last message in the group with these words, once it is there."""
    found: list[Screen] = []

    def stands() -> bool:
        found[:] = [each for each in map(Screen.of, office.sofia.messages(office.group.id)) if words in each.text]
        return bool(found)

    until(stands)
    return found[-1]


def press(office: Office, words: str, label: str, person: Person | None = None) -> str:
    """Presses a button below that message."""
    screen = in_group(office, words)
    return (person or office.sofia).press_data(screen.message_id, screen.data(label), office.group.id)


def team(office: Office) -> list[str]:
    """Who belongs to Quilicura by the api, whoever answers for it first."""
    with office.api.database.look() as session:
        return [each.person for each in members.of_commune(session, QUILICURA).results]


def test_the_focal_point_is_taken_out_after_a_last_yes_and_the_next_one_inherits(office: Office) -> None:
    ana, bea = official(office, "ana", "Ana Soto", "Encargada"), official(office, "bea", "Bea Ruiz", "Abogada")
    before = team(office)
    office.sofia.say("/quitar quilicura", chat=office.group.id)
    listed = in_group(office, "Equipo de Quilicura")
    assert "• Ana Soto, Encargada, contraparte\n• Bea Ruiz, Abogada" in listed.text

    press(office, "Equipo de Quilicura", "Quitar a Ana Soto")
    asked = in_group(office, "¿Quitar a Ana Soto (Encargada)")
    assert "queda Bea Ruiz (Abogada)" in asked.text
    press(office, "¿Quitar a Ana Soto", "No, dejar")
    press(office, "Equipo de Quilicura", "Quitar a Ana Soto")
    assert team(office) == before
    press(office, "¿Quitar a Ana Soto", "Sí, quitar")

    in_group(office, "Ana Soto (Encargada) ya no es parte del equipo de Quilicura. Lo decidió Sofía.")
    assert team(office) == before[1:]
    ana.wait_for("Usted ya no es parte del equipo", anywhere=True)
    ana.say("/avance")
    ana.wait_for("Puede practicar sin invitación")
    bea.wait_for("Ana Soto (Encargada) ya no es parte del equipo", anywhere=True)
    bea.wait_for("Usted queda como contraparte de Quilicura", anywhere=True)


def test_who_is_out_already_is_not_taken_out_twice(office: Office) -> None:
    ana = official(office, "ana", "Ana Soto", "Encargada")
    office.sofia.say("/quitar Quilicura", chat=office.group.id)
    listed = in_group(office, "Equipo de Quilicura")
    stale = listed.data("Quitar a Ana Soto")
    press(office, "Equipo de Quilicura", "Quitar a Ana Soto")
    assert "Es la última persona del equipo" in in_group(office, "¿Quitar a Ana Soto").text
    press(office, "¿Quitar a Ana Soto", "Sí, quitar")
    ana.wait_for("Usted ya no es parte del equipo", anywhere=True)
    office.sofia.press_data(listed.message_id, stale, office.group.id)
    in_group(office, "Esa persona ya no es parte del equipo de Quilicura.")
    office.sofia.say("/quitar Quilicura", chat=office.group.id)
    in_group(office, "Nadie llena el expediente de Quilicura")


def test_without_the_role_nobody_is_listed_or_taken_out(office: Office) -> None:
    official(office, "ana", "Ana Soto", "Encargada")
    stranger = office.playground.person("luis", "Luis")
    office.group.join(stranger)
    stranger.say("/quitar Quilicura", chat=office.group.id)
    in_group(office, "no tiene el rol de apoyo")
    assert "Ana Soto" not in str(office.sofia.messages(office.group.id))
    office.sofia.say("/quitar Quilicura", chat=office.group.id)
    pressed = press(office, "Equipo de Quilicura", "Quitar a Ana Soto", stranger)
    assert "no tiene el rol" in stranger.wait_for_answer(pressed)
    assert len(team(office)) == 1


def test_a_role_that_ended_at_the_api_takes_nobody_out(office: Office) -> None:
    official(office, "ana", "Ana Soto", "Encargada")
    office.sofia.say("/quitar Quilicura", chat=office.group.id)
    press(office, "Equipo de Quilicura", "Quitar a Ana Soto")
    in_group(office, "¿Quitar a Ana Soto")
    with office.api.database.transaction() as session:
        session.exec(delete(members.MembershipRow).where(col(members.MembershipRow.role) == "support"))
    press(office, "¿Quitar a Ana Soto", "Sí, quitar")
    in_group(office, "no tiene el rol de apoyo")
    assert len(team(office)) == 1


def test_a_commune_that_is_missing_or_unknown_is_said(office: Office) -> None:
    office.sofia.say("/quitar", chat=office.group.id)
    in_group(office, "por ejemplo: /quitar Quilicura")
    office.sofia.say("/quitar Atlántida del Sur", chat=office.group.id)
    in_group(office, "No encontramos esa comuna: Atlántida del Sur")
