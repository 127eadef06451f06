"""What is written is read back the same, by newer and older programs alike."""

import json
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import get_args

import pytest

from bot.dialogue import case_events, errands, events, upkeep_events
from bot.dialogue.cases import Applicant, Case, CaseKind, CaseState, Enclosure, Hat, Refusal, Stood, When
from bot.dialogue.dossier import Author, Dossier, Member, Receipt, Sending
from bot.dialogue.events import Place
from bot.dialogue.person import Applying, Draft, Joining, Membership, Person, Standing
from bot.dialogue.proposals import Adding, Change, ProposalKind
from bot.dialogue.upkeep import MonthSheet, MunicipalSheet
from bot.memory import room_errands, writing
from bot.memory.room_errands import Side, Staff
from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.kinds import EvidenceStatus
from content.local_services import Hours
from content.months import Month

SOFIA = Staff("9", "Sofía")
NOON = datetime(2026, 11, 24, 12, 0, 0, 5, tzinfo=UTC)
ANSWERS: tuple[Answer, ...] = (
    Chosen(("yes",)),
    Chosen(()),
    Counted(Decimal("20.50")),
    Dated(Month(2026, 5)),
    Dated(None),
    Written('«Plan» "2026"\n'),
    Attached(EvidenceStatus.LATER),
    Skipped(),
)
OUTCOMES: tuple[events.Outcome, ...] = (
    events.Fetched("7:1", "ab", "application/pdf", 9),
    events.NotFetched("7:1", "gone"),
    events.Accepted("13125", focal_point=True),
    events.Declined("used"),
    events.Invited("c", "https://t.me/x?start=inv_c", NOON),
    events.NotInvited(),
    events.HandedOver(1, "SM-2026-0001-AB", NOON, "ab"),
    events.HandOverRefused(1, "edition-differs"),
    case_events.CaseOpened("17", "D-2026-0001", Hat.OFFICIAL, CaseKind.DISTRESS, NOON, When.HOLIDAY, is_heard=False),
    case_events.NotAsked(Hat.NEIGHBOUR, CaseKind.QUESTION),
    case_events.CaseAnswered("17"),
    case_events.CaseClosed("17", "listo"),
    case_events.CaseReopened("17", NOON, When.AFTER_HOURS),
    case_events.Approved("17", "inv_c"),
    case_events.Refused("17", Refusal.EMAIL),
    case_events.RemovedFromTeam("13125"),
    case_events.MarkInherited("13125"),
    case_events.HelpOffered(),
    upkeep_events.ProposalDecided("Oficina", approved=False, reason="No corresponde"),
    upkeep_events.NotProposed(),
    upkeep_events.StillRight(),
)
ERRANDS: tuple[writing.StoredErrand, ...] = (
    errands.FetchFile("7:1", "f"),
    errands.FileSheet(
        "sheet-13125-2026-10-INS-3.3",
        MunicipalSheet(
            "13125",
            "Quilicura",
            MonthSheet(Month(2026, 10), 40, None, (("ht", 25),), (("HEALTH", 6), ("", 5))),
            "Oficina",
            NOON.date(),
        ),
    ),
    errands.AcceptInvitation("inv_c"),
    errands.MakeInvitation("13125"),
    errands.HandOver("13125", 2),
    errands.ForgetPerson("7"),
    errands.AskPerson(
        Hat.OFFICIAL,
        CaseKind.VERIFICATION,
        "ht",
        "7:5",
        "Ayúdeme",
        Enclosure("document", "acta.pdf", 9),
        "G",
        "17",
        "13125",
        "starting",
        Stood("q", "INS-1.1", "Sí"),
        Applicant("Ana", "Encargada", "ana@quilicura.cl"),
    ),
    errands.MendWords("7:5", "Ayúdenme"),
    errands.Rate("17", helped=True),
    errands.RemoveColleague("8", "13125"),
    errands.ReportActivity("13125", "opened", NOON, ("INS-1",)),
    errands.DoubtService("0123", "ht", "ya no atienden"),
    errands.ProposeService(
        ProposalKind.EDITED, "13125", "0123", "Ana, DIDECO", Change(hours=(Hours((0, 1), time(9), time(14)),), bring=("RUN",))
    ),
    writing.PutEvidence("ab"),
    room_errands.OpenTopic("17"),
    room_errands.UpdateCard("17"),
    room_errands.Relay("17", Side.TO_ROOM, "7:5", "G"),
    room_errands.StaffSaid("17", SOFIA, "-100:5", "// nota", "document", "acta.pdf", 9, "G", is_note=True),
    room_errands.StaffMended("17", SOFIA, "-100:5", "Sí"),
    room_errands.Act("17", SOFIA, "refuse", "email"),
    room_errands.AnswerCommand(SOFIA, "caso", "D-2026-0001", 4),
    room_errands.TakeOut(SOFIA, "13125", "out", 7, 4),
    room_errands.DecideService(SOFIA, 3, True, 9, 0),
    room_errands.SayInRoom(4, "No llegó"),
    room_errands.EndTopic(-100, 4, "D-2026-7K4C"),
)


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_an_answer_comes_back_the_same(answer: Answer) -> None:
    assert writing.read_said(writing.write_said(answer)) == answer


