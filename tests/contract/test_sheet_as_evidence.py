"""The month's sheet as evidence, from the press in the chat to the dossier that the real api received."""

from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

from bot.dialogue.conversation import take_turn
from bot.dialogue.dossier import Dossier, Member
from bot.dialogue.errands import FileSheet, HandOver
from bot.dialogue.events import Chose, Event, Fetched, HandedOver, Place
from bot.dialogue.month_sheet import paper_of
from bot.dialogue.person import Membership, Person, Standing, State
from bot.dialogue.turn import Content
from bot.dialogue.upkeep import MonthSheet, Upkeep
from bot.memory.writing import PutEvidence, read_errand, write_errand
from bot.pictures import paper
from content.months import Month
from tests.contract.conftest import Office
from tests.contract.test_bot_and_api import ANA, NOON, sending

SHOWS = "INS-3.3"


def _state(content: Content) -> State:
    here = Member("7", ANA.name, ANA.post, NOON)
    dossier = replace(sending(content, with_file=False), sending=None, members=(here,))
    member = Person("7", "ht", Standing(Place.SHEET), membership=Membership("13125", ANA.name, ANA.post))
    return State(member, municipal=dossier)


def _after(content: Content, state: State, event: Event) -> tuple[Dossier, FileSheet | None]:
    turn = take_turn(content, state, event, NOON)
    assert turn.state is not None
    assert turn.state.municipal is not None
    return turn.state.municipal, next((each for each in turn.errands if isinstance(each, FileSheet)), None)


async def test_the_sheet_reaches_the_api_with_the_dossier(office: Office, content: Content) -> None:
    assert SHOWS in content.sheet_shows
    counts = MonthSheet(Month(2026, 10), 40, 7, (("ht", 25),), (("HOUSING", 6),))
    content, state = replace(content, upkeep=Upkeep(sheets={"13125": counts})), _state(content)
    dossier, asked = _after(content, state, Chose(SHOWS))
    assert asked is not None
    # Whoever died in the midst of it does it again: the same sheet is the same file.
    again = read_errand(write_errand(asked))
    fetched, twice = await office.deliver(asked), await office.deliver(again)
    assert isinstance(fetched, Fetched)
    assert fetched == twice
    assert await office.waiting() == [PutEvidence(fetched.sha256)]
    await office.deliver(PutEvidence(fetched.sha256))
    dossier, _ = _after(content, replace(state, municipal=dossier), fetched)
    await office.keep(replace(dossier, sending=sending(content).sending))
    received = await office.deliver(HandOver("13125", 1), id=str(uuid4()))
    assert isinstance(received, HandedOver)
    kept = await office.courier.backend.client.get(f"/v1/pre-applications/{received.reference}")
    (piece,) = kept.json()["content"]["evidence"]
    assert (piece["question"], piece["name"]) == (SHOWS, "servicios-13125-2026-10.pdf")
    file = office.courier.spool.path(piece["sha256"]).read_bytes()
    assert sha256(file).hexdigest() == piece["sha256"]
    # In Spanish for whoever judges, although this official reads Kreyòl.
    printed = {language: paper(paper_of(asked.sheet, content.categories), language, content.words) for language in ("es", "ht")}
    assert file == printed["es"] != printed["ht"]
