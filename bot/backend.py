"""The api as seen from here."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx2

from api.contract import (
    Acceptance,
    Accepted,
    Activity,
    CountedBatch,
    Doubt,
    Doubts,
    EntryAdded,
    EntryRequest,
    EscalationKept,
    EscalationOpened,
    EscalationPage,
    EscalationRequest,
    Invitation,
    InvitationRequest,
    MonthSheets,
    MunicipalitiesInNeed,
    PreApplication,
    ProposalKept,
    ProposalRequest,
    Proposals,
    Receipt,
    ServicePage,
    ServiceTold,
)

_PATIENCE = httpx2.Timeout(20.0, connect=5.0)
_ASK_AGAIN = frozenset({401, 403, 408, 425, 429})
# Of a person, not of our token: `role-forbidden` names somebody only where an entry is added in their name.
_FOR_GOOD = frozenset({"acting-forbidden", "not-theirs"})


class ApiAway(Exception):
    """No answer, or none that settles it: to be tried again with the same key."""


class ApiRefused(Exception):
    """The api refused for good; `name` is the last part of the problem's type, `detail` its one sentence."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(f"{name}: {detail}")
        self.name, self.detail = name, detail


@dataclass(frozen=True, slots=True)
class Backend:
    """Each call returns what the api answered, or raises ApiAway or ApiRefused."""

    client: httpx2.AsyncClient

    @classmethod
    def at(cls, url: str, token: str) -> Self:
        """The api at that address."""
        return cls(httpx2.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=_PATIENCE))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.client.aclose()

    async def put_evidence(self, sha256: str, content: bytes) -> None:
        """Puts a file under its digest; twice is once."""
        await self._call("PUT", f"/v1/evidence/{sha256}", content=content)

    async def hand_over(self, key: str, body: PreApplication) -> Receipt:
        """The receipt; the same one for the same key and body."""
        sent = body.model_dump(mode="json")
        answer = await self._call("POST", "/v1/pre-applications", json=sent, headers={"Idempotency-Key": key})
        return Receipt.model_validate_json(answer.content)

    async def accept(self, code: str, person: str) -> Accepted:
        """What the invitation gave to this person."""
        body = Acceptance(person=person).model_dump(mode="json")
        return Accepted.model_validate_json((await self._call("POST", f"/v1/invitations/{code}/accept", json=body)).content)

    async def invite(self, cut: str, acting: str) -> Invitation:
        """A new invitation to a municipality, in the name of a person who may make one."""
        body = InvitationRequest(commune=cut, acting=acting).model_dump(mode="json")
        return Invitation.model_validate_json((await self._call("POST", "/v1/invitations", json=body)).content)

    async def forget(self, person: str) -> None:
        """Ends this person's roles and memberships; twice is once."""
        await self._call("DELETE", f"/v1/people/{person}")

    async def open_case(self, key: str, body: EscalationRequest) -> EscalationOpened:
        """The case; the same one for the same key and body."""
        sent = body.model_dump(mode="json")
        answer = await self._call("POST", "/v1/escalations", json=sent, headers={"Idempotency-Key": key})
        return EscalationOpened.model_validate_json(answer.content)

    async def add_entry(self, key: str, case: str, body: EntryRequest) -> EntryAdded:
        """The entry and how its case stands; the same for the same key and body."""
        path, sent = f"/v1/escalations/{case}/entries", body.model_dump(mode="json")
        answer = await self._call("POST", path, json=sent, headers={"Idempotency-Key": key})
        return EntryAdded.model_validate_json(answer.content)

    async def case(self, name: str) -> EscalationKept:
        """The case of that id or reference, with its thread."""
        return EscalationKept.model_validate_json((await self._call("GET", f"/v1/escalations/{quote(name, safe='')}")).content)

    async def queue(self, most: int) -> EscalationPage:
        """The open cases that somebody has to look at first."""
        asked = {"state": "open", "order": "queue", "limit": most}
        return EscalationPage.model_validate_json((await self._call("GET", "/v1/escalations", params=asked)).content)

    async def report(self, cut: str, happened: Activity) -> None:
        """What happened with a municipality's dossier; twice is once."""
        await self._call("POST", f"/v1/municipalities/{cut}/activity", json=happened.model_dump(mode="json"))

    async def in_need(self) -> MunicipalitiesInNeed:
        """The municipalities that may want help."""
        return MunicipalitiesInNeed.model_validate_json((await self._call("GET", "/v1/municipalities/attention")).content)

    async def remove_member(self, person: str, cut: str, acting: str) -> None:
        """Ends a membership, in the name of somebody who may; twice is once."""
        await self._call("DELETE", f"/v1/municipalities/{cut}/members/{person}", params={"acting": acting})

    async def services(self, modified_after: datetime | None) -> AsyncIterator[ServiceTold]:
        """Every service in Spanish, or those that changed since then."""
        asked: dict[str, str | int] = {"limit": 200}
        if modified_after is not None:
            asked["modified_after"] = modified_after.isoformat()
        while True:
            page = ServicePage.model_validate_json((await self._call("GET", "/v1/services", params=asked)).content)
            for each in page.results:
                yield each
            if page.next is None:
                return
            asked["cursor"] = page.next

    async def doubt(self, key: str, service: str, body: Doubt) -> None:
        """That a reader found a service wrong; once for each key."""
        sent, headers = body.model_dump(mode="json"), {"Idempotency-Key": key}
        await self._call("POST", f"/v1/services/{service}/doubts", json=sent, headers=headers)

    async def doubts(self) -> Doubts:
        """What readers found wrong since each service was last confirmed."""
        return Doubts.model_validate_json((await self._call("GET", "/v1/services/doubts")).content)

    async def propose(self, key: str, body: ProposalRequest) -> ProposalKept:
        """What an official says of a service; the same for the same key."""
        sent, headers = body.model_dump(mode="json", exclude_none=True), {"Idempotency-Key": key}
        answer = await self._call("POST", "/v1/services/proposals", json=sent, headers=headers)
        return ProposalKept.model_validate_json(answer.content)

    async def proposals_waiting(self) -> Proposals:
        """The proposals that nobody has decided on, the oldest first."""
        answer = await self._call("GET", "/v1/services/proposals", params={"state": "waiting"})
        return Proposals.model_validate_json(answer.content)

    async def proposals_decided(self, after: datetime) -> Proposals:
        """The proposals that were decided on since then."""
        answer = await self._call("GET", "/v1/services/proposals", params={"decided_after": after.isoformat()})
        return Proposals.model_validate_json(answer.content)

    async def decide(self, proposal: int, acting: str, *, approves: bool) -> ProposalKept:
        """Approves or refuses a proposal in the name of one of the staff; what was decided before stays so."""
        path, sent = f"/v1/services/proposals/{proposal}/{'approve' if approves else 'refuse'}", {"acting": acting}
        return ProposalKept.model_validate_json((await self._call("POST", path, json=sent)).content)

    async def sheets(self, month: str) -> MonthSheets:
        """What was asked in a month, by commune; small numbers are left out."""
        return MonthSheets.model_validate_json((await self._call("GET", "/v1/services/unfound", params={"month": month})).content)

    async def count(self, key: str, body: CountedBatch) -> None:
        """How many asked about services; once for each key."""
        sent, headers = body.model_dump(mode="json"), {"Idempotency-Key": key}
        await self._call("POST", "/v1/services/unfound", json=sent, headers=headers)

    async def _call(self, method: str, path: str, **options: Any) -> httpx2.Response:
        try:
            answer = await self.client.request(method, path, **options)
        except httpx2.HTTPError as error:
            raise ApiAway(type(error).__name__) from error
        if answer.is_success:
            return answer
        name, detail = _problem(answer)
        # A wrong token is ours to mend, not the person's: their errand waits.
        if answer.status_code >= 500 or (answer.status_code in _ASK_AGAIN and not _is_final(path, name)):
            raise ApiAway(f"{answer.status_code} {name}")
        raise ApiRefused(name, detail)


def _is_final(path: str, name: str) -> bool:
    return name in _FOR_GOOD or (name == "role-forbidden" and path.endswith("/entries"))


def _problem(answer: httpx2.Response) -> tuple[str, str]:
    try:
        body = answer.json()
    except ValueError:
        return str(answer.status_code), ""
    return str(body.get("type", "")).rpartition("/")[2], str(body.get("detail", ""))
