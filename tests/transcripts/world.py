"""A small world around the pure conversation: people, dossiers that are saved and loaded at each line, and errands that wait."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from bot.dialogue.conversation import take_turn
from bot.dialogue.dossier import Author, Dossier, Given, Piece
from bot.dialogue.errands import Errand, FetchFile, HandOver
from bot.dialogue.events import Event
from bot.dialogue.person import Person, State
from bot.dialogue.screen import Press, Screen
from bot.dialogue.turn import Content, Turn
from bot.memory.writing import read_header, read_person, read_said, write_header, write_person, write_said

START = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


@dataclass
class World:
    """What memory keeps, as text only: nothing survives a line but what is written down."""

    content: Content
    now: datetime = START
    people: dict[str, str] = field(default_factory=dict)
    dossiers: dict[str, str] = field(default_factory=dict)
    screens: dict[str, list[Screen]] = field(default_factory=dict)
    waiting: list[tuple[str, Errand]] = field(default_factory=list)
    told: dict[str, list[Press]] = field(default_factory=dict)

    def happens(self, who: str, event: Event) -> Turn:
        """One turn of one person, a minute after the one before."""
        self.now += timedelta(minutes=1)
        turn = take_turn(self.content, self.state_of(who), event, self.now)
        if turn.state is None:
            self.people.pop(who, None)
            self.dossiers.pop(f"practice:{who}", None)
        else:
            self._save(turn.state)
        if turn.screen is not None:
            self.screens.setdefault(who, []).append(turn.screen)
        self.waiting += [(who, errand) for errand in turn.errands]
        return turn

    def state_of(self, who: str) -> State:
        """The person as written, the dossier of their municipality and their practice."""
        person = read_person(self.people[who]) if who in self.people else Person(who)
        cut = person.membership.cut if person.membership else person.joining.cut if person.joining else ""
        return State(person, self._dossier(cut), self._dossier(f"practice:{who}"))

    def take_errand(self, kind: type[FetchFile | HandOver]) -> tuple[str, FetchFile | HandOver]:
        """The oldest waiting errand of a kind, and whose it is."""
        found = next((who, errand) for who, errand in self.waiting if isinstance(errand, kind))
        self.waiting.remove(found)
        return found

    def _save(self, state: State) -> None:
        self.people[state.person.id] = write_person(state.person)
        practice = f"practice:{state.person.id}"
        for dossier in (state.municipal, state.practice):
            if dossier is not None:
                self.dossiers[dossier.key] = write_dossier(dossier)
        if state.practice is None:
            self.dossiers.pop(practice, None)

    def _dossier(self, key: str) -> Dossier | None:
        return read_dossier(key, self.dossiers[key]) if key in self.dossiers else None


_WRITTEN = TypeAdapter(tuple[str, list[tuple[str, str, Author, datetime, int]], tuple[Piece, ...]])


def write_dossier(dossier: Dossier) -> str:
    """A dossier as text, by the words that memory uses."""
    answers = [(id, write_said(g.answer), g.by, g.at, g.revision) for id, g in dossier.answers.items()]
    return _WRITTEN.dump_json((write_header(dossier), answers, dossier.pieces)).decode()


def read_dossier(key: str, written: str) -> Dossier:
    """The dossier that was written."""
    first, answers, pieces = _WRITTEN.validate_json(written)
    header = read_header(first)
    given = {id: Given(read_said(said), by, at, revision) for id, said, by, at, revision in answers}
    return Dossier(key, header.edition, given, pieces, header.members, header.round, header.sending, header.receipts)
