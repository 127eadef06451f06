"""One turn, one transaction: claim, load, take the turn, save, errands, what to send, handled."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol

import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from bot.dialogue.dossier import Dossier
from bot.dialogue.errands import (
    AskPerson,
    CountQuestion,
    DoubtService,
    ForgetPerson,
    MendWords,
    Rate,
    RemoveColleague,
    ReportActivity,
    Tell,
)
from bot.dialogue.events import Event, Sent
from bot.dialogue.person import Membership, Person, State
from bot.dialogue.screen import Screen
from bot.dialogue.turn import Turn
from bot.memory import counts, dossiers, errands, forgetting, inbox, outbox, people, relays
from bot.memory.inbox import Claimed
from bot.memory.outbox import Message, Reply
from bot.memory.writing import read_outcome
from content.sentences import Text

ALBUM_PAUSE = 1.5
_REST = 0.5
_AT_ONCE = 8
# What comes of these concerns the person, also one who has left the municipality since.
_OF_NO_DOSSIER = ForgetPerson | AskPerson | MendWords | Rate | RemoveColleague | ReportActivity
_log = structlog.get_logger()

TakeTurn = Callable[[State, Event, datetime], Turn]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update, read. `language` is the phone's, `message` the person's own message, `pressed` the one with the button.

    `reply_to` is the message that theirs answers; 0 for none.
    """

    event: Event
    language: str = ""
    message: int = 0
    pressed: int = 0
    callback: str = ""
    reply_to: int = 0


class Room(Protocol):
    """Where staff are: what arrives from groups is theirs."""

    def take(self, connection: Connection, body: str, now: float) -> "Taken":
        """Handles a raw update of a group."""


class Edge(Protocol):
    """How updates are read and screens are worded, by whoever knows the messenger."""

    def read(self, body: str) -> Arrival | None:
        """What a raw update says; None for what is none of ours."""

    def show(self, screen: Screen, language: str) -> tuple[Message, ...]:
        """The messages of a screen, attachments first."""

    def tell(self, tell: Tell, language: str) -> Message:
        """A message of its own, with a button to where it matters."""

    def sorry(self, language: str) -> Message:
        """The plain word for somebody whose message could not be handled."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was handled: the press to be answered, the word on it, and the language if one was chosen."""

    chat: str = ""
    callback: str = ""
    hint: Text | None = None
    language: str = ""
    chose: str = ""
    has_errands: bool = False


