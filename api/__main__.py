"""`python -m api`: serves, and what operators do by hand. Everything heavy is imported where it is used."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from api import carrying
from api.operating import opened, read_settings, stop, told

if TYPE_CHECKING:
    from api.contract import StaffRole

app = typer.Typer(help="La api del Sello Migrante. Sin más, atiende.", no_args_is_help=False, add_completion=False)
token = typer.Typer(help="Tokens de acceso.", no_args_is_help=True)
app.add_typer(token, name="token")
for each in (carrying.import_services, carrying.export_services, carrying.poster):
    app.command()(each)


class TokenRole(StrEnum):
    """Who may be given a token."""

    BOT = "bot"
    SUPPORT = "support"
    REVIEWER = "reviewer"
    COMMITTEE = "committee"
    DIRECTORY = "directory"
    ADMIN = "admin"


class StaffMember(StrEnum):
    """Who may be invited as staff."""

    SUPPORT = "support"
    REVIEWER = "reviewer"
    COMMITTEE = "committee"


@app.callback(invoke_without_command=True)
def serve(context: typer.Context) -> None:
    """Atiende hasta que se le pida detenerse."""
    if context.invoked_subcommand is None:
        from api.serving import serve as run

        with told():
            run(read_settings())


@app.command()
def migrate() -> None:
    """Pone al día las tablas de la base de datos."""
    with opened():
        print("La base de datos está al día.")


@app.command()
def prune() -> None:
    """Borra ya lo que cumplió su plazo; la api lo hace sola al partir y una vez al día."""
    from api.pruning import Pruning
    from api.vault import Vault
    from content.reading import read_help

    with opened() as (settings, database):
        for kind, number in Pruning(read_help().retention, database, Vault(settings.evidence_dir)).prune().items():
            print(f"{kind}: {number}")


@app.command()
def invite(
    commune: Annotated[str | None, typer.Option(help="Código único territorial (CUT) de la comuna")] = None,
    role: Annotated[StaffMember | None, typer.Option(help="Rol del equipo")] = None,
    uses: Annotated[int, typer.Option(min=1, max=100, help="Cuántas personas pueden aceptarla")] = 1,
    days: Annotated[int, typer.Option(min=1, max=365, help="Cuántos días vale")] = 14,
) -> None:
    """Crea una invitación para una comuna o para el equipo, y la muestra una sola vez."""
    from api.invitations import records

    if (commune is None) == (role is None):
        stop("Indique --commune o --role, y solo uno de los dos.")
    with opened() as (settings, database):
        if commune is not None:
            from api.library import Library

            Library.read().municipality(commune)
        chosen: StaffRole | None = None if role is None else role.value
        with database.transaction() as session:
            made = records.invite(session, commune, chosen, uses=uses, days=days, bot=settings.bot_username)
        print(f"código: {made.code}\norden:  /start {made.start}")
        print(f"enlace: {made.link or 'fije SELLO_BOT_USERNAME para verlo'}\nvence:  {made.expires_at:%Y-%m-%d %H:%M} UTC")


@app.command()
def withdraw(code: Annotated[str, typer.Argument(help="El código de la invitación")]) -> None:
    """Retira una invitación: desde ahora está vencida."""
    from api.invitations import records

    with opened() as (_, database), database.transaction() as session:
        if not records.withdraw(session, code):
            stop("Ninguna invitación tiene ese código.")
    print("La invitación quedó sin efecto.")


@token.command("create")
def create_token(
    role: Annotated[TokenRole, typer.Option(help="Qué podrá hacer")],
    name: Annotated[str, typer.Option(help="Para quién es")],
) -> None:
    """Crea un token y lo muestra una sola vez."""
    from api import tokens

    with opened() as (_, database):
        with database.transaction() as session:
            secret = tokens.create(session, role.value, name)
        print(secret)


@token.command("list")
def list_tokens() -> None:
    """Muestra los tokens que hay, sin su contenido."""
    from api import tokens

    with opened() as (_, database), database.look() as session:
        for each in tokens.listed(session):
            state = "vigente" if each.revoked_at is None else f"revocado {each.revoked_at:%Y-%m-%d}"
            print(f"{each.id}\t{each.role}\t{each.name}\t{each.created_at:%Y-%m-%d}\t{state}")


@token.command("revoke")
def revoke_token(id: Annotated[int, typer.Argument(help="El número que muestra `token list`")]) -> None:
    """Revoca un token: desde ahora no abre nada."""
    from api import tokens

    with opened() as (_, database), database.transaction() as session:
        if not tokens.revoke(session, id):
            stop(f"No hay ningún token {id}.")
    print(f"El token {id} quedó revocado.")


if __name__ == "__main__":
    app(prog_name="python -m api")
