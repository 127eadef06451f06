"""How long a person and the staff wait for each other's words, with a few open cases and with two thousand."""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from api.database import Database
from api.escalations.tables import EntryRow, EscalationRow
from bot.memory.tables import case
from bot.playground.person import Person, Playground
from tests.benchmarks.figures import Figures, milliseconds
from tests.whole.patience import seen
from tests.whole.stage import Stage, staged
from tests.whole.test_room_kills import GROUP, staffed

MANY = 2_000
ROUNDS = 30
FLAT = 1.5


def test_nobody_waits_longer_with_two_thousand_open_cases(tmp_path: Path, figures: Figures) -> None:
    settings = {"SELLO_SUPPORT_CHAT_ID": str(GROUP), "SELLO_CHAT_PACE": "30"}
    with staged(tmp_path, settings) as stage, Playground(stage.playground) as playground:
        sofia, jean = staffed(stage, playground), playground.person("jean", "Jean")
        thread = _opened(jean, sofia)
        few = _delays(jean, sofia, thread, "pocos")
        _seed(stage)
        many = _delays(jean, sofia, thread, "muchos")
    for what, first, second in zip(("to the staff", "to the person"), few, many, strict=True):
        against = f"{milliseconds(first)} with 1 ({second / first:.2f} times)"
        figures.add(f"delay {what} with {MANY} open cases", milliseconds(second), against)
        assert second < FLAT * first


def _opened(jean: Person, sofia: Person) -> int:
    jean.say("/start")
    seen(jean, "Choose your language")
    jean.press("Español")
    seen(jean, "¿Qué necesita hoy?")
    jean.say("/persona")
    seen(jean, "Escriba aquí su pregunta")
    jean.say("primera pregunta")
    seen(sofia, "primera pregunta", GROUP)
    return next(int(each["message_thread_id"]) for each in sofia.messages(GROUP) if each.get("text") == "primera pregunta")


def _delays(jean: Person, sofia: Person, thread: int, mark: str) -> tuple[float, float]:
    """Medians of one way and of the other, in seconds."""
    asked = [_delay(jean.say, sofia, GROUP, f"pregunta {mark} {each}") for each in range(ROUNDS)]
    told = [
        _delay(lambda word: sofia.say(word, chat=GROUP, thread=thread), jean, None, f"respuesta {mark} {each}")
        for each in range(ROUNDS)
    ]
    return statistics.median(asked), statistics.median(told)


def _delay(say: Callable[[str], object], reader: Person, chat: int | None, word: str) -> float:
    began = time.perf_counter()
    say(word)
    while not any(each.get("text") == word and each["from"]["is_bot"] for each in reader.messages(chat)):
        assert time.perf_counter() - began < 60, f"it never came: {word}"
        time.sleep(0.005)
    return time.perf_counter() - began


def _seed(stage: Stage) -> None:
    """Two thousand more people wait, with the api and in the room."""
    now = datetime.now(UTC)
    api = Database(stage.environment["SELLO_API_DATABASE_URL"])
    with api.transaction() as session:
        rows = [_case(number, now) for number in range(MANY)]
        session.add_all(rows)
        session.flush()
        session.add_all(EntryRow(escalation=row.id or 0, kind="asked", at=now, side="person", text="¿Qué hago?") for row in rows)
        ids = [str(row.id) for row in rows]
    api.close()
    bot = stage.bot_database()
    with bot.begin() as connection:
        connection.execute(insert(case), [_kept(id, number) for number, id in enumerate(ids)])
    bot.dispose()


def _case(number: int, now: datetime) -> EscalationRow:
    return EscalationRow(
        reference=f"D-2026-{number:04}",
        idempotency_key=f"seed-{number}",
        digest=None,
        kind="question",
        person=f"person-{number:06}",
        hat="neighbour",
        language="es",
        commune=None,
        profile=None,
        stood_place=None,
        stood_question=None,
        stood_said=None,
        verification=None,
        opened_at=now,
    )


def _kept(id: str, number: int) -> dict[str, object]:
    texts = {"id": id, "reference": f"D-2026-{number:04}", "person": str(10_000_000 + number), "hat": "neighbour"}
    words = {"kind": "question", "language": "es", "commune": "", "state": "waiting", "holder": "", "title": ""}
    return {**texts, **words, "chat": GROUP, "thread": 100_000 + number, "card": 200_000 + number, "opening": 1}
