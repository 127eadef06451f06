"""Forgetting a person leaves the municipality's dossier, with posts where the names were."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.dialogue.dossier import Author, Dossier, Member, Receipt, Sending
from bot.dialogue.errands import FetchFile, FileSheet, ForgetPerson, HandOver
from bot.dialogue.events import Event, HandedOver
from bot.dialogue.person import Membership, Person, State
from bot.dialogue.screen import Screen, para
from bot.dialogue.turn import Turn
from bot.dialogue.upkeep import MonthSheet, MunicipalSheet
from bot.memory import dossiers, errands, inbox, people
from bot.memory.tables import metadata
from bot.memory.tables import outbox as outbox_table
from content.answers import Written
from content.months import Month
from content.sentences import Verbatim
from tests.memory.conftest import Desk, message
from tests.memory.test_dossiers import FULL, NOON

NUMBER = "700700"
ANA = Author(NUMBER, "Ana Soto", "Encargada")
SHEET = FileSheet("3", MunicipalSheet("13125", "Quilicura", MonthSheet(Month(2026, 10), 40)))


def forgetting(state: State, event: Event, now: datetime) -> Turn:
    return Turn(None, Screen((para(Verbatim("adiós")),), ()), (ForgetPerson(state.person.id),))


def receiving(state: State, event: Event, now: datetime) -> Turn:
    assert isinstance(event, HandedOver)
    assert state.dossier is not None
    kept = replace(
        state.dossier, receipts=(Receipt(event.round, event.reference, event.received_at, event.digest),), sending=None
    )
    return Turn(replace(state, municipal=kept), Screen((para(Verbatim("recibo")),), ()))


def ana_in_quilicura(desk: Desk) -> None:
    person = Person(NUMBER, "es", membership=Membership("13125", ANA.name, ANA.post))
    members = (replace(FULL.members[0], person=NUMBER, name=ANA.name),)
    pieces = tuple(replace(each, by=ANA) for each in FULL.pieces)
    dossier = replace(FULL, members=members, pieces=pieces, sending=Sending(ANA, NOON, "es")).answered(
        "A", Written("x"), ANA, NOON
    )
    practice = Dossier(f"practice:{NUMBER}", "1").answered("A", Written("mine"), ANA, NOON)
    desk.do(people.save, None, person, 0.0)
    for each in (dossier, practice):
        desk.do(dossiers.save, None, each)
    for errand in (HandOver("13125", 1), FetchFile("2", "f"), SHEET):
        desk.do(errands.add, errand, NUMBER, "13125", desk.clock())
    desk.do(errands.add, FetchFile("1", "f"), NUMBER, practice.key, desk.clock())


def everything(desk: Desk, *but: str) -> str:
    tables = [table for table in metadata.sorted_tables if table.name not in but]
    return " ".join(str(desk.rows(select(table))) for table in tables)


def test_the_name_goes_and_the_post_stays(desk: Desk) -> None:
    ana_in_quilicura(desk)
    desk.arrive(message(1, int(NUMBER), "olvídeme"))
    desk.handle_all(forgetting)
    dossier = desk.do(dossiers.load, "13125", f"practice:{NUMBER}")
    assert list(dossier) == ["13125"]
    assert dossier["13125"].answers["A"].by == Author("", "", "Encargada")
    assert {piece.by for piece in dossier["13125"].pieces} == {Author("", "", "Encargada")}
    assert [(each.person, each.name, each.post) for each in dossier["13125"].members] == [("", "", "Encargada")]
    assert dossier["13125"].sending == Sending(Author("", "", "Encargada"), NOON, "es")
    assert "Ana Soto" not in everything(desk)
    # Their number stays only where something is still to be done for them, or for the municipality.
    assert NUMBER not in everything(desk, "outbox", "errand")
    assert desk.rows(select(outbox_table.c.farewell)) == [True]


def test_what_runs_for_the_municipality_is_still_run(desk: Desk) -> None:
    ana_in_quilicura(desk)
    desk.arrive(message(1, int(NUMBER), "olvídeme"))
    desk.handle_all(forgetting)
    jobs = desk.do(errands.claim, desk.clock(), 10)
    assert {job.errand for job in jobs} == {HandOver("13125", 1), FetchFile("2", "f"), SHEET, ForgetPerson(NUMBER)}
    (hand_over,) = [job for job in jobs if isinstance(job.errand, HandOver)]
    done = HandedOver(1, "SM-2026-0001-AB", NOON, "ab")
    desk.do(errands.done, hand_over, done, desk.clock())
    desk.handle_all(receiving)
    dossier = desk.do(dossiers.load, "13125")["13125"]
    assert [receipt.reference for receipt in dossier.receipts] == ["SM-2026-0001-AB"]
    assert desk.do(people.load, NUMBER) is None
    assert desk.do(inbox.claim, ()) is None


def test_a_forgotten_focal_point_is_succeeded_by_who_has_belonged_longest(desk: Desk) -> None:
    ana_in_quilicura(desk)
    dossier = desk.do(dossiers.load, "13125")["13125"]
    carla = Member("9", "Carla", "Abogada", NOON + timedelta(days=1))
    bea = Member("8", "Bea", "Secretaria", NOON + timedelta(days=2))
    desk.do(dossiers.save, dossier, replace(dossier, members=(*dossier.members, bea, carla)))
    desk.arrive(message(1, int(NUMBER), "olvídeme"))
    desk.handle_all(forgetting)
    assert desk.do(dossiers.load, "13125")["13125"].focal_point == replace(carla, focal_point=True)
