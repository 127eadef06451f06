"""Who may call what. Each route declares it: `only("bot")` or `anyone`."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api import tokens
from api.contract import Role
from api.errors import Refusal

Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]


class TokenMissing(Refusal):
    """No valid token came with the request."""

    name, status, title = "token-required", 401, "Falta un token válido."
    headers: ClassVar = {"WWW-Authenticate": "Bearer"}


class RoleForbidden(Refusal):
    """The token is good, but not for this."""

    name, status, title = "role-forbidden", 403, "Este token no da acceso a esta operación."


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: a token's role and name."""

    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Only:
    """Lets callers of these roles through."""

    roles: frozenset[Role]

    def __call__(self, request: Request, bearer: Bearer) -> Caller:
        """The caller; TokenMissing, RoleForbidden."""
        if bearer is None:
            raise TokenMissing
        # A transaction of its own: a request never holds one connection while it waits for another.
        with request.app.state.database.look() as session:
            found = tokens.find(session, bearer.credentials)
        if found is None:
            raise TokenMissing("El token no existe o fue revocado.")
        if found[0] not in self.roles:
            raise RoleForbidden(f"Esta operación es para: {', '.join(sorted(self.roles))}.", role=found[0])
        return Caller(*found)


class Anyone:
    """Lets everybody through, and says that this is meant."""

    def __call__(self) -> None:
        """Nothing to check."""


def only(*roles: Role) -> Any:
    """The declaration for a route: callers of these roles. As a parameter's default or in `dependencies`."""
    return Depends(Only(frozenset(roles)))


anyone: Any = Depends(Anyone())
