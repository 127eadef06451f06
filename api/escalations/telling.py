"""Cases as they are told: with their clocks, which count the desk's time and stop when a case is closed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from api.contract import (
    Attachment,
    CaseKind,
    EarlierCase,
    Entry,
    EntryKind,
    EscalationKept,
    EscalationListed,
    EscalationOpened,
    Expected,
    Hat,
    ProfileId,
    Side,
    Stood,
    Verification,
)
from api.escalations.records import identity
from api.escalations.tables import EntryRow, EscalationRow
from api.escalations.thread import Thread
from api.library import Library

MINUTE = timedelta(minutes=1)
Earlier = Iterable[tuple[EscalationRow, Thread]]


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells cases as they stand at that time."""

    library: Library
    now: datetime

    def opened(self, case: EscalationRow, thread: Thread, earlier: Earlier) -> EscalationOpened:
        """What whoever opened it gets back."""
        return EscalationOpened(
            id=identity(case),
            reference=case.reference,
            state=thread.state,
            opened_at=case.opened_at,
            priority=is_urgent(case),
            expected=self.expected(case, case.opened_at),
            earlier=_earlier(earlier),
        )

    def listed(self, case: EscalationRow, thread: Thread) -> EscalationListed:
        """One row of the list."""
        return EscalationListed(**self._case(case, thread))

    def kept(self, case: EscalationRow, thread: Thread, earlier: Earlier, entries: Iterable[EntryRow]) -> EscalationKept:
        """The whole case."""
        return EscalationKept(**self._case(case, thread), earlier=_earlier(earlier), entries=[*map(entry, entries)])

    def expected(self, case: EscalationRow, asked_at: datetime) -> Expected:
        """By when what was asked then can be answered."""
        desk = self.library.working_time
        by = desk.after(asked_at, self.library.queue.promise(urgent=is_urgent(case)))
        return Expected(by=by, when=desk.moment(asked_at).value)

    def minutes(self, start: datetime, end: datetime | None) -> int | None:
        """Whole working minutes between the two."""
        return None if end is None else self.library.working_time.between(start, end) // MINUTE

    def waited(self, thread: Thread) -> timedelta:
        """The working time that the person has been waiting for a word."""
        since = thread.waiting_since
        return timedelta() if since is None else self.library.working_time.between(since, self.now)

    def _case(self, case: EscalationRow, thread: Thread) -> Mapping[str, Any]:
        round = thread.round
        return {
            "id": identity(case),
            "reference": case.reference,
            "kind": cast("CaseKind", case.kind),
            "priority": is_urgent(case),
            "person": case.person,
            "hat": cast("Hat", case.hat),
            "language": case.language,
            "commune": case.commune,
            "profile": cast("ProfileId | None", case.profile),
            "stood": _stood(case),
            "verification": None if case.verification is None else Verification.model_validate_json(case.verification),
            "state": thread.state,
            "taken_by": thread.taken_by,
            "opened_at": case.opened_at,
            "expected": self.expected(case, round.began_at),
            "waiting_since": thread.waiting_since,
            "waited_minutes": self.waited(thread) // MINUTE,
            "first_answer_at": round.first_answer_at,
            "first_answer_by": round.first_answer_by,
            "first_answer_minutes": self.minutes(round.began_at, round.first_answer_at),
            "closed_at": round.closed_at,
            "resolution_minutes": self.minutes(round.began_at, round.closed_at),
        }


def is_urgent(case: EscalationRow) -> bool:
    """Whether it goes before all others."""
    return case.kind == "distress"


def entry(row: EntryRow) -> Entry:
    """An entry as it is told."""
    return Entry(
        id=identity(row),
        kind=cast("EntryKind", row.kind),
        at=row.at,
        side=cast("Side", row.side),
        staff=row.staff,
        text=row.text,
        attachments=[Attachment(**each) for each in json.loads(row.attachments)],
        of=row.edits,
        to=row.passed_to,
        helped=row.helped,
    )


def _stood(case: EscalationRow) -> Stood | None:
    if case.stood_place is None:
        return None
    return Stood(place=case.stood_place, question=case.stood_question, said=case.stood_said)


def _earlier(cases: Earlier) -> list[EarlierCase]:
    return [EarlierCase(reference=case.reference, state=thread.state, closed_at=thread.round.closed_at) for case, thread in cases]
