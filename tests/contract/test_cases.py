"""What the bot brings to the api about cases and municipalities that may want help, and what it makes of the answers."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from api.contract import ByPerson, EntryRequest
from bot.deliveries.offering import Offering
from bot.dialogue.case_events import CaseOpened, CaseReopened, HelpOffered, NotAsked
from bot.dialogue.cases import CaseKind, Enclosure, Hat, Stood
from bot.dialogue.dossier import Dossier, Member
from bot.dialogue.errands import AcceptInvitation, AskPerson, MakeInvitation, RemoveColleague, ReportActivity
from bot.dialogue.events import Accepted, Invited, NotInvited
from bot.memory import cases, dossiers, errands, secrets
from bot.memory.tables import inbox
from bot.memory.writing import read_outcome
from tests.contract.conftest import Office

ASKED = AskPerson(Hat.NEIGHBOUR, CaseKind.QUESTION, "ht", "7:5", "Mwen bezwen èd", stood=Stood("serv"))


async def test_without_a_room_a_case_waits_in_the_api_and_says_so(office: Office) -> None:
    opened = await office.deliver(ASKED)
    assert isinstance(opened, CaseOpened)
    assert not opened.is_heard
    kept = await office.courier.backend.case(opened.case)
    assert (kept.state, kept.language, [each.text for each in kept.entries]) == ("waiting", "ht", ["Mwen bezwen èd"])
    assert kept.person not in (None, "7")


async def test_what_comes_next_goes_into_the_open_case_of_that_hat(office: Office) -> None:
    opened = await office.deliver(ASKED)
    assert isinstance(opened, CaseOpened)
    photo = AskPerson(Hat.NEIGHBOUR, CaseKind.QUESTION, "ht", "7:6", enclosure=Enclosure("photo", "", 9))
    assert await office.deliver(photo) is None
    work = await office.deliver(AskPerson(Hat.OFFICIAL, CaseKind.QUESTION, "es", "7:7", "¿Y el convenio?", commune="13125"))
    assert isinstance(work, CaseOpened)
    assert work.case != opened.case
    entries = (await office.courier.backend.case(opened.case)).entries
    assert [len(each.attachments) for each in entries] == [0, 1]


async def twice(office: Office, asked: AskPerson) -> list[object]:
    """What an errand comes to when whoever ran it died before it was done, and it is run again."""
    memory = office.courier.memory
    await memory.do(errands.add, asked, "7", "", 1.0)
    outcomes: list[object] = []
    for now in (2e10, 3e10):
        [job] = [each for each in await memory.do(errands.claim, now, 50) if each.errand == asked]
        outcomes.append(await office.courier.deliver(job))
        if job.attempts == 2:
            await memory.do(errands.done, job, None, now)
    return outcomes


async def test_an_errand_that_is_run_again_comes_back_with_the_same_and_says_nothing_twice(office: Office) -> None:
    first, again = await twice(office, ASKED)
    assert isinstance(first, CaseOpened)
    assert first == again
    backend, memory = office.courier.backend, office.courier.memory
    by = ByPerson(person=await memory.do(secrets.alias, "7"))
    await backend.add_entry("closing", first.case, EntryRequest(kind="closed", by=by))
    await memory.do(cases.stands, first.case, "closed", 1.0)
    more = AskPerson(Hat.NEIGHBOUR, CaseKind.QUESTION, "ht", "7:6", "Ankò", case=first.case)
    assert [type(outcome) for outcome in await twice(office, more)] == [CaseReopened, CaseReopened]
    entries = (await backend.case(first.case)).entries
    assert [each.kind for each in entries] == ["asked", "closed", "reopened", "asked"]


async def test_a_message_of_nothing_is_refused_for_good(office: Office) -> None:
    nothing = AskPerson(Hat.NEIGHBOUR, CaseKind.QUESTION, "es", "7:5", " ")
    assert await office.deliver(nothing) == NotAsked(Hat.NEIGHBOUR, CaseKind.QUESTION)


async def test_a_colleague_who_was_taken_out_is_no_member(office: Office) -> None:
    code = office.invitation(uses=2)
    await office.deliver(AcceptInvitation(code))
    assert await office.deliver(AcceptInvitation(code), lane="8") == Accepted("13125")
    await office.deliver(RemoveColleague("8", "13125"))
    members = (await office.courier.backend.client.get("/v1/municipalities/13125/members")).json()["results"]
    assert len(members) == 1


async def test_who_leaves_is_no_member_and_the_next_one_answers_for_the_municipality(office: Office) -> None:
    code = office.invitation(uses=2)
    for lane in ("7", "8"):
        await office.deliver(AcceptInvitation(code), lane=lane)
    assert await office.deliver(MakeInvitation("13125"), lane="8") == NotInvited()
    for _ in range(2):
        await office.deliver(RemoveColleague("7", "13125"), lane="7")
    assert isinstance(await office.deliver(MakeInvitation("13125"), lane="8"), Invited)
    assert await office.deliver(MakeInvitation("13125"), lane="7") == NotInvited()


async def test_help_is_offered_once_to_who_has_belonged_longest(office: Office) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=70)
    ana = Member("7", "Ana", "Encargada", long_ago, focal_point=True)
    await office.courier.memory.do(dossiers.save, None, Dossier("13125", "0.1.0", members=(ana,)))
    await office.deliver(ReportActivity("13125", "answered", long_ago))
    offering = Offering(office.courier.memory, office.courier.backend, lambda: None)
    for _ in range(2):
        await offering.offer()
    with office.courier.memory.engine.begin() as connection:
        waiting = connection.execute(select(inbox.c.lane, inbox.c.body)).all()
    assert [(lane, read_outcome(body)) for lane, body in waiting] == [("7", (HelpOffered(), "13125"))]
    assert not await office.courier.memory.do(cases.is_heard)
