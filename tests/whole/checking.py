"""What the product holds, compared with what people wrote down."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import text

from bot.assembly import read_content
from content.answers import Answer, Wire, read_answer
from content.journey import journey, profile_journey
from content.kinds import Evidence, Writing
from content.months import Month
from content.programme import Profile, Programme, Question
from tests.whole.officials import Ledger
from tests.whole.stage import Stage


def check(stage: Stage, done: list[tuple[str, Ledger]]) -> None:
    """Every answer, file and hand-over of the ledgers is there, and there once."""
    assert done, "nobody reached a receipt"
    programme = read_content().current
    support = stage.api("token", "create", "--role", "support", "--name", "check")
    listed = stage.ask("/v1/pre-applications?limit=200", support)["results"]
    references = Counter((each["commune"], each["reference"]) for each in listed)
    assert references == Counter((commune, ledger.reference) for commune, ledger in done)
    for commune, ledger in done:
        kept = stage.ask(f"/v1/pre-applications/{ledger.reference}", support)["content"]
        found, wanted = said(kept), expected(programme, ledger, kept)
        assert {id: (found.get(id), wanted.get(id)) for id in found | wanted if found.get(id) != wanted.get(id)} == {}, commune
        assert files(kept) == Counter((question, sha256) for question, all in ledger.files.items() for sha256 in all), commune
    check_revisions(stage, programme)


def said(kept: Mapping[str, Any]) -> dict[str, Wire]:
    """The answers that were handed over."""
    return {**kept["profile_answers"], **{id: each["answer"] for id, each in kept["answers"].items()}}


def files(kept: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    """The files that were handed over, by question."""
    return Counter((piece["question"], piece["sha256"]) for piece in kept["evidence"])


def expected(programme: Programme, ledger: Ledger, kept: Mapping[str, Any]) -> dict[str, Wire]:
    """What the ledger says was answered, on the journey that those answers open."""
    wires = {id: _typed(programme.question(id), wire) for id, wire in ledger.answers.items()}
    answers: dict[str, Answer] = {id: read_answer(programme.question(id), wire) for id, wire in wires.items()}
    asked = [
        *profile_journey(programme, answers),
        *journey(programme, Profile(kept["profile"]), answers, Month.read(kept["as_of"])),
    ]
    assert [each.id for each in asked if each.id not in wires] == []
    return {each.id: wires[each.id] for each in asked}


def check_revisions(stage: Stage, programme: Programme) -> None:
    """No answer was given twice; evidence alone is confirmed once for each file."""
    engine = stage.bot_database()
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT dossier, question, revision FROM answer")).all()
    engine.dispose()
    twice = [row for row in rows if row.revision != 1 and not isinstance(programme.question(row.question).kind, Evidence)]
    assert not twice, twice


def _typed(question: Question, wire: Wire) -> Wire:
    return str(wire) if isinstance(question.kind, Writing) and wire is not None else wire
