"""Erasing what is due. How long each is kept, and why, is in content/ayuda/plazos.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event

import structlog
from sqlalchemy.exc import SQLAlchemyError

from api import tokens
from api.attention import records as activity
from api.database import Database, serialise
from api.directory import doubting, proposing
from api.escalations import erasing as escalations
from api.invitations import records as invitations
from api.pre_applications import records as pre_applications
from api.vault import Vault
from content.help import Kept, Retention

HALF_WRITTEN = timedelta(days=1)
DAY, SOON = 86400.0, 600.0
log = structlog.get_logger("api")


@dataclass(frozen=True, slots=True)
class Pruning:
    """`retention` says how long each thing is kept."""

    retention: Mapping[Kept, Retention]
    database: Database
    vault: Vault

    def run(self, stop: Event, every: float = DAY) -> None:
        """Prunes now and every so many seconds until `stop` is set; sooner where the database or the disk was away."""
        while not stop.is_set():
            stop.wait(every if self._is_done() else min(every, SOON))

    def prune(self) -> Mapping[str, int]:
        """How many of each kind were erased. Of several replicas one does it at a time, and the next finds nothing left."""
        now = datetime.now(UTC)
        with self.database.transaction() as session:
            serialise(session, "prune")
            erased = {
                "pre_applications": pre_applications.prune(session, now, self._span(Kept.PRE_APPLICATION)),
                "invitations": invitations.prune(session, now, self._span(Kept.INVITATION)),
                "escalations": escalations.prune(session, now, self._span(Kept.CASE)),
                "activity": activity.prune(session, now, self._span(Kept.ACTIVITY)),
                "doubts": doubting.prune(session, now, self._span(Kept.ACTIVITY)),
                "proposals": proposing.prune(session, now, self._span(Kept.ACTIVITY)),
                "tokens": tokens.prune(session, now, self._span(Kept.REVOKED_ACCESS)),
            }
        with self.database.look() as session:
            named = pre_applications.named_files(session)
        loose = [each for each in self.vault.older_than(now - self._span(Kept.LOOSE_EVIDENCE)) if each not in named]
        for digest in loose:
            self.vault.forget(digest)
        self.vault.sweep(now - HALF_WRITTEN)
        return {**erased, "evidence": len(loose)}

    def _is_done(self) -> bool:
        try:
            erased = self.prune()
        except (SQLAlchemyError, OSError):
            log.exception("not_pruned")
            return False
        if any(erased.values()):
            log.info("pruned", **erased)
        return True

    def _span(self, kept: Kept) -> timedelta:
        return self.retention[kept].span