@dataclass(slots=True)
class Turns:
    """Takes one turn after another out of the inbox."""

    engine: Engine
    take_turn: TakeTurn
    edge: Edge
    clock: Callable[[], float] = time.time
    room: Room | None = None
    _resting: dict[str, float] = field(default_factory=dict)

    def some(self) -> list[Taken]:
        """Handles up to a few, each in a transaction of its own; none when nothing waits."""
        return list(islice(iter(self.next, None), _AT_ONCE))

    def next(self) -> Taken | None:
        """Handles the oldest update whose lane is free; None when nothing waits. A failing one is tried again, then parked."""
        now = self.clock()
        resting = {lane for lane, until in self._resting.items() if until > now}
        claimed: Claimed | None = None
        try:
            with self.engine.begin() as connection:
                if (claimed := inbox.claim(connection, resting)) is None:
                    return None
                taken = self._take(connection, claimed, now)
                inbox.handled(connection, claimed, now)
                return taken
        except OperationalError:
            raise  # the database is away: nobody's message is to blame
        except Exception:  # one message that nobody foresaw must not stop all the others
            if claimed is None:
                raise
            _log.exception("update_failed", update_id=claimed.update_id)
            return self._set_back(claimed, now)

    def _take(self, connection: Connection, claimed: Claimed, now: float) -> Taken:
        if claimed.is_outcome:
            outcome, dossier = read_outcome(claimed.body)
            return self._turn(connection, claimed.lane, Arrival(outcome), now, dossier)
        if self.room and claimed.lane.startswith("-"):
            return self.room.take(connection, claimed.body, now)
        arrival = self.edge.read(claimed.body)
        return self._turn(connection, claimed.lane, arrival, now) if arrival else Taken()

    def _turn(self, connection: Connection, lane: str, arrival: Arrival, now: float, concerning: str = "") -> Taken:
        person = people.load(connection, lane)
        before = _State.load(connection, person or Person(lane), concerning)
        turn = self.take_turn(before.state, arrival.event, datetime.fromtimestamp(now, UTC))
        language = _language(turn.state or before.state, arrival)
        if before.stands_in:
            before.save_dossiers(connection, turn)
            return Taken()
        if turn.state is None:
            forgetting.forget(connection, lane)
        else:
            people.save(connection, person, turn.state.person, now)
            before.save_dossiers(connection, turn)
        self._run_errands(connection, arrival, lane, turn, before, now)
        if turn.screen is not None:
            outbox.add(connection, self._reply(lane, arrival, turn, turn.screen, language, now))
        elif arrival.message:  # where a screen is sent, that it arrives says so
            outbox.reachable(connection, lane)
        chose = language if turn.state and turn.state.person.language != before.state.person.language else ""
        return Taken(lane, arrival.callback, turn.hint, language, chose, bool(turn.errands))

    def _reply(self, chat: str, arrival: Arrival, turn: Turn, screen: Screen, language: str, now: float) -> Reply:
        pause = ALBUM_PAUSE if isinstance(arrival.event, Sent) and arrival.event.album else 0.0
        messages = self.edge.show(screen, language)
        return Reply(chat, messages, now + pause, arrival.message, arrival.pressed, farewell=turn.state is None)

    def _run_errands(self, connection: Connection, arrival: Arrival, lane: str, turn: Turn, before: "_State", now: float) -> None:
        after = turn.state or before.state
        key = after.dossier.key if after.dossier else ""
        for errand in turn.errands:
            if isinstance(errand, Tell):
                self._tell(connection, errand, now)
                continue
            if isinstance(errand, CountQuestion):
                counts.add(connection, errand)
                continue
            if isinstance(errand, DoubtService):  # nothing that waits says whose it is
                errands.add(connection, errand, "", "", now)
                continue
            if isinstance(errand, AskPerson) and errand.message:
                relays.expect(connection, errand.message, now, album=errand.album, reply_to=arrival.reply_to)
            concerns = "" if isinstance(errand, _OF_NO_DOSSIER) else key
            errands.add(connection, errand, lane, concerns, now, queue=errands.queue_of(errand, lane))

    def _tell(self, connection: Connection, tell: Tell, now: float) -> None:
        receiver = people.load(connection, tell.person)
        if receiver and outbox.is_reachable(connection, tell.person):
            outbox.add(connection, Reply(tell.person, (self.edge.tell(tell, receiver.language or "es"),), now))

    def _set_back(self, claimed: Claimed, now: float) -> Taken:
        with self.engine.begin() as connection:
            if inbox.count_attempt(connection, claimed) < inbox.PARKED_AFTER:
                self._resting[claimed.lane] = now + _REST
                return Taken()
            inbox.park(connection, claimed)
            _log.critical("update_parked", update_id=claimed.update_id)
            if claimed.lane.isdecimal():
                person = people.load(connection, claimed.lane)
                sorry = self.edge.sorry(person.language if person and person.language else "es")
                outbox.add(connection, Reply(claimed.lane, (sorry,), now))
        return Taken()


@dataclass(frozen=True, slots=True)
class _State:
    """What was loaded for a turn, to tell what it changed."""

    state: State
    loaded: dict[str, Dossier]
    stands_in: bool = False

    @classmethod
    def load(cls, connection: Connection, person: Person, concerning: str) -> "_State":
        """The state of a person, or of one who stands in for somebody who has left the dossier that an outcome concerns."""
        municipality = _municipality(person)
        stands_in = bool(concerning) and not concerning.startswith("practice:") and concerning != municipality
        if stands_in:
            municipality, person = concerning, Person(person.id, membership=Membership(concerning, "", ""))
        practice = f"practice:{person.id}"
        if municipality:
            dossiers.lock(connection, municipality)
        loaded = dossiers.load(connection, practice, municipality)
        return cls(State(person, loaded.get(municipality), loaded.get(practice)), loaded, stands_in)

    def save_dossiers(self, connection: Connection, turn: Turn) -> None:
        """Writes what the turn changed."""
        if turn.state is None:
            return
        for before, after in ((self.state.municipal, turn.state.municipal), (self.state.practice, turn.state.practice)):
            if after is not None and after is not before:
                self._save(connection, after)
            elif after is None and before is not None and before.is_practice:
                dossiers.remove(connection, before.key)

    def _save(self, connection: Connection, after: Dossier) -> None:
        if after.key not in self.loaded:  # this turn moved the person to another dossier
            dossiers.lock(connection, after.key)
            self.loaded.update(dossiers.load(connection, after.key))
        dossiers.save(connection, self.loaded.get(after.key), after)


def _municipality(person: Person) -> str:
    if person.membership:
        return person.membership.cut
    return person.joining.cut if person.joining else ""


def _language(state: State, arrival: Arrival) -> str:
    return state.person.language or arrival.language or "es"
