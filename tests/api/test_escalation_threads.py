"""Whatever is added in whatever order, a case stands where an account kept by other means says, in Python and in SQL."""

from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.escalations import records
from tests.api.cases import ANA, PEDRO, ROSA, add, enrol, listed, opened, told
from tests.api.conftest import Api

BY = {
    "asked": [ANA],
    "claimed": [ROSA, PEDRO],
    "answered": [ROSA, PEDRO],
    "noted": [ROSA, PEDRO],
    "passed_on": [ROSA, PEDRO],
    "closed": [ANA, ROSA, PEDRO],
    "reopened": [ANA, ROSA],
    "rated": [ANA],
}
STEPS = st.sampled_from(sorted(BY)).flatmap(
    lambda kind: st.tuples(
        st.just(kind), st.sampled_from(BY[kind]), st.sampled_from([None, ROSA, PEDRO]) if kind == "passed_on" else st.none()
    )
)


class Account:
    """What a clerk would write on the cover of a file, and cross out again."""

    def __init__(self) -> None:
        self.is_open = self.owed = True
        self.holder: str | None = None
        self.answered_by: str | None = None
        self.pages = ["asked"]

    def write(self, kind: str, by: str, to: str | None) -> bool:
        """Whether it may be written."""
        if kind in {"reopened", "rated"}:
            if self.is_open:
                return False
        elif not self.is_open and kind not in {"noted", "asked"}:
            return False
        if kind == "claimed" and self.holder not in {None, by}:
            return False
        getattr(self, f"_{kind}")(by, to)
        self.pages.append(kind)
        return True

    def _asked(self, *_: object) -> None:
        if not self.is_open:
            self.pages.append("reopened")
            self._reopened()
        self.owed = True

    def _claimed(self, by: str, _: object) -> None:
        self.holder = by

    def _answered(self, by: str, _: object) -> None:
        if self.holder is None:
            self.pages.append("claimed")
            self.holder = by
        self.owed, self.answered_by = False, self.answered_by or by

    def _passed_on(self, _: str, to: str | None) -> None:
        self.holder = to

    def _closed(self, *_: object) -> None:
        self.is_open, self.holder, self.owed = False, None, False

    def _reopened(self, *_: object) -> None:
        self.is_open, self.holder, self.owed, self.answered_by = True, None, True, None

    def _noted(self, *_: object) -> None: ...

    def _rated(self, *_: object) -> None: ...

    @property
    def state(self) -> str:
        return "closed" if not self.is_open else "taken" if self.holder else "waiting"


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
@given(steps=st.lists(STEPS, min_size=1, max_size=14))
def test_where_a_case_stands_follows_from_its_entries(api: Api, steps: list[tuple[str, str, str | None]]) -> None:
    enrol(api, ROSA, PEDRO)
    id, account = opened(api)["id"], Account()
    for kind, by, to in steps:
        more: dict[str, Any] = {"to": to} if kind == "passed_on" else {"helped": True} if kind == "rated" else {}
        answer = add(api, id, kind, by, **more)
        assert (answer.status_code == 201) == account.write(kind, by, to), (kind, by, answer.text)
        if answer.status_code == 201:
            assert (answer.json()["state"], answer.json()["taken_by"]) == (account.state, account.holder)
    whole = told(api, id)
    assert [each["kind"] for each in whole["entries"]] == account.pages
    assert (whole["state"], whole["taken_by"]) == (account.state, account.holder)
    assert (whole["waiting_since"] is not None, whole["first_answer_by"]) == (account.owed, account.answered_by)
    with api.database.look() as session:
        oldest = records.oldest_unanswered(session)
    waits = [each["waiting_since"] for each in listed(api, limit=200)["results"] if each["waiting_since"]]
    assert oldest == min(map(datetime.fromisoformat, waits), default=None)
    for state in ("waiting", "taken", "closed", "open"):
        expected = account.is_open if state == "open" else state == account.state
        assert (id in {each["id"] for each in listed(api, state=state, limit=200)["results"]}) == expected, state
