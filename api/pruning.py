"""Erasing what is due. What each is kept for, and how long, is in `api.settings`."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from api import tokens
from api.attention import records as activity
from api.database import Database
from api.escalations import erasing as escalations
from api.invitations import records as invitations
from api.pre_applications import records as pre_applications
from api.settings import Settings
from api.vault import Vault

HALF_WRITTEN = timedelta(days=1)


def prune(settings: Settings, database: Database, vault: Vault) -> Mapping[str, int]:
    """How many of each kind were erased."""
    now = datetime.now(UTC)
    with database.transaction() as session:
        erased = {
            "pre_applications": pre_applications.prune(session, now, settings.keep_pre_applications_days),
            "invitations": invitations.prune(session, now, settings.keep_invitations_days),
            "escalations": escalations.prune(session, now, settings.keep_cases_days),
            "activity": activity.prune(session, now, settings.keep_activity_days),
            "tokens": tokens.prune(session, now, settings.keep_revoked_tokens_days),
        }
    with database.look() as session:
        named = pre_applications.named_files(session)
    loose = [each for each in vault.older_than(now - timedelta(days=settings.keep_loose_evidence_days)) if each not in named]
    for digest in loose:
        vault.forget(digest)
    vault.sweep(now - HALF_WRITTEN)
    return {**erased, "evidence": len(loose)}
