"""What is due is erased, and nothing else."""

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import time_machine

from api import tokens
from api.pruning import prune
from api.vault import Vault
from tests.api.conftest import Api
from tests.api.dossiers import COMMUNE, dossier, file_piece


def _prune(api: Api, days: int) -> dict[str, int]:
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days)):
        return dict(prune(api.settings, api.database, Vault(api.settings.evidence_dir)))


def _put(api: Api, content: bytes) -> str:
    digest = sha256(content).hexdigest()
    assert api.client.put(f"/v1/evidence/{digest}", content=content, headers=api.as_("bot")).status_code == 200
    return digest


def test_nothing_is_erased_before_its_time(api: Api) -> None:
    api.client.post("/v1/invitations", json={"commune": COMMUNE}, headers=api.as_("support"))
    _put(api, b"%PDF-1")
    assert set(_prune(api, 80).values()) == {0}


def test_old_invitations_go_and_who_joined_by_them_stays(api: Api) -> None:
    made = api.client.post("/v1/invitations", json={"commune": COMMUNE, "uses": 2}, headers=api.as_("support")).json()
    for person in ("persona-ana", "persona-luis"):
        api.client.post(f"/v1/invitations/{made['code']}/accept", json={"person": person}, headers=api.as_("bot"))
    api.client.delete("/v1/people/persona-luis", headers=api.as_("bot"))
    assert _prune(api, 120)["invitations"] == 1
    standing = api.client.get("/v1/people/persona-ana", headers=api.as_("bot")).json()
    assert standing["communes"] == [{"commune": COMMUNE, "focal_point": True}]
    with api.database.look() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM membership").scalar() == 1


def test_evidence_lives_as_long_as_the_pre_application_that_names_it(api: Api) -> None:
    named, loose = _put(api, b"%PDF-named"), _put(api, b"%PDF-loose")
    headers = {**api.as_("bot"), "Idempotency-Key": "errand"}
    body = dossier(api.library.current, evidence=[file_piece(named)])
    assert api.client.post("/v1/pre-applications", json=body, headers=headers).status_code == 201
    vault = Vault(api.settings.evidence_dir)
    assert _prune(api, 500)["evidence"] == 1
    assert (vault.has(named), vault.has(loose)) == (True, False)
    erased = _prune(api, 2000)
    assert (erased["pre_applications"], erased["evidence"]) == (1, 1)
    assert not vault.has(named)


def test_revoked_tokens_are_forgotten_in_the_end(api: Api) -> None:
    with api.database.transaction() as session:
        tokens.revoke(session, 1)
    assert _prune(api, 300)["tokens"] == 0
    assert _prune(api, 400)["tokens"] == 1


def test_what_a_dead_process_left_half_written_is_swept(api: Api, tmp_path: Path) -> None:
    _put(api, b"%PDF-1")
    left = api.settings.evidence_dir / "incoming-abc"
    left.write_bytes(b"half")
    old = datetime.now(UTC).timestamp() - 3 * 86400
    os.utime(left, (old, old))
    _prune(api, 0)
    assert not left.exists()
