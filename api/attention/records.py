"""Keeping what the bot reports, and the list of who may want help."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import groupby

from sqlmodel import Session, col, delete, select

from api.attention.need import Did, need
from api.attention.tables import ActivityRow
from api.contract import Activity, MunicipalityInNeed
from api.database import serialise


def report(session: Session, commune: str, activity: Activity) -> None:
    """Keeps it; the same commune, time and kind again is the same report."""
    serialise(session, "activity", commune)
    same = (ActivityRow.commune == commune, ActivityRow.at == activity.at, ActivityRow.kind == activity.kind)
    if session.exec(select(ActivityRow.id).where(*same)).first() is None:
        unmet = json.dumps(sorted(set(activity.unmet_essential)))
        session.add(ActivityRow(commune=commune, at=activity.at, kind=activity.kind, unmet_essential=unmet))


def in_need(session: Session, name_of: Callable[[str], str], now: datetime) -> list[MunicipalityInNeed]:
    """Who moved longest ago first. `name_of` says what the commune of a code is called."""
    rows = session.exec(select(ActivityRow).order_by(col(ActivityRow.commune), col(ActivityRow.at), col(ActivityRow.id))).all()
    found = []
    for commune, theirs in groupby(rows, key=lambda row: row.commune):
        wanted = need([Did(row.at, row.kind, frozenset(json.loads(row.unmet_essential))) for row in theirs], now)
        if wanted is not None:
            found.append(
                MunicipalityInNeed(
                    commune=commune,
                    name=name_of(commune),
                    stalled=wanted.stalled,
                    criteria=list(wanted.criteria),
                    last_moved_at=wanted.last_moved_at,
                    help=wanted.help,
                )
            )
    return sorted(found, key=lambda each: each.last_moved_at)


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases what happened longer ago than that; how many reports."""
    return session.exec(delete(ActivityRow).where(col(ActivityRow.at) < now - span)).rowcount
