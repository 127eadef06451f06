"""Invitations: three ways to be refused, told apart; the first in a commune is its focal point."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import time_machine
from sqlmodel import select

from api.contract import Role
from api.invitations.tables import InvitationRow
from tests.api.conftest import Api
from tests.api.dossiers import COMMUNE

ANA, LUIS, ROSA = "persona-ana-1", "persona-luis-2", "persona-rosa-3"


def _invite(api: Api, **asked: object) -> Any:
    return api.client.post("/v1/invitations", json=asked, headers=api.as_("support"))


def _code(api: Api, **asked: object) -> str:
    made = _invite(api, **asked)
    assert made.status_code == 201, made.text
    return str(made.json()["code"])


def _accept(api: Api, code: str, person: str = ANA) -> Any:
    return api.client.post(f"/v1/invitations/{code}/accept", json={"person": person}, headers=api.as_("bot"))


def _problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def _standing(api: Api, person: str) -> Any:
    return api.client.get(f"/v1/people/{person}", headers=api.as_("bot")).json()


def test_an_invitation_has_code_link_and_expiry(api: Api) -> None:
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        made = _invite(api, commune=COMMUNE, uses=3, days=7).json()
    assert made["start"] == f"inv_{made['code']}"
    assert made["link"] == f"https://t.me/sello_prueba_bot?start=inv_{made['code']}"
    assert (made["expires_at"], made["uses"], made["commune"]) == ("2026-12-01T12:00:00Z", 3, COMMUNE)
    assert len(made["code"]) == 12


def test_the_first_to_join_is_the_focal_point(api: Api) -> None:
    code = _code(api, commune=COMMUNE, uses=2)
    assert _accept(api, code, ANA).json() == {"commune": COMMUNE, "role": None, "focal_point": True}
    assert _accept(api, code, LUIS).json() == {"commune": COMMUNE, "role": None, "focal_point": False}
    assert _standing(api, LUIS) == {"communes": [{"commune": COMMUNE, "focal_point": False}], "roles": []}


def test_of_many_at_once_one_is_the_focal_point(api: Api) -> None:
    codes = [_code(api, commune=COMMUNE) for _ in range(6)]
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda pair: _accept(api, pair[1], f"persona-{pair[0]}"), enumerate(codes)))
    assert [answer.json()["focal_point"] for answer in answers].count(True) == 1


def test_accepted_again_by_the_same_person_it_gives_the_same_and_is_not_spent(api: Api) -> None:
    code = _code(api, commune=COMMUNE, uses=2)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: _accept(api, code), range(8)))
    assert {answer.text for answer in answers} == {answers[0].text}
    assert _accept(api, code, LUIS).status_code == 200
    with time_machine.travel("2027-11-24T12:00:00Z"):
        assert _accept(api, code).status_code == 200


def test_unknown_used_up_and_expired_are_told_apart(api: Api) -> None:
    code, late = _code(api, commune=COMMUNE), _code(api, commune=COMMUNE, days=1)
    _accept(api, code)
    assert _problem(_accept(api, "NOTACODE1234")) == (404, "invitation-unknown")
    assert _problem(_accept(api, code, LUIS)) == (409, "invitation-used-up")
    with time_machine.travel("2027-11-24T12:00:00Z"):
        assert _problem(_accept(api, late, LUIS)) == (410, "invitation-expired")


def test_many_at_once_never_use_it_more_often_than_allowed(api: Api) -> None:
    code = _code(api, commune=COMMUNE, uses=3)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda number: _accept(api, code, f"persona-{number}"), range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] * 3 + [409] * 5


def test_a_code_may_be_typed_with_small_letters_and_hyphens(api: Api) -> None:
    code = _code(api, commune=COMMUNE)
    assert _accept(api, f"{code[:4]}-{code[4:8]}-{code[8:]}".lower()).status_code == 200


def test_codes_are_not_kept(api: Api) -> None:
    code = _code(api, commune=COMMUNE)
    with api.database.look() as session:
        assert code not in " ".join(row.model_dump_json() for row in session.exec(select(InvitationRow)).all())


def test_a_staff_invitation_gives_the_role(api: Api) -> None:
    code = api.client.post("/v1/invitations", json={"role": "reviewer"}, headers=api.as_("admin")).json()["code"]
    assert _accept(api, code).json() == {"commune": None, "role": "reviewer", "focal_point": False}
    assert _standing(api, ANA) == {"communes": [], "roles": ["reviewer"]}


def test_through_the_bot_the_acting_persons_role_decides(api: Api) -> None:
    def through_bot(**asked: object) -> Any:
        return api.client.post("/v1/invitations", json=asked, headers=api.as_("bot"))

    staff = api.client.post("/v1/invitations", json={"role": "support"}, headers=api.as_("admin")).json()["code"]
    _accept(api, staff, ROSA)
    shared = _code(api, commune=COMMUNE, uses=2)
    _accept(api, shared, ANA)
    _accept(api, shared, LUIS)
    assert _problem(through_bot(commune=COMMUNE)) == (422, "acting-required")
    assert _problem(through_bot(commune=COMMUNE, acting="nobody-known")) == (403, "acting-forbidden")
    assert _problem(through_bot(commune=COMMUNE, acting=LUIS)) == (403, "acting-forbidden")
    assert _problem(through_bot(commune="13120", acting=ANA)) == (403, "acting-forbidden")
    assert through_bot(commune=COMMUNE, acting=ANA).status_code == 201
    assert through_bot(commune="13120", acting=ROSA).status_code == 201
    assert _problem(through_bot(role="committee", acting=ROSA)) == (403, "role-forbidden")


def test_a_forgotten_person_is_nobody_and_the_next_one_answers_for_the_commune(api: Api) -> None:
    code = _code(api, commune=COMMUNE, uses=2)
    _accept(api, code, ANA)
    _accept(api, code, LUIS)
    for _ in range(2):
        assert api.client.delete(f"/v1/people/{ANA}", headers=api.as_("bot")).status_code == 204
    assert _standing(api, ANA) == {"communes": [], "roles": []}
    assert _standing(api, LUIS)["communes"] == [{"commune": COMMUNE, "focal_point": True}]
    assert _problem(_accept(api, code, ROSA)) == (409, "invitation-used-up")
    with api.database.look() as session:
        kept = session.connection().exec_driver_sql("SELECT person FROM membership").all()
    assert ANA not in {person for (person,) in kept}


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({}, "commune-or-role"),
        ({"commune": COMMUNE, "role": "support"}, "commune-or-role"),
        ({"commune": "99999"}, "unknown-commune"),
        ({"commune": "12202"}, "no-municipality"),
        ({"role": "admin"}, "invalid-request"),
        ({"commune": COMMUNE, "uses": 0}, "invalid-request"),
        ({"commune": COMMUNE, "days": 4000}, "invalid-request"),
        ({"commune": COMMUNE, "uses": "2"}, "invalid-request"),
    ],
)
def test_a_wrong_request_is_named(api: Api, asked: dict[str, object], problem: str) -> None:
    assert _problem(api.client.post("/v1/invitations", json=asked, headers=api.as_("support"))) == (422, problem)


@pytest.mark.parametrize("person", ["ana", "", "con espacio", "a" * 65, 12345678])
def test_a_person_is_an_opaque_id(api: Api, person: object) -> None:
    answer = api.client.post("/v1/invitations/AAAA/accept", json={"person": person}, headers=api.as_("bot"))
    assert _problem(answer) == (422, "invalid-request")


@pytest.mark.parametrize("caller", ["support", "bot"])
def test_a_role_is_given_by_an_admin_alone(api: Api, caller: Role) -> None:
    asked = {"role": "reviewer"} | ({"acting": ANA} if caller == "bot" else {})
    answer = api.client.post("/v1/invitations", json=asked, headers=api.as_(caller))
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/role-forbidden")
