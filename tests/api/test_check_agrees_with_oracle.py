"""The api's check against an oracle that shares no code with it, on thousands of sheets. `pytest -s` prints the coverage."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.library import Library
from api.settings import Settings
from content.answers import read_answer
from content.assessment import Assessment
from content.assessment import assess as assess_by_engine
from content.months import Month
from content.programme import Profile
from tests.api.answer_sheets import many
from tests.api.sheet_coverage import nothing_covered, touched
from tests.oracle.assessment import Sheet, assess
from tests.oracle.edition import Edition, read_all

pytestmark = pytest.mark.timeout(300)

ENOUGH = 50
WHOLE = {"plain": 4_600, "at_edges": 70}
OVER_HTTP = {"plain": 900, "at_edges": 60}


@pytest.fixture(scope="module")
def edition(library: Library) -> Edition:
    return read_all()[library.current.edition]


@pytest.fixture
def client(library: Library, tmp_path: Path) -> Iterator[TestClient]:
    """The app in process; the check keeps nothing, so that one kind of database is enough."""
    settings = Settings(_env_file=None, api_database_url=f"sqlite:///{tmp_path}/api.db", evidence_dir=tmp_path)
    with TestClient(create_app(settings, library)) as client:
        yield client


def test_the_pure_assessment_agrees(edition: Edition, library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    covered = nothing_covered(edition)
    for sheet in many(edition, seed=1, **WHOLE):
        ours = assess(edition, sheet.profile, sheet.answers, sheet.as_of)
        questions = {each.id: each for each in library.current.questions()}
        answers = {id: read_answer(questions[id], said) for id, said in sheet.answers.items()}
        theirs = assess_by_engine(library.current, Profile(sheet.profile), answers, Month.read(sheet.as_of))
        assert _of_engine(theirs) == _of_oracle(ours), sheet
        covered.update(touched(edition, sheet, ours))
    print("\n".join(f"{times:6}  {what}" for what, times in covered.items()))
    with capsys.disabled():
        rarest = ", ".join(f"{what}: {times}" for what, times in covered.most_common()[-3:])
        print(f"\nCheck and oracle agree on {len(covered)} cases; the rarest: {rarest}. With -s, all of them.")
    assert {what: times for what, times in covered.items() if times < ENOUGH} == {}


def test_the_check_over_http_agrees(client: TestClient, edition: Edition) -> None:
    verdicts: Counter[str] = Counter()
    for sheet in many(edition, seed=2, **OVER_HTTP):
        ours = assess(edition, sheet.profile, sheet.answers, sheet.as_of)
        body = {"profile": sheet.profile, "answers": sheet.answers, "as_of": sheet.as_of}
        answer = client.post("/v1/assessments/check", json=body)
        assert answer.status_code == 200, (sheet, answer.text)
        assert _of_wire(answer.json()) == _in_floats(_of_oracle(ours)), sheet
        assert (answer.json()["edition"], answer.json()["as_of"]) == (edition.name, sheet.as_of)
        verdicts.update(each[0] for each in ours.criteria.values())
    assert len(verdicts) == 5
    assert min(verdicts.values()) >= ENOUGH


def _of_oracle(sheet: Sheet) -> dict[str, Any]:
    return {
        "criteria": sheet.criteria,
        "dimensions": sheet.indexes,
        "overall": sheet.overall,
        "ready": sheet.ready,
        "band": sheet.band,
    }


def _in_floats(told: dict[str, Any]) -> dict[str, Any]:
    dimensions = {code: None if index is None else float(index) for code, index in told["dimensions"].items()}
    return {**told, "dimensions": dimensions, "overall": float(told["overall"])}


def _of_engine(found: Assessment) -> dict[str, Any]:
    return {
        "criteria": {
            each.criterion.code: (
                each.verdict.value,
                each.criterion.essential,
                each.criterion.basis.value,
                [(reason.question.id, reason.result.value) for reason in each.reasons],
            )
            for each in found.criteria
        },
        "dimensions": {each.dimension.id: each.value for each in found.dimensions},
        "overall": found.overall,
        "ready": found.ready,
        "band": found.band.id,
    }


def _of_wire(told: dict[str, Any]) -> dict[str, Any]:
    def reasons(criterion: dict[str, Any]) -> list[tuple[str, str]]:
        return [(reason["question"], reason["result"]) for reason in criterion["reasons"]]

    return {
        "criteria": {
            each["code"]: (each["verdict"], each["essential"], each["basis"], reasons(each)) for each in told["criteria"]
        },
        "dimensions": {each["code"]: each["index"] for each in told["dimensions"]},
        "overall": told["overall"],
        "ready": told["ready"],
        "band": told["band"],
    }