def test_every_kind_of_answer_outcome_and_errand_is_tried_here() -> None:
    assert {type(each) for each in ANSWERS} == set(get_args(Answer))
    assert {type(each) for each in OUTCOMES} == set(get_args(events.Outcome))
    assert {type(each) for each in ERRANDS} == set(get_args(writing.StoredErrand))


@pytest.mark.parametrize("outcome", OUTCOMES, ids=str)
def test_an_outcome_comes_back_the_same(outcome: events.Outcome) -> None:
    assert writing.read_outcome(writing.write_outcome(outcome, "13125")) == (outcome, "13125")


@pytest.mark.parametrize("errand", ERRANDS, ids=str)
def test_an_errand_comes_back_the_same(errand: writing.StoredErrand) -> None:
    assert writing.read_errand(writing.write_errand(errand)) == errand


def test_a_person_comes_back_the_same() -> None:
    person = Person(
        "7",
        "ht",
        Standing(Place.QUESTION, "INS-1.1", "why", Place.REVIEW),
        membership=Membership("13125", "Ana", "Encargada"),
        joining=Joining("13125", focal_point=True, name="Ana"),
        draft=Draft("INS-1.1", ("a", "b"), "unas 20", "number"),
        shown=3,
        applying=Applying("Ana", "Encargada"),
        cases=(Case(Hat.NEIGHBOUR, CaseKind.DISTRESS, CaseState.CLOSED, "17", "D-2026-0001", NOON, rated=True),),
        help_offered=True,
        asked_on=NOON.date(),
        adding=Adding(Change("Oficina", hours=(Hours((0,), time(9), time(14)),)), 6),
        doubted=("0123456789abc",),
    )
    assert writing.read_person(writing.write_person(person)) == person
    assert writing.read_person(writing.write_person(Person("8"))) == Person("8")


def test_a_header_comes_back_the_same() -> None:
    dossier = Dossier(
        "13125",
        "0.1.0",
        members=(Member("7", "Ana", "Encargada", NOON, focal_point=True),),
        round=2,
        sending=Sending(Author("7", "Ana", "Encargada"), NOON, "ht"),
        receipts=(Receipt(1, "SM-2026-0001-AB", NOON, "ab"),),
    )
    header = writing.read_header(writing.write_header(dossier))
    assert (header.members, header.round, header.sending, header.receipts) == (
        dossier.members,
        dossier.round,
        dossier.sending,
        dossier.receipts,
    )


def test_what_a_newer_program_added_is_passed_over() -> None:
    written = json.loads(writing.write_person(Person("7", "ht"))) | {"horoscope": "lion"}
    assert writing.read_person(json.dumps(written)) == Person("7", "ht")
