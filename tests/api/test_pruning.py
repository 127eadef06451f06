"""What is due is erased, and nothing else."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import time_machine

from api import tokens
from api.database import Database
from api.migrations import upgrade
from api.pruning import Pruning
from api.vault import Vault
from tests.api.conftest import Api, read_retention
from tests.api.dossiers import COMMUNE, dossier, file_piece


def _prune(api: Api, days: int) -> dict[str, int]:
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days)):
        return dict(api.pruning.prune())


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


def _revoked_long_ago(database: Database) -> None:
    with database.transaction() as session:
        tokens.create(session, "bot", "de prueba")
        old = (datetime.now(UTC) - timedelta(days=366)).isoformat(" ")
        session.connection().exec_driver_sql(f"UPDATE token SET revoked_at = '{old}'")


def _revoked(database: Database) -> int:
    with database.look() as session:
        return sum(each.revoked_at is not None for each in tokens.listed(session))


def _comes_to_hold(holds: Callable[[], bool], stop: Event) -> bool:
    return any(holds() or stop.wait(0.01) for _ in range(1000))


def test_what_is_due_goes_by_itself_again_and_again_also_after_the_database_was_away(database_url: str, tmp_path: Path) -> None:
    database, stop = Database(database_url), Event()
    pruning = Pruning(read_retention(), database, Vault(tmp_path / "evidence"))
    thread = Thread(target=pruning.run, args=(stop, 0.01))
    thread.start()  # before there is any table
    try:
        upgrade(database)
        for _ in range(2):
            _revoked_long_ago(database)
            assert _comes_to_hold(lambda: _revoked(database) == 0, stop)
    finally:
        stop.set()
        thread.join(10)
        database.close()
    assert not thread.is_alive()


def test_of_several_at_once_one_erases_and_the_others_find_nothing(api: Api) -> None:
    _revoked_long_ago(api.database)
    with ThreadPoolExecutor(4) as replicas:
        erased = [each.result()["tokens"] for each in [replicas.submit(api.pruning.prune) for _ in range(4)]]
    assert sorted(erased)[:3] == [0, 0, 0]
    assert _revoked(api.database) == 0
