"""A conversation driven by hand: what a person does goes in, what they would read comes out."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.dialogue.conversation import take_turn
from bot.dialogue.errands import CountQuestion, Errand, ReportActivity
from bot.dialogue.events import Event, Outcome, Sent, SentOther, Started, Wrote
from bot.dialogue.person import Person, State
from bot.dialogue.screen import Link, Press, Screen
from bot.dialogue.turn import Content, Turn
from content.sentences import Text

NOON = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}


@dataclass
class Chat:
    """One person's chat. Each event comes a minute after the one before; state, screen, errands, reports and counts are kept."""

    content: Content
    state: State
    now: datetime = NOON
    screen: Screen | None = None
    turn: Turn | None = None
    errands: list[Errand] = field(default_factory=list)
    reports: list[ReportActivity] = field(default_factory=list)
    counts: list[CountQuestion] = field(default_factory=list)
    messages: int = 0

    @classmethod
    def of(cls, content: Content, person: str = "ana", language: str = "es") -> "Chat":
        """A new chat; `language=""` has chosen none yet."""
        return cls(content, State(Person(person, language=language)))

    @property
    def person(self) -> Person:
        """What is kept of the person now."""
        return self.state.person

    def happens(self, event: Event) -> "Chat":
        """One turn."""
        self.now += timedelta(minutes=1)
        self.turn = take_turn(self.content, self.state, event, self.now)
        self.state = self.turn.state or State(Person(self.person.id))
        self.screen = self.turn.screen or self.screen
        self.errands += [each for each in self.turn.errands if not isinstance(each, ReportActivity | CountQuestion)]
        self.reports += [each for each in self.turn.errands if isinstance(each, ReportActivity)]
        self.counts += [each for each in self.turn.errands if isinstance(each, CountQuestion)]
        return self

    def start(self, payload: str = "") -> "Chat":
        """/start, with what a deep link carries."""
        return self.happens(Started(payload))

    def press(self, *labels: str) -> "Chat":
        """Presses the buttons that read so, one after the other; AssertionError without such a button."""
        for label in labels:
            presses = [each for each in self.presses() if self.word(each.label) == label]
            assert len(presses) == 1, f"{len(presses)} buttons say {label!r}, of {self.buttons()}"
            self.happens(presses[0].event)
        return self

    def write(self, *texts: str) -> "Chat":
        """Types messages."""
        for text in texts:
            self.happens(Wrote(text, message=self._key()))
        return self

    def edit(self, text: str, message: str) -> "Chat":
        """Changes an earlier message."""
        return self.happens(Wrote(text, edited=True, message=message))

    def send(self, name: str, size: int = 120_000, album: str = "") -> "Chat":
        """Sends a file or photo of that many bytes."""
        key = self._key()
        return self.happens(
            Sent(key, f"file-{key}", name, TYPES.get(name.rpartition(".")[2], "application/octet-stream"), size, album)
        )

    def send_other(self, kind: str) -> "Chat":
        """Sends a sticker, a voice note, a place."""
        return self.happens(SentOther(kind, self._key()))

    def outcome(self, event: Outcome) -> "Chat":
        """The world answers an errand."""
        return self.happens(event)

    def beside(self, colleague: "Chat") -> "Chat":
        """The same municipality's dossier as the colleague has it now, as memory would load it."""
        self.state = replace(self.state, municipal=colleague.state.municipal)
        self.now = max(self.now, colleague.now)
        return self

    def word(self, text: Text) -> str:
        """A text as this person reads it."""
        return self.content.words.word(text, self.person.language or "es")

    @property
    def text(self) -> str:
        """The body of the screen, a line each."""
        assert self.screen is not None
        return "\n".join(self.word(line) for block in self.screen.blocks for line in block.lines)

    @property
    def hint(self) -> str:
        """The short word on the last press, or nothing."""
        return self.word(self.turn.hint) if self.turn and self.turn.hint else ""

    def presses(self) -> list[Press]:
        """The buttons that act in the conversation."""
        return [each for row in self._rows() for each in row if isinstance(each, Press)]

    def buttons(self) -> list[str]:
        """What all buttons say, in order."""
        return [self.word(each.label) for row in self._rows() for each in row]

    def _key(self) -> str:
        self.messages += 1
        return f"{self.person.id}:{self.messages}"

    def _rows(self) -> tuple[tuple[Press | Link, ...], ...]:
        return self.screen.rows if self.screen else ()
