"""Bearer tokens: who may speak to the api, and as what. Kept hashed; revoked rather than erased."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import cast, get_args

from sqlalchemy import CheckConstraint
from sqlmodel import Field, Session, col, delete, select

from api.contract import Role
from api.database import Table

ROLES: tuple[Role, ...] = get_args(Role)


class Token(Table, table=True):
    """One caller. The token itself is nowhere, only its sha256."""

    __tablename__ = "token"
    __table_args__ = (CheckConstraint(f"role IN {ROLES}", name="known_role"),)

    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(unique=True)
    role: str
    name: str
    created_at: datetime
    revoked_at: datetime | None = None


def create(session: Session, role: Role, name: str) -> str:
    """A new token of that role, to be shown once."""
    secret = f"sello_{secrets.token_urlsafe(32)}"
    session.add(Token(digest=_digest(secret), role=role, name=name, created_at=datetime.now(UTC)))
    return secret


def find(session: Session, secret: str) -> tuple[Role, str] | None:
    """Role and name of a token that is valid; None otherwise."""
    token = session.exec(select(Token).where(Token.digest == _digest(secret), col(Token.revoked_at).is_(None))).first()
    return None if token is None else (cast("Role", token.role), token.name)


def listed(session: Session) -> Sequence[Token]:
    """Every token, oldest first."""
    return session.exec(select(Token).order_by(col(Token.id))).all()


def revoke(session: Session, id: int) -> bool:
    """Whether there was such a token; from now on it opens nothing."""
    token = session.get(Token, id)
    if token is None:
        return False
    token.revoked_at = token.revoked_at or datetime.now(UTC)
    session.add(token)
    return True


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases tokens revoked longer ago than that; how many."""
    due = now - span
    return session.exec(delete(Token).where(col(Token.revoked_at) < due)).rowcount


def _digest(secret: str) -> str:
    return sha256(secret.encode(errors="replace")).hexdigest()
