"""A dossier is written by what changed, and two colleagues on it wait for each other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from bot.dialogue.dossier import Author, Dossier, Member, Piece, PieceState
from bot.dialogue.person import Membership, Person
from bot.memory import dossiers, people
from bot.memory.database import is_sqlite
from bot.memory.tables import answer, piece
from content.answers import Chosen, Written
from tests.memory.conftest import Desk, message

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANA = Author("7", "Ana", "Encargada")
FULL = Dossier(
    "13125",
    "0.1.0",
    pieces=(
        Piece("7:1", "INS-1.2", "decreto.pdf", ANA, NOON, PieceState.KEPT, "", "application/pdf", 10, "ab", 1),
        Piece("7:2", "INS-1.2", "", ANA, NOON, PieceState.KEPT, "https://example.cl"),
    ),
    members=(Member("7", "Ana", "Encargada", NOON, focal_point=True),),
).answered("INS-1.1", Chosen(("yes",)), ANA, NOON)


def load(desk: Desk) -> Dossier:
    return desk.do(dossiers.load, "13125")["13125"]


def save(desk: Desk, before: Dossier | None, after: Dossier) -> None:
    desk.do(dossiers.save, before, after)


def test_it_comes_back_as_it_was_saved(desk: Desk) -> None:
    save(desk, None, FULL)
    assert load(desk) == FULL
    changed = replace(
        FULL.answered("INS-1.3", Written("x"), ANA, NOON),
        pieces=FULL.pieces[:1],
        round=2,
        answers={**FULL.answers, "Z": FULL.answers["INS-1.1"]},
    )
    save(desk, FULL, changed)
    assert load(desk) == changed


def test_only_what_changed_is_written(desk: Desk) -> None:
    whole = FULL.answered("INS-1.3", Written("x"), ANA, NOON)
    save(desk, None, whole)
    with desk.memory.engine.begin() as connection:  # behind its back: whatever is written again would lose this
        connection.execute(update(answer).where(answer.c.question == "INS-1.3").values(post="elsewhere"))
        connection.execute(update(piece).where(piece.c.id == "7:1").values(post="elsewhere"))
    save(desk, whole, whole.answered("INS-1.1", Chosen(("no",)), ANA, NOON))
    after = load(desk)
    assert after.answers["INS-1.1"].answer == Chosen(("no",))
    assert (after.answers["INS-1.3"].by.post, after.pieces_for("INS-1.2")[0].by.post) == ("elsewhere", "elsewhere")


def test_two_colleagues_at_the_same_moment_lose_nothing(desk: Desk) -> None:
    rounds = 15
    for number in (7, 8):
        member = Person(str(number), "es", membership=Membership("13125", "N", "P"))
        desk.do(people.save, None, member, 0.0)
    save(desk, None, Dossier("13125", "1"))
    desk.arrive(*(message(2 * n + k, 7 + k, f"{n} {k}") for n in range(rounds) for k in (0, 1)))
    workers = 1 if is_sqlite(desk.memory.engine) else 4

    def work(_: int) -> int:
        turns, taken = desk.turns(), 0
        for _ in range(200):
            taken += turns.next() is not None
        return taken

    with ThreadPoolExecutor(workers) as pool:
        assert sum(pool.map(work, range(workers))) == 2 * rounds
    assert load(desk).answers["Q"].revision == 2 * rounds


@pytest.mark.parametrize("key", ["13125", "nobody"])
def test_removing_leaves_nothing(desk: Desk, key: str) -> None:
    save(desk, None, FULL)
    desk.do(dossiers.remove, key)
    assert desk.do(dossiers.load, "13125") == ({} if key == "13125" else {"13125": FULL})
