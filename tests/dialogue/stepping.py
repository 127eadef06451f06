"""One step of a walk, and what is looked at after it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from hypothesis.stateful import RuleBasedStateMachine

from bot.dialogue import events as e
from bot.dialogue.conversation import take_turn
from bot.dialogue.errands import FetchFile, HandOver, Tell
from bot.dialogue.person import Membership, Person, State
from bot.dialogue.screen import Screen
from bot.dialogue.turn import Content, Turn
from tests.dialogue import glass
from tests.dialogue.answer_ledger import MUNICIPALITY
from tests.dialogue.books import read_stored, read_stored_files, read_stored_header
from tests.dialogue.handed import check_handed_over
from tests.dialogue.ledger import Ledger
from tests.dialogue.phone import Comes, Phone
from tests.dialogue.sayings import Meant
from tests.oracle.edition import Edition
from tests.transcripts.world import World, read_dossier, write_dossier

CHILE = ZoneInfo("America/Santiago")
PEOPLE = ("ana", "beto")
RUT = re.compile(r"\d-\d$")


@dataclass(frozen=True)
class Setting:
    """The programme before and after a change overnight, and the oracle's reading of its editions."""

    before: Content
    after: Content
    editions: dict[str, Edition]


class Stepping(RuleBasedStateMachine):
    """Each step is taken by the conversation and by the ledger, and they have to agree."""

    setting: ClassVar[Setting]
    looked_at: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.setting.before)
        self.ledger = Ledger(
            self.setting.editions, self.setting.before.current.edition, phones={each: Phone(each) for each in PEOPLE}
        )
        self.older: dict[str, list[e.Event]] = {each: [] for each in PEOPLE}
        self.told: dict[str, list[e.Event]] = {each: [] for each in PEOPLE}
        self.screens: dict[str, Screen] = {}
        self.handed: list[tuple[str, e.HandedOver]] = []
        self.messages = 0

    @property
    def as_of(self) -> str:
        """The month it will be in Chile at the next step."""
        return f"{(self.world.now + timedelta(minutes=1)).astimezone(CHILE):%Y-%m}"

    @property
    def month(self) -> str:
        """The month that it was in Chile at the last step."""
        return f"{self.world.now.astimezone(CHILE):%Y-%m}"

    def act(self, who: str, event: e.Event, means: Meant | None = None, *, joins: bool = False) -> None:
        as_of, phone = self.as_of, self.ledger.phones[who]
        self.older[who] += [event] if event in phone.visible else []
        self.older[who] += phone.visible
        comes = self.ledger.joined(who, as_of) if joins else self.ledger.comes(who, event, as_of, means or Meant())
        turn = self.world.happens(who, event)
        self.ledger.name_links(self.world.dossiers)
        self.look(who, turn)
        self.check(who, event, turn, comes)
        if event == e.Confirmed("forget") and turn.state is None:
            self.act(who, e.Spoke("es"))

    def outcome(self, who: str, event: e.Outcome) -> None:
        """What comes back concerns the dossier, also when whoever asked for it has left."""
        mine = self.ledger.books.get(f"practice:{who}")
        pieces = [each.id for files in mine.files.values() for each in files] if mine else []
        concerns_practice = isinstance(event, e.Fetched | e.NotFetched) and event.piece in pieces
        if self.ledger.phones[who].is_member or concerns_practice:
            self.act(who, event)
        elif MUNICIPALITY in self.world.dossiers:
            self.ledger.comes(who, event, self.as_of, Meant())
            self.stands_in(who, event)

    def stands_in(self, who: str, event: e.Outcome) -> None:
        """As memory does it: the turn is taken in the leaver's stead, and only the dossier is kept."""
        dossier = read_dossier(MUNICIPALITY, self.world.dossiers[MUNICIPALITY])
        state = State(Person(who, "es", membership=Membership(MUNICIPALITY, "", "")), dossier)
        turn = take_turn(self.world.content, state, event, self.world.now)
        assert turn.state is not None
        assert turn.state.municipal is not None
        self.world.dossiers[MUNICIPALITY] = write_dossier(turn.state.municipal)
        self.check_books()

    def look(self, who: str, turn: Turn) -> None:
        if turn.screen is None:
            return
        phone = self.ledger.phones[who]
        self.screens[who] = turn.screen
        phone.visible = tuple(each.event for each in glass.presses(turn.screen))
        phone.question = glass.question_on(turn.screen)
        book = self.ledger.book(who)
        kept = book.answers.get(phone.question) if book and phone.question else None
        phone.seen = kept.serial if kept else None

    def check(self, who: str, event: e.Event, turn: Turn, comes: Comes) -> None:
        self.check_books()
        self.check_errands(who, turn, comes)
        if turn.screen is None:
            to_a_person = self.ledger.phones[who].aside in (e.Place.ADVISER, e.Place.DANGER)
            said = to_a_person and isinstance(event, e.Wrote | e.Sent | e.SentOther)
            assert isinstance(event, e.Fetched) or said or comes.is_silent or comes.may_be_silent
            return
        assert not comes.is_silent, f"{event} sends a screen to {who}, who did nothing"
        phone = self.ledger.phones[who]
        glass.check_ways_out(turn.screen, self.world.content.words, self.language(who, or_else=""))
        if not comes.anywhere:
            assert phone.question == comes.question, f"{who}: {event} led to {phone.question} instead of {comes.question}"
        if comes.is_slip and isinstance(event, e.Wrote) and not RUT.search(event.text):
            self.check_that_a_slip_stays_visible(who, event.text)
        self.check_question(who, turn.screen)
        book = self.ledger.book(who)
        if book is not None:
            self.looked_at["verdict"] += glass.check_verdict(turn.screen, book, self.month)
            self.looked_at["result"] += glass.check_result(turn.screen, book, self.month)
            self.looked_at["progress"] += glass.check_progress(turn.screen, book, self.month)

    def check_question(self, who: str, screen: Screen) -> None:
        """Only what applies is asked; ticks are there; what was handed over is read-only."""
        phone, book = self.ledger.phones[who], self.ledger.book(who)
        if phone.question is None:
            return
        assert book is not None
        assert book.is_asked(phone.question, self.month)
        if book.phase != "filling":
            assert not [each for each in phone.visible if isinstance(each, e.Replied | e.Finished | e.Removed)]
        elif book.question(phone.question)["tipo"] == "varias":
            assert glass.ticked(screen) == self.ledger.ticks(phone, phone.question)

    def check_books(self) -> None:
        """What is stored is what was properly answered, no more and no less."""
        stored = self.world.dossiers
        assert stored.keys() == self.ledger.books.keys()
        for key, written in stored.items():
            book, header = self.ledger.books[key], read_stored_header(written)
            assert header["edition"] == book.edition.name
            assert read_stored(written, book.edition) == book.said(), _differing(read_stored(written, book.edition), book.said())
            files = {(question, each.id): (each.state, each.item) for question, kept in book.files.items() for each in kept}
            assert read_stored_files(written) == files
            rounds = [each["round"] for each in header.get("receipts", [])]
            assert (header.get("round", 1), rounds) == (book.round, book.received)
            assert bool(header.get("sending")) == (book.phase == "sending")

    def check_errands(self, who: str, turn: Turn, comes: Comes) -> None:
        for errand in turn.errands:
            if isinstance(errand, Tell):
                self.told[errand.person].append(errand.event)
        assert comes.tells <= {each.person for each in turn.errands if isinstance(each, Tell)}, "whoever is overwritten is told"
        assert comes.fetches == any(isinstance(each, FetchFile) for each in turn.errands)
        handing = [each for each in turn.errands if isinstance(each, HandOver)]
        assert len(handing) == comes.hands_over, "handed over when all is answered, once for each round"
        if handing:
            self.looked_at["hand-over"] += 1
            dossier = read_dossier(MUNICIPALITY, self.world.dossiers[MUNICIPALITY])
            check_handed_over(self.world.content, dossier, self.ledger.books[MUNICIPALITY], self.month)

    def check_that_a_slip_stays_visible(self, who: str, text: str) -> None:
        language = self.language(who)
        shown = [self.world.content.words.word(line, language) for block in self.screens[who].blocks for line in block.lines]
        assert any(text.strip()[:150] in line for line in shown), "what was typed stays visible"

    def at_a_question(self, who: str) -> None:
        """Goes where questions are, unless one stands already; begins to practise where there is nothing."""
        if self.ledger.standing(who, self.as_of) is None:
            self.act(who, e.Opened(e.Place.QUESTION if self.ledger.book(who) else e.Place.PROFILE))

    def is_filling(self, who: str) -> bool:
        book = self.ledger.book(who)
        return book is not None and book.phase == "filling"

    def language(self, who: str, or_else: str = "es") -> str:
        written = self.world.people.get(who)
        return self.world.state_of(who).person.language or or_else if written else or_else

    def pick(self, among: Sequence[Any], which: int) -> Any:
        return among[which % len(among)]


def _differing(stored: dict[str, Any], ours: dict[str, Any]) -> str:
    ids = [id for id in {**stored, **ours} if stored.get(id, "nothing") != ours.get(id, "nothing")]
    return "; ".join(f"{id}: stored {stored.get(id, 'nothing')}, not {ours.get(id, 'nothing')}" for id in ids)
